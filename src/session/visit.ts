import type { Id } from '../model/ids.ts'
import { bringIntoSight, say, select } from './session.ts'

/** Goes from a list to what a row is about: selects it, brings it into sight with its ends, and says it. */
export function visit(subject: Id, tie: { readonly from: Id; readonly to: Id } | undefined, words: string): void {
  select([subject])
  bringIntoSight(tie ? [subject, tie.from, tie.to] : [subject])
  say(words)
}
