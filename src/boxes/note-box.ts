import type { Note, Point } from '../model/records.ts'
import { isWide, textWidth, type FontWeight } from './text-width.ts'

/** The words of a note: the size of a card's name, and lighter, so that neither is taken for the other. World units. */
export const NOTE_SIZE = 14
export const NOTE_LINE = 19
export const NOTE_WEIGHT: FontWeight = 400
/** Before the words: the rule at the left and the room after it. */
export const NOTE_INDENT = 11
/** Above and below the words together. */
const AROUND = 8

/** How narrow and how wide a note is drawn; a file may say otherwise. */
export const LEAST_NOTE = 80
export const MOST_NOTE = 1600

export interface NoteBox {
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

const boxes = new WeakMap<Note, NoteBox>()

/** Cached by the record's identity. */
export function noteBox(note: Note): NoteBox {
  let box = boxes.get(note)
  if (!box) boxes.set(note, (box = measuredNote(note.text, note.width)))
  return box
}

export function measuredNote(text: string, width: number): NoteBox {
  const drawn = Math.max(LEAST_NOTE, Math.min(MOST_NOTE, Math.round(width)))
  const lines = wrapped(text, drawn - NOTE_INDENT, NOTE_SIZE, NOTE_WEIGHT)
  return { width: drawn, height: lines.length * NOTE_LINE + AROUND, lines }
}

/** The middle of a note's box. */
export function middleOfNote(note: Note): Point {
  const { width, height } = noteBox(note)
  return [note.position[0] + width / 2, note.position[1] + height / 2]
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Text in lines of at most `widest`: broken where its author broke it, at spaces, between the squares of wide scripts, and within a word
 * that is longer than a line. At least one line. What cannot be drawn is left out.
 */
export function wrapped(text: string, widest: number, size: number, weight: FontWeight): readonly string[] {
  const plain = text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(/[^\S\n]/gu, ' ').replace(/(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  const lines: string[] = []
  for (const paragraph of plain.split('\n')) {
    let line = ''
    for (const piece of pieces(paragraph)) {
      if (textWidth((line + piece).trimEnd(), size, weight) <= widest) line += piece
      else {
        if (line.trimEnd() !== '') lines.push(line.trimEnd())
        const rest = broken(piece.trimStart(), widest, size, weight)
        lines.push(...rest.slice(0, -1))
        line = rest.at(-1) ?? ''
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Words, each with the spaces after it; a wide script's squares one by one. */
function* pieces(paragraph: string): Generator<string> {
  let piece = ''
  let before = 0
  for (const character of paragraph) {
    const point = character.codePointAt(0) ?? 0
    if (piece !== '' && ((character !== ' ' && piece.endsWith(' ')) || (isWide(point) && isWide(before)))) {
      yield piece
      piece = ''
    }
    piece += character
    before = point
  }
  if (piece !== '') yield piece
}

/** A piece that may be longer than a line, cut between its letters. */
function broken(piece: string, widest: number, size: number, weight: FontWeight): string[] {
  if (textWidth(piece.trimEnd(), size, weight) <= widest) return [piece]
  const parts: string[] = []
  let part = ''
  let width = 0
  for (const { segment } of graphemes.segment(piece)) {
    const own = textWidth(segment, size, weight)
    if (part !== '' && width + own > widest) {
      parts.push(part)
      part = ''
      width = 0
    }
    part += segment
    width += own
  }
  return [...parts, part]
}
