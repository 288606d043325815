import type { Question } from '../reading/question.ts'
import { askBlind } from './ask-blind.ts'
import { askComparison } from './ask-comparison.ts'
import { askDifferences } from './ask-differences.ts'
import { askEnds } from './ask-ends.ts'
import type { Asked, AskInput } from './asked.ts'

/** What a question draws; null where it asks no more than the reading says. */
export function askedOf(question: Question | undefined, input: AskInput): Asked | null {
  switch (question?.is) {
    case 'differences':
      return askDifferences(question, input)
    case 'blind':
      return askBlind(question, input)
    case 'ends':
      return askEnds(question, input)
    case 'comparison':
      return askComparison(question, input)
    default:
      return null
  }
}
