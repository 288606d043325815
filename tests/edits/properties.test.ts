import { describe, expect, it } from 'vitest'
import { addArea, areaAround, resizeArea } from '../../src/edits/areas.ts'
import { coverWithBackground, placeBackground, removeBackground, scaleBackground, setBackground } from '../../src/edits/background.ts'
import { addElement } from '../../src/edits/add-element.ts'
import { addTie, changeTieKind, moveEnd, reverseTies } from '../../src/edits/add-tie.ts'
import { clearRating, judge, rate, stepQuality } from '../../src/edits/judge.ts'
import { move, nudge, togglePinned } from '../../src/edits/move.ts'
import { addNote, widenNote, writeNote } from '../../src/edits/notes.ts'
import { addOrganisation, changeOrganisation, orderOrganisations, removeOrganisation } from '../../src/edits/organisations.ts'
import { moveRatings } from '../../src/edits/move-ratings.ts'
import { showHands } from '../../src/edits/show-hands.ts'
import { takeMiddle, takeMiddleOfClose } from '../../src/edits/take-middle.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { addPerspective, changePerspective, keepPrivate, lookedAtEverything, orderPerspectives, ownView, removePerspective } from '../../src/edits/perspectives.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { rename, setFact, setNames } from '../../src/edits/set-field.ts'
import { apply } from '../../src/model/apply.ts'
import { isEmpty, type MapChange } from '../../src/model/change.ts'
import { checked, isFact } from '../../src/model/check.ts'
import { FIELDS, JUDGEMENT_FIELDS, type Field } from '../../src/model/fields.ts'
import { isId, type Random } from '../../src/model/ids.ts'
import { TIE_KINDS } from '../../src/model/kinds.ts'
import { RECORD_TABLES, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { between, oneOf, seeded, someOf } from '../support/seeded.ts'

const NAMES = ['Ward', '', '  ', 'Été', '->', 'a, b', '__proto__', 'x'.repeat(200)]

type Edit = (map: SystemMap, random: Random) => MapChange
const some = (map: SystemMap, random: Random) => oneOf(random, [...map.elements.keys(), ...map.relationships.keys(), 'gone'])
const anElement = (map: SystemMap, random: Random) => oneOf(random, [...map.elements.keys(), 'gone'])
const aTie = (map: SystemMap, random: Random) => oneOf(random, [...map.relationships.keys(), 'gone'])
const aView = (map: SystemMap, random: Random) => oneOf(random, [...map.perspectives.keys(), 'gone'])
const anOrganisation = (map: SystemMap, random: Random) => oneOf(random, [...map.organisations.keys(), 'gone'])
const aNote = (map: SystemMap, random: Random) => oneOf(random, [...map.notes.keys(), 'gone'])
const anArea = (map: SystemMap, random: Random) => oneOf(random, [...map.areas.keys(), 'gone'])
const anything = (map: SystemMap, random: Random) => oneOf(random, [() => some(map, random), () => aNote(map, random), () => anArea(map, random)])()
const making = (map: SystemMap, random: Random) => ({ now: new Date(2016, 4, 19), random, perspective: aView(map, random) })

const EDITS: Readonly<Record<string, Edit>> = {
  addElement: (m, r) => addElement(m, { name: oneOf(r, NAMES), organisation: r() < 0.5 ? null : anOrganisation(m, r) }, making(m, r), r() < 0.5 ? anElement(m, r) : undefined).change,
  addTie: (m, r) => addTie(m, { from: anElement(m, r), to: anElement(m, r), kind: oneOf(r, TIE_KINDS).value }, making(m, r)).change,
  changeTieKind: (m, r) => changeTieKind(m, [aTie(m, r)], oneOf(r, TIE_KINDS).value),
  moveEnd: (m, r) => moveEnd(m, aTie(m, r), 'to', anElement(m, r)),
  reverseTies: (m, r) => reverseTies(m, [aTie(m, r)]),
  rate: (m, r) => rate(m, aView(m, r), some(m, r), oneOf(r, [0, 1, 2, 3, 4, 5, 'yes'] as const)),
  stepQuality: (m, r) => stepQuality(m, aView(m, r), some(m, r), oneOf(r, [1, -1] as const)),
  judge: (m, r) => judge(m, aView(m, r), some(m, r), 'influence', between(r, 1, 5)),
  clearRating: (m, r) => clearRating(m, aView(m, r), some(m, r)),
  addNote: (m, r) => addNote(m, oneOf(r, NAMES), [r() * 1000, r() * -500], r).change,
  writeNote: (m, r) => writeNote(m, aNote(m, r), oneOf(r, NAMES.filter((name) => name.trim() !== ''))),
  widenNote: (m, r) => widenNote(m, aNote(m, r), oneOf(r, [-5, 120.4, 1e9, NaN])),
  addArea: (m, r) => addArea(m, [r() * 1000, r() * -500], oneOf(r, NAMES), r).change,
  areaAround: (m, r) => areaAround(m, [anything(m, r), anything(m, r)], r).change,
  resizeArea: (m, r) => resizeArea(m, anArea(m, r), oneOf(r, [{ width: 300.5 }, { x: -20.2, width: 10, height: -3 }, {}])),
  setBackground: (m) => setBackground(m, { type: 'image/png', data: 'iVBORw0KGgo=', pixels: [800, 600] }),
  placeBackground: (m, r) => placeBackground(m, oneOf(r, [{ x: 12.5 }, { width: 1000 }, { height: 0 }])),
  scaleBackground: (m, r) => scaleBackground(m, oneOf(r, [1.1, 0.5, 1])),
  coverWithBackground: (m) => coverWithBackground(m),
  removeBackground: (m) => removeBackground(m),
  move: (m, r) => move(m, new Map([[anything(m, r), [r() * 1000, r() * -500]]])),
  nudge: (m, r) => nudge(m, [anything(m, r)], 8, 0),
  togglePinned: (m, r) => togglePinned(m, [anElement(m, r)]),
  addOrganisation: (m, r) => addOrganisation(m, { name: oneOf(r, NAMES) }, r).change,
  changeOrganisation: (m, r) => changeOrganisation(m, anOrganisation(m, r), { name: oneOf(r, NAMES), slot: oneOf(r, [1, 2, 8, 'partner'] as const) }, r),
  orderOrganisations: (m, r) => orderOrganisations(m, someOf(r, [...m.organisations.keys()])),
  removeOrganisation: (m, r) => removeOrganisation(m, anOrganisation(m, r)),
  rename: (m, r) => rename(m, some(m, r), oneOf(r, NAMES)),
  setNames: (m, r) => setNames(m, anElement(m, r), 'tag', someOf(r, NAMES)),
  setFact: (m, r) => setFact(m, some(m, r), oneOf(r, NAMES), oneOf(r, ['1', 'x', 3, null])),
  moveRatings: (m, r) => moveRatings(m, aView(m, r), aView(m, r), [some(m, r), some(m, r)], oneOf(r, ['leave', 'replace'] as const)),
  showHands: (m, r) => showHands(m, aTie(m, r), oneOf(r, ['strength', 'quality'] as const), [...m.perspectives.keys()].map((perspective) => ({ perspective, value: oneOf(r, [0, 1, 2, null]), split: r() < 0.3 }))),
  takeMiddle: (m, r) => takeMiddle(m, some(m, r), voicesOf(m), { strength: between(r, 1, 5) }),
  takeMiddleOfClose: (m) => takeMiddleOfClose(m, voicesOf(m)).change,
  addPerspective: (m, r) => addPerspective(m, { name: oneOf(r, NAMES), type: oneOf(r, ['organisation', 'person', 'vision'] as const) }, r).change,
  ownView: (m, r) => ownView(m, r).change,
  changePerspective: (m, r) => changePerspective(m, aView(m, r), { name: oneOf(r, NAMES), type: oneOf(r, ['table', 'outside'] as const), organisation: r() < 0.5 ? null : anOrganisation(m, r) }),
  keepPrivate: (m, r) => keepPrivate(m, aView(m, r), r() < 0.5),
  lookedAtEverything: (m, r) => lookedAtEverything(m, aView(m, r), r() < 0.5, new Date(2016, 4, 19)),
  orderPerspectives: (m, r) => orderPerspectives(m, someOf(r, [...m.perspectives.keys()])),
  removePerspective: (m, r) => removePerspective(m, aView(m, r)),
  removeSubjects: (m, r) => removeSubjects(m, [anything(m, r), anything(m, r)]),
}

/** Every record holds what its fields may hold, and ids stand once over elements and ties. */
function faults(map: SystemMap): readonly string[] {
  const found: string[] = []
  for (const table of RECORD_TABLES) {
    for (const [id, record] of map[table]) {
      if (!isId(id) || record.id !== id) found.push(`${table} ${id}`)
      for (const field of FIELDS[table] as readonly Field[]) {
        const value = (record as unknown as Record<string, unknown>)[field.name]
        if (value instanceof Map) {
          for (const member of value.values()) if (!isFact(member)) found.push(`${table} ${id} ${field.name}`)
        } else if (checked(field, value as never) === undefined) found.push(`${table} ${id} ${field.name}`)
      }
    }
  }
  const onCanvas = [...map.elements.keys(), ...map.relationships.keys(), ...map.notes.keys(), ...map.areas.keys()]
  if (new Set(onCanvas).size < onCanvas.length) found.push('an id twice')
  for (const [id, [x, y]] of map.positions) if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) found.push(`position ${id}`)
  for (const judgements of map.judgements.values()) {
    for (const judgement of judgements.values()) {
      for (const field of JUDGEMENT_FIELDS) {
        const value = judgement[field.name]
        if (value !== undefined && checked(field, value as never) === undefined) found.push(`judgement ${field.name}`)
      }
    }
  }
  return found
}

/** The change that leads back: what a change took away or altered, as it was. */
function restores(before: SystemMap, after: SystemMap): boolean {
  return RECORD_TABLES.every((table) => [...before[table].values()].every((record) => after[table].get(record.id) === record || after[table].has(record.id)))
}

describe('every edit', () => {
  it.each(Array.from({ length: 150 }, (_, i) => i + 1))('leaves a valid map that differs, or changes nothing (seed %i)', (seed) => {
    const random = seeded(seed)
    let map = generateMap(random, 1.5)
    for (const [name, edit] of Object.entries(EDITS)) {
      const change = edit(map, random)
      const after = apply(map, change)
      expect(faults(after), name).toEqual([])
      expect(sharedOf(after).type).toBe('shared')
      if (isEmpty(change)) expect(after).toBe(map)
      // What it writes once it need not write again: doing the same twice changes nothing more.
      expect(apply(after, change), name).toBe(after)
      map = after
    }
  })

  it.each(Array.from({ length: 60 }, (_, i) => i + 1))('but removing keeps every record (seed %i)', (seed) => {
    const random = seeded(seed)
    const map = generateMap(random)
    for (const [name, edit] of Object.entries(EDITS)) if (!name.startsWith('remove')) expect(restores(map, apply(map, edit(map, random))), name).toBe(true)
  })
})

describe('removing', () => {
  it.each(Array.from({ length: 80 }, (_, i) => i + 1))('leaves no tie, judgement, reading or position of what is gone, and touches nothing else (seed %i)', (seed) => {
    const random = seeded(seed)
    const before = generateMap(random, 2)
    const ids = someOf(random, [...before.elements.keys(), ...before.relationships.keys()])
    const after = apply(before, removeSubjects(before, ids))
    const gone = [...before.elements.keys(), ...before.relationships.keys()].filter((id) => !after.elements.has(id) && !after.relationships.has(id))
    for (const id of ids) expect(gone).toContain(id)
    for (const id of gone) {
      expect(after.positions.has(id) && before.elements.has(id)).toBe(false)
      for (const [perspective, said] of after.judgements) if (!after.perspectives.get(perspective)?.private) expect(said.has(id)).toBe(false)
      const tie = before.relationships.get(id)
      if (tie && !ids.includes(id)) expect(ids.includes(tie.from) || ids.includes(tie.to)).toBe(true)
    }
    for (const tie of after.relationships.values()) expect(gone.includes(tie.from) || gone.includes(tie.to)).toBe(false)
    for (const reading of after.outcomeReadings.values()) expect(gone.includes(reading.element)).toBe(false)
    for (const table of ['organisations', 'perspectives', 'actions', 'reflections', 'loops', 'scenes'] as const) expect(after[table]).toBe(before[table])
  })
})
