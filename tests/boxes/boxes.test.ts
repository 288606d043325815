import { describe, expect, test } from 'vitest'
import { boxOf, boxesOf, measured, textWidth } from '../../src/boxes/boxes.ts'
import { LONGEST_LINE } from '../../src/boxes/lines.ts'
import { ELEMENT_KINDS } from '../../src/model/kinds.ts'
import { recordFrom } from '../../src/model/project.ts'

describe('cards', () => {
  // Sizes read from the design's own drawing of Harbour City, corner to corner.
  test.each([
    ['Director of integrated commissioning', 'role', 172, 44, 'Director of integrated|commissioning'],
    ['Single point of access', 'team', 104, 44, 'Single point|of access'],
    ['Medical wards', 'team', 120, 30, 'Medical wards'],
    ['Integrated case management meeting', 'group', 184, 44, 'Integrated case|management meeting'],
    ['Older person with several conditions', 'people', 148, 48, 'Older person with|several conditions'],
    ['Unpaid carers', 'people', 120, 34, 'Unpaid carers'],
    ['More care delivered in the community', 'outcome', 168, 44, 'More care delivered|in the community'],
    ['Delayed discharges', 'factor', 88, 40, 'Delayed|discharges'],
    ['Care homes', 'organisation', 104, 30, 'Care homes'],
    ['Shared care record', 'asset', 100, 44, 'Shared|care record'],
  ] as const)('%s, a %s, is %i by %i', (name, kind, width, height, lines) => {
    const box = measured(name, kind)
    expect({ ...box, lines: box.lines.join('|') }).toEqual({ width, height, lines })
  })

  test('every kind has a card at least 84 wide, in steps of 4, that holds its text', () => {
    for (const { value } of ELEMENT_KINDS) {
      for (const name of ['', 'A', 'Ward', 'The longest name that anyone would put on a card in a workshop', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft']) {
        const box = measured(name, value)
        expect(box.width).toBeGreaterThanOrEqual(84)
        expect(box.width % 4).toBe(0)
        expect(box.lines.length).toBeLessThanOrEqual(2)
        for (const line of box.lines) expect(textWidth(line, 14, 600)).toBeLessThanOrEqual(Math.min(LONGEST_LINE, box.width - 10))
      }
    }
  })

  test('what does not fit on two lines ends in an ellipsis, and no letter is cut in half', () => {
    const family = '👨‍👩‍👧‍👦'
    const box = measured(family.repeat(40), 'team')
    expect(box.lines).toHaveLength(2)
    expect(box.lines[1]).toMatch(/…$/)
    expect(box.lines.join('').replace('…', '').replaceAll(family, '')).toBe('')
  })

  test('a script without spaces breaks between its signs', () => {
    expect(measured('地域包括ケアシステム推進室', 'team').lines).toHaveLength(2)
  })

  test('white space and control characters are not drawn', () => {
    expect(measured('Ward\n\n7\u0000\u202e', 'team').lines).toEqual(['Ward 7'])
  })

  test('a record has one box, and every record has one', () => {
    const ward = recordFrom('elements', 'ward', { name: 'Ward' })
    expect(boxOf(ward)).toBe(boxOf(ward))
    expect([...boxesOf([ward]).keys()]).toEqual(['ward'])
  })
})

describe('the width of text', () => {
  test('grows with weight and with size', () => {
    expect(textWidth('Brokerage', 14, 700)).toBeGreaterThan(textWidth('Brokerage', 14, 400))
    expect(textWidth('Brokerage', 28, 600)).toBeCloseTo(2 * textWidth('Brokerage', 14, 600))
  })

  test('knows Latin with its accents, gives wide scripts an em, and combining marks nothing', () => {
    expect(textWidth('ł', 1000, 600)).toBeLessThan(400)
    expect(textWidth('護', 1000, 600)).toBe(1000)
    expect(textWidth('e\u0301', 1000, 600)).toBe(textWidth('e', 1000, 600))
  })
})
