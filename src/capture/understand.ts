import { completionsAt } from './complete.ts'
import { hintFor } from './hints.ts'
import { intentOf } from './intent-of.ts'
import type { CaptureContext, Understanding } from './intent.ts'
import { previewOf } from './preview.ts'

/**
 * What a line would do, in words, and what the word at the caret may go on to be. Total: any text is understood or
 * refused in words. Cost: one look at each element's name, well under a millisecond at 5,000.
 */
export function understand(line: string, context: CaptureContext, caret = line.length): Understanding {
  const { intent, problems, lexed } = intentOf(line, context)
  return { line, intent, problems, preview: previewOf(intent, context), hint: hintFor(intent, context.map), ...completionsAt(line, caret, lexed, context) }
}

/** The line for *add and tie to the selection*: the same, from the selected element. */
export function tiedToSelection(line: string): string {
  return `> ${line.trim()}`
}
