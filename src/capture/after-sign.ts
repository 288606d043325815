import { isPrivateTo } from '../edits/add-reflection.ts'
import { tidy } from '../edits/making.ts'
import type { Id } from '../model/ids.ts'
import { dueFrom, isMeantAsDay } from './due.ts'
import type { CaptureContext, Intent } from './intent.ts'
import type { Word } from './lex.ts'
import { organisationAt } from './part.ts'

interface ReadLine {
  readonly intent: Intent
  readonly problems: readonly string[]
}

/** What stands after `!`: what will be done, `@` who with, and at its end `by` when. It touches the selection. */
export function actionOf(text: string, context: CaptureContext): ReadLine {
  const problems: string[] = []
  const organisations: Id[] = []
  const words = wordsOf(text)
  const kept: string[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i]
    if (!word?.text.startsWith('@')) {
      kept.push(word?.text ?? '')
      i++
      continue
    }
    const said = organisationAt(words, i, context.map.organisations)
    if (said.organisation && !organisations.includes(said.organisation)) organisations.push(said.organisation)
    if (said.problem !== undefined) problems.push(said.problem)
    i += said.taken
  }
  const all = kept.join(' ')
  const by = /^(.*)\bby (.+)$/iu.exec(all)
  const due = by ? dueFrom(by[2] ?? '', context.now) : undefined
  if (by && due === undefined && isMeantAsDay(by[2] ?? '')) problems.push(`“${by[2]}” is not a day.`)
  const title = tidy(due === undefined ? all : (by?.[1] ?? ''))
  if (title === '') problems.push('Say what will be done.')
  return { intent: { is: 'action', title, organisations, due: due ?? null, touches: selected(context) }, problems }
}

/** What stands after `?`: a reflection on the selection. `?!` keeps it private, and so does a private view. */
export function reflectionOf(text: string, context: CaptureContext): ReadLine {
  const isKept = /^[!！]/u.test(text)
  const words = text.replace(/^[!！]/u, '').trim()
  return {
    intent: { is: 'reflection', words, private: isKept || isPrivateTo(context.map, context.perspective), about: selected(context) },
    problems: words === '' ? ['Say what stayed with you.'] : [],
  }
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], isQuoted: false, start: match.index, end: match.index + match[0].length }))
}

function selected({ map, selection }: CaptureContext): readonly Id[] {
  return selection.filter((id) => map.elements.has(id) || map.relationships.has(id))
}
