import { describe, expect, test } from 'vitest'
import { pictureSvg, wrapped, type PictureInput } from '../../src/outputs/picture.ts'
import { MOST_PIXELS, PICTURE_SIZES, pixelSize } from '../../src/outputs/picture-sizes.ts'
import { textWidth } from '../../src/boxes/boxes.ts'
import { THEMES } from '../../src/scene/palette.ts'
import { spokenTie } from '../../src/words/spoken.ts'
import { harbourCity, sceneOf } from '../support/sample-scene.ts'
import { everyElement, readXml, textOf } from '../support/well-formed.ts'

const map = harbourCity()
const picture = (more: Partial<PictureInput> = {}) =>
  pictureSvg({
    scene: sceneOf(map), theme: THEMES.light, width: 1920, height: 1080, title: map.meta.title, question: map.meta.question, date: '19 May 2016', reading: 'Now, seen by the shared picture',
    note: 'Illustrative', sentences: [...map.relationships.keys()].map((id) => spokenTie(map, id)), ...more,
  })
const wordsOf = (svg: string): string[] => [...everyElement(readXml(svg))].filter((element) => element.name === 'text').map(textOf)

describe('a picture explains itself', () => {
  test('title, question, date, whose view, and that it is illustrative', () => {
    const words = wordsOf(picture())
    expect(words).toContain('Harbour City: one system, one budget')
    expect(words.join(' ')).toContain('What has to be true between us for an older person to be cared for at home, and to tell their story once?')
    expect(words).toContain('19 May 2016 · Illustrative')
    expect(words).toContain('Now, seen by the shared picture')
  })

  test('who was in the room, and who was not', () => {
    const words = wordsOf(picture({ room: 'Council House, 24 people', absent: 'home care, residents.' }))
    expect(words).toContain('In the room: Council House, 24 people.')
    expect(words).toContain('Not in the room: home care, residents.')
    expect(wordsOf(picture()).some((line) => line.includes('the room'))).toBe(false)
  })

  test('the key holds what the picture uses', () => {
    const words = wordsOf(picture())
    for (const used of ['Acute Care', 'Partners', 'aware', 'as one', 'strained', 'trusting', 'hands people over to']) expect(words).toContain(used)
    expect(words).not.toContain('working against')
  })

  test('says what is left out, and leaves it out', () => {
    const words = wordsOf(picture({ scene: sceneOf(map, 'shared', { hidden: new Set(['sc-bro', 'r01']) }), filtered: 'Only teams: 12 of 46 elements, 9 of 94 ties.' }))
    expect(words).toContain('Only teams: 12 of 46 elements, 9 of 94 ties.')
    expect(words).not.toContain('brokerage')
  })

  test('its description holds every tie as a sentence', () => {
    const [, desc] = readXml(picture()).children
    const lines = typeof desc === 'object' ? textOf(desc).split('\n') : []
    expect(lines.length).toBeGreaterThanOrEqual(94)
    expect(lines.some((line) => line.startsWith('Hospital discharge team') && line.includes('Care brokerage'))).toBe(true)
  })

  test.each(PICTURE_SIZES.map((size) => [size.title, size] as const))('%s: everything lies within it', (_, { width, height }) => {
    const root = readXml(picture({ width, height }))
    expect([root.attributes.get('width'), root.attributes.get('height')]).toEqual([String(width), String(height)])
  })

  test('the face is embedded as it is given, and nothing else is referred to', () => {
    const svg = picture({ fontCss: "@font-face{font-family:'X';src:url(data:font/woff2;base64,AAAA)}" })
    expect(svg).toContain('url(data:font/woff2;base64,AAAA)')
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|foreignObject|href/)
  })
})

describe('pixels', () => {
  test.each([['slide', 1920, 1080], ['slide-4k', 3840, 2160], ['a4', 3508, 2480]] as const)('%s is %d by %d', (id, width, height) => {
    const size = PICTURE_SIZES.find((one) => one.id === id)
    expect(size && pixelSize(size, size.scale)).toEqual({ width, height, capped: null })
  })

  test('A3 is more than browsers draw: it is made smaller, and that is said', () => {
    const size = PICTURE_SIZES.find((one) => one.id === 'a3')
    const pixels = pixelSize(size as NonNullable<typeof size>, size?.scale ?? 1)
    expect(pixels.width * pixels.height).toBeLessThanOrEqual(MOST_PIXELS)
    expect(pixels.width * pixels.height).toBeGreaterThan(MOST_PIXELS * 0.99)
    expect(pixels.capped).toBe(`4961 × 3508 is more than browsers can draw, so this picture is ${pixels.width} × ${pixels.height}.`)
  })
})

test('lines are broken at spaces and never too long, but for a word that is', () => {
  const lines = wrapped('one two three four five six seven eight nine ten', 120, 16, 400)
  expect(lines.join(' ')).toBe('one two three four five six seven eight nine ten')
  for (const line of lines) expect(textWidth(line, 16, 400)).toBeLessThanOrEqual(120)
  expect(wrapped('Donaudampfschifffahrt', 20, 16, 400)).toEqual(['Donaudampfschifffahrt'])
  expect(wrapped('', 20, 16, 400)).toEqual([])
})
