import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { svgMarks, svgText, type SvgOptions } from '../../src/painters/svg.ts'
import { xmlText } from '../../src/painters/xml.ts'
import { THEMES } from '../../src/scene/palette.ts'
import { besideIn, furnished, harbourCity, sceneOf, sketched } from '../support/sample-scene.ts'
import { everyElement, readXml, textOf } from '../support/well-formed.ts'

const OPTIONS: SvgOptions = { width: 1366, height: 768, title: 'Harbour City', description: 'A map', theme: THEMES.light, view: { x: 0, y: 0, zoom: 1 }, detail: { without: new Set() } }
const NAUGHTY: readonly string[] = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='alert(1)", '&', '&amp;', '&#0;', ']]>', '<![CDATA[', '<!--', '-->', '\u0000', '\u0008\u000b\u000c\u001f',
  '\ud800', '\udfff', 'a\ud83dz', '\ufffe\uffff', '\u202eright to left', 'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤', '👩🏽‍⚕️', '田中さんにあげて下さい', 'مُنَاقَشَةُ', '`${7*7}`', '%s%n', 'javascript:alert(1)', '\u007f\u0085', 'undefined', 'NaN', ' ',
]

describe('a map as SVG', () => {
  const root = readXml(svgText(sceneOf(harbourCity()), { ...OPTIONS, nameOf: (id) => `Says ${id}` }))
  const all = [...everyElement(root)]

  test('says its name and what it shows', () => {
    const [title, desc] = root.children
    expect(typeof title === 'object' && title.name === 'title' && textOf(title)).toBe('Harbour City')
    expect(typeof desc === 'object' && desc.name === 'desc' && textOf(desc)).toBe('A map')
    expect(root.attributes.get('role')).toBe('img')
  })

  test('holds every name as text', () => {
    const words = all.filter((element) => element.name === 'text').map(textOf)
    for (const name of ['Care', 'brokerage', 'Older person with', 'COMMUNITY HEALTHCARE']) expect(words).toContain(name)
  })

  test('names each element and each tie', () => {
    const titles = all.filter((element) => element.name === 'title').map(textOf)
    expect(titles).toContain('Says sc-bro')
    expect(titles).toContain('Says r41')
    expect(titles).toHaveLength(1 + 46 + 94)
  })

  test('runs nothing and asks for nothing', () => {
    for (const element of all) {
      expect(['svg', 'g', 'path', 'text', 'rect', 'title', 'desc']).toContain(element.name)
      for (const [key, value] of element.attributes) {
        expect(key).not.toMatch(/^on|href/)
        if (key !== 'xmlns') expect(value).not.toMatch(/url\(|https?:|javascript:|data:/)
      }
    }
  })

  test('carries its notes as lines of text, its areas by their titles and its background in itself', () => {
    const map = furnished(harbourCity())
    const furnishedAll = [...everyElement(readXml(svgText(sceneOf(map, 'shared', besideIn(map)), OPTIONS)))]
    const words = furnishedAll.filter((element) => element.name === 'text').map(textOf)
    for (const line of ['Ask the ward', 'what it needs', 'Winter plan', 'Beds']) expect(words).toContain(line)
    const images = furnishedAll.filter((element) => element.name === 'image')
    expect(images.map((image) => image.attributes.get('href'))).toEqual(['data:image/png;base64,iVBORw0KGgo='])
    expect(images[0]?.attributes.get('preserveAspectRatio')).toBe('none')
  })

  test('draws every colour solid', () => {
    for (const element of all) {
      expect(element.attributes.has('opacity')).toBe(false)
      for (const key of ['fill', 'stroke']) {
        const colour = element.attributes.get(key)
        if (colour !== undefined && colour !== 'none') expect(colour).toMatch(/^#[0-9A-F]{6}$/i)
      }
    }
  })
})

describe('whatever people type', () => {
  test.each(NAUGHTY.map((name) => [JSON.stringify(name), name] as const))('%s is text and nothing else', (_, name) => {
    const map = sketched({ elements: { a: { at: [0, 0], name, organisation: 'o' }, b: { at: [300, 0], name: 'B', organisation: 'o' } }, ties: { r: { from: 'a', to: 'b', label: name } }, organisations: { o: { name, slot: 1 } } })
    const root = readXml(svgText(sceneOf(map, 'shared', { selection: ['r'] }), { ...OPTIONS, title: name, description: name, nameOf: () => name }))
    for (const element of everyElement(root)) {
      expect(['svg', 'g', 'path', 'text', 'rect', 'title', 'desc']).toContain(element.name)
      for (const key of element.attributes.keys()) expect(key).not.toMatch(/^on/)
    }
  })

  test('the big list of naughty strings', () => {
    const strings = JSON.parse(readFileSync(new URL('../fixtures/strings/blns.json', import.meta.url), 'utf8')) as readonly string[]
    expect(strings.length).toBeGreaterThan(500)
    const elements = Object.fromEntries(strings.map((name, i) => [`e${i}`, { at: [(i % 25) * 220, Math.floor(i / 25) * 80] as const, name }]))
    const root = readXml(svgText(sceneOf(sketched({ elements })), { ...OPTIONS, description: strings.join('\n'), nameOf: (id) => strings[Number(id.slice(1))] ?? '' }))
    expect([...everyElement(root)].filter((element) => element.name === 'title')).toHaveLength(1 + strings.filter(Boolean).length)
  })

  test('what XML can hold comes back as it was', () => {
    for (const name of ['a < b & c > "d" \'e\'', 'tab\tand\nline', '👩🏽‍⚕️ 田中']) expect(textOf(readXml(`<a>${xmlText(name)}</a>`))).toBe(name)
  })
})

test('a part that is left out is not drawn', () => {
  const marks = [{ is: 'path', part: 'kind', d: 'M0 0', fill: 'ink' }, { is: 'path', part: 'line', d: 'M1 1', fill: 'ink' }] as const
  expect(svgMarks(marks, THEMES.light, new Set(['kind']))).toBe(`<path d="M1 1" fill="${THEMES.light.colours.ink}"/>`)
})
