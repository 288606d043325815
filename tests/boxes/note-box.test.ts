import { describe, expect, it } from 'vitest'
import { LEAST_NOTE, measuredNote, middleOfNote, MOST_NOTE, NOTE_INDENT, NOTE_LINE, wrapped } from '../../src/boxes/note-box.ts'
import { textWidth } from '../../src/boxes/text-width.ts'
import { recordFrom } from '../../src/model/project.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

const lines = (text: string, widest: number) => wrapped(text, widest, 14, 400)

describe('the words of a note', () => {
  it('break where they were broken, and at spaces where a line is full', () => {
    expect(lines('Ask the ward\nwhat it needs', 400)).toEqual(['Ask the ward', 'what it needs'])
    expect(lines('Ask the ward what it needs', textWidth('what it needs', 14, 400))).toEqual(['Ask the ward', 'what it needs'])
    expect(lines('two\r\nlines\rthree', 400)).toEqual(['two', 'lines', 'three'])
  })

  it('keep an empty line between paragraphs, and none around them', () => {
    expect(lines('\n First\n\nSecond \n', 400)).toEqual(['First', '', 'Second'])
    expect(lines('', 400)).toEqual([''])
    expect(lines(' \n ', 400)).toEqual([''])
  })

  it('break a word that is longer than a line between its letters', () => {
    const parts = lines('a '.concat('m'.repeat(40)), textWidth('m'.repeat(10), 14, 400))
    expect(parts).toEqual(['a', 'm'.repeat(10), 'm'.repeat(10), 'm'.repeat(10), 'm'.repeat(10)])
  })

  it('break wide scripts between squares, and never within what is one sign to the eye', () => {
    expect(lines('病房護士長', 28)).toEqual(['病房', '護士', '長'])
    expect(lines('Ask 病房護士長', textWidth('Ask 病房', 14, 400))).toEqual(['Ask 病房', '護士長'])
    expect(lines('👩🏽‍⚕️👩🏽‍⚕️', 30)).toEqual(['👩🏽‍⚕️', '👩🏽‍⚕️'])
  })

  it('stay within their width and lose no letter, in every generated note', () => {
    const bare = (text: string) => text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '')
    for (let seed = 1; seed <= 200; seed++) {
      for (const note of generateMap(seeded(seed)).notes.values()) {
        const box = measuredNote(note.text, note.width)
        expect(bare(box.lines.join('')), `seed ${seed}`).toBe(bare(note.text))
        expect(box.width).toBeGreaterThanOrEqual(LEAST_NOTE)
        expect(box.width).toBeLessThanOrEqual(MOST_NOTE)
        expect(box.height).toBeGreaterThanOrEqual(box.lines.length * NOTE_LINE)
        for (const line of box.lines) if ([...line].length > 1) expect(textWidth(line, 14, 400), `seed ${seed}: ${line}`).toBeLessThanOrEqual(box.width - NOTE_INDENT)
      }
    }
  })
})

it('a note grows down from its upper left corner', () => {
  const one = recordFrom('notes', 'n', { text: 'One', position: [100, 50], width: 200 })
  const two = recordFrom('notes', 'n', { text: 'One\nTwo', position: [100, 50], width: 200 })
  expect(middleOfNote(one)).toEqual([200, 50 + (NOTE_LINE + 8) / 2])
  expect(middleOfNote(two)).toEqual([200, 50 + (2 * NOTE_LINE + 8) / 2])
})
