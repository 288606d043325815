import type { Question } from '../reading/question.ts'
import { askDifferences } from './ask-differences.ts'
import type { Asked, AskInput } from './asked.ts'

/** What a question draws; null where it asks no more than the reading says. */
export function askedOf(question: Question | undefined, input: AskInput): Asked | null {
  switch (question?.is) {
    case 'differences':
      return askDifferences(question, input)
    default:
      return null
  }
}
