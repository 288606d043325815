import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeFor } from '../../src/capture/change-for.ts'
import { keyOf } from '../../src/capture/names.ts'
import { previewPaste, pasteChange } from '../../src/capture/paste-change.ts'
import { readPaste } from '../../src/capture/paste.ts'
import { tieForLine } from '../../src/capture/print.ts'
import { understand } from '../../src/capture/understand.ts'
import { apply } from '../../src/model/apply.ts'
import { set } from '../../src/model/change.ts'
import { TIE_KINDS, tieKind } from '../../src/model/kinds.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { oneOf, seeded } from '../support/seeded.ts'
import { contextOf, roomMap } from './capture-map.ts'

const naughty = JSON.parse(readFileSync(new URL('../fixtures/strings/blns.json', import.meta.url), 'utf8')) as string[]
const seeds = Array.from({ length: 60 }, (_, i) => i + 1)
const pieces = ['->', '<->', '!>', '?', '!', '/', '@', '@ac', '#', '#role', ':', ',', '"', '“', '=', '=3', '+1', '-9', ' by ', '10 June', 'Ward', ' ', '  ', '\n', '\t', 'care br', 'é', '👩🏽‍⚕️', '\u0000']
const lines = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...pieces)).map((list) => list.join('')))

function holds(line: string, map: SystemMap, selection: readonly string[]): void {
  const context = contextOf(map, { selection })
  const understood = understand(line, context, Math.floor(line.length / 2))
  expect(typeof understood.ghost).toBe('string')
  const after = apply(map, changeFor(understand(line, context), map, context))
  for (const [id, at] of map.positions) expect(after.positions.get(id)).toBe(at)
  for (const element of after.elements.values()) if (!map.elements.has(element.id)) expect(after.positions.has(element.id)).toBe(true)
  for (const tie of after.relationships.values()) if (!map.relationships.has(tie.id)) expect(after.elements.has(tie.from) && after.elements.has(tie.to)).toBe(true)
}

function countNamed(map: SystemMap, name: string): number {
  return [...map.elements.values()].filter((element) => keyOf(element.name) === keyOf(name)).length
}

/** The same map with odd names that differ, and ties that run as their kind does: a one-way `works`, and a sign on a tie that goes both ways, cannot be said in a line. */
function sayable(map: SystemMap): SystemMap {
  const names = [...map.elements.values()].map((element) => set('elements', element.id, 'name', `${element.name}${countNamed(map, element.name) > 1 || keyOf(element.name) === '' ? element.id : ''}`))
  const ways = [...map.relationships.values()].map((tie) => set('relationships', tie.id, 'mutual', tieKind(tie.kind).mutual))
  return apply(map, { writes: [...names, ...ways] })
}

describe('any text', () => {
  it('is understood or refused in words, and never moves what stands', () => {
    const map = roomMap()
    fc.assert(fc.property(lines, (line) => holds(line, map, ['wards', 'call'])), { numRuns: 600 })
  })

  it('of the big list of naughty strings is a name that comes back as itself in quotation marks', () => {
    const map = roomMap()
    for (const name of naughty) {
      holds(name, map, ['wards'])
      const said = keyOf(name)
      if (said === '') continue
      const understood = understand(`"${name.replaceAll('"', '""')}"`, contextOf(map))
      expect(understood.intent).toMatchObject({ is: 'elements', elements: [{ existing: null }] })
      expect(understood.intent.is === 'elements' && keyOf(understood.intent.elements[0]?.name ?? '')).toBe(said)
    }
  })

  it('can be pasted', () => {
    const map = roomMap()
    const cells = fc.array(fc.array(fc.oneof(fc.constantFrom(...pieces, 'From', 'To', 'Name', 'Organisation'), fc.string()), { maxLength: 5 }), { maxLength: 6 })
    fc.assert(fc.property(fc.oneof(lines, cells.map((rows) => rows.map((row) => row.join('\t')).join('\n'))), (text) => {
      const sheet = readPaste(text, map)
      const context = contextOf(map)
      expect(previewPaste(sheet, context).words).toContain('already here')
      const after = apply(map, pasteChange(sheet, map, context))
      for (const [id, at] of map.positions) expect(after.positions.get(id)).toBe(at)
    }), { numRuns: 300 })
  })
})

describe('a tie typed as it is printed', () => {
  it(`is that tie, over ${seeds.length} generated maps`, () => {
    let checked = 0
    for (const seed of seeds) {
      const map = sayable(generateMap(seeded(seed), 1.5))
      for (const tie of map.relationships.values()) {
        const from = map.elements.get(tie.from)
        const to = map.elements.get(tie.to)
        if (!from || !to || from === to) continue
        checked++
        const line = tieForLine(map, tie, null)
        const at = `seed ${seed}: ${line}`
        const { intent, problems } = understand(line, contextOf(map, { organisation: null }))
        expect(problems, at).toEqual([])
        if (intent.is !== 'ties') expect.fail(at)
        const [typed] = intent.ties
        const found = map.relationships.get(typed?.existing ?? '')
        expect([intent.elements[typed?.from ?? -1]?.existing, intent.elements[typed?.to ?? -1]?.existing], at).toEqual([tie.from, tie.to])
        expect({ kind: typed?.kind, label: keyOf(typed?.label ?? '') }, at).toEqual({ kind: tie.kind, label: keyOf(tie.label) })
        if (tie.kind === 'influences') expect(typed?.polarity, at).toBe(tie.polarity ?? '?')
        expect(found?.kind, at).toBe(tie.kind)
      }
    }
    expect(checked).toBeGreaterThan(120)
  })

  it.each(seeds.slice(0, 30))('with a rating gives that rating (seed %i)', (seed) => {
    const random = seeded(seed)
    const map = roomMap()
    const names = [...map.elements.values()].filter((element) => countNamed(map, element.name) === 1)
    const from = oneOf(random, names)
    const to = oneOf(random, names.filter((element) => element !== from))
    const kind = oneOf(random, TIE_KINDS)
    const presence = oneOf(random, [1, 2, 3, 4, 5] as const)
    const quality = oneOf(random, [-2, -1, 0, 1, 2])
    const tie = { id: 't', from: from.id, to: to.id, kind: kind.value, label: oneOf(random, ['', 'daily call', 'meets weekly', '=3 beds']), mutual: kind.mutual, polarity: kind.value === 'influences' ? ('-' as const) : null, delay: false, star: false, facts: new Map(), description: '', added: '', extra: '' }
    const context = contextOf(map)
    const outcome = changeFor(understand(tieForLine(map, tie, 'SC', { presence, quality }), context), map, context)
    const id = outcome.select?.[0] ?? ''
    const after = apply(map, outcome)
    expect(after.relationships.get(id)).toMatchObject({ from: tie.from, to: tie.to, kind: tie.kind })
    expect(after.judgements.get('shared')?.get(id)).toEqual(tie.kind === 'influences' ? { presence } : { presence, quality })
  })
})

it('understands a line against five thousand elements by looking at each name once', () => {
  const base = generateMap(seeded(5))
  const ward = roomMap().elements.get('wards')
  if (!ward) return expect.fail('the map has wards')
  const elements = new Map(Array.from({ length: 5000 }, (_, i) => [`e${i}`, { ...ward, id: `e${i}`, name: `Ward ${i} of the ${i % 7} team` }]))
  const map = { ...base, elements }
  const context = contextOf(map, { organisation: null })
  expect(understand('Ward 4999 of the 1 team -> wa', context).completions).toHaveLength(5)
})
