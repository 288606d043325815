import { describe, expect, it } from 'vitest'
import { elementAsText, mapAsText, plainText } from '../../src/words/read-as-text.ts'
import { furnished, harbourCity } from '../support/sample-scene.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

const sample = harbourCity()
const whole = () => mapAsText(sample, sample, { version: null, perspective: 'shared' })

describe('An element as text', () => {
  const { heading, paragraphs } = elementAsText(sample, sample, 'ac-dis')

  it('says what it is, who says what of it, and each of its ties with what each end says', () => {
    expect(heading).toBe('Hospital discharge team')
    expect(paragraphs[0]).toMatch(/^Team, Acute Care\. .*The middle of what was said: influence shapes to steers, interest priority to central\./)
    expect(paragraphs).toContain('Seven ties.')
    expect(paragraphs.find((line) => line.includes('with Care brokerage, daily call'))).toMatch(/: with Care brokerage, daily call\. Shared: in touch, strained\. .*Acute care says joined, untested; Adult social care says aware, working against\.$/)
    expect(paragraphs.join(' ')).toContain('What matters to them: Acute care says “A plan agreed before day three”; Adult social care says “Beds by four o\'clock”.')
  })

  it('numbers its ties in words', () => {
    expect(paragraphs.filter((line) => /^(One|Two|Three|Four|Five|Six|Seven): /.test(line))).toHaveLength(7)
  })
})

describe('The whole map as text', () => {
  it('has every element under its organisation, every tie, action and version', () => {
    const sections = whole()
    expect(sections.map(({ heading }) => heading)).toEqual(['Harbour City: one system, one budget', 'Health and Social Care Commissioning', 'Community Healthcare', 'Acute Care', 'Adult Social Care', 'Partners', 'Residents and carers', 'Shared by all', 'Ties', 'Actions', 'Reflections', 'Versions'])
    const count = (from: number, to: number) => sections.slice(from, to).reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
    expect([count(1, 8), count(8, 9), count(9, 10), count(11, 12)]).toEqual([46, 94, 5, 2])
  })

  it('holds nothing private', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const map = generateMap(seeded(seed))
      const text = plainText(mapAsText(map, map, { version: null, perspective: 'shared' }))
      for (const { words, private: isPrivate } of map.reflections.values()) {
        const isSaidElsewhere = [...map.reflections.values()].some((other) => !other.private && other.words.includes(words))
        if (isPrivate && words.length > 12 && !isSaidElsewhere) expect(text.includes(words), `seed ${seed}`).toBe(false)
      }
    }
  })

  it('is plain text with a line under each heading', () => {
    expect(plainText([{ heading: 'Ties', paragraphs: ['One.', 'Two.'] }])).toBe('Ties\n====\n\nOne.\n\nTwo.\n')
  })
})

it('The whole map ends with the words that stand on it and what lies in each area', () => {
  const map = furnished(sample)
  const sections = mapAsText(map, map, { version: null, perspective: 'shared' })
  expect(sections.find(({ heading }) => heading === 'Notes on the map')?.paragraphs).toEqual(['Ask the ward\nwhat it needs'])
  expect(sections.find(({ heading }) => heading === 'Areas')?.paragraphs[0]).toMatch(/^Winter plan: .+\.$/)
})
