import { beforeEach, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/commands/commands.ts'
import { commandOf, dispatch, invoke, isOffered } from '../../src/commands/dispatch.ts'
import { addElement } from '../../src/edits/add-element.ts'
import { addArea } from '../../src/edits/areas.ts'
import { addTie } from '../../src/edits/add-tie.ts'
import { setBackground } from '../../src/edits/background.ts'
import { addNote } from '../../src/edits/notes.ts'
import { setNames } from '../../src/edits/set-field.ts'
import type { Id } from '../../src/model/ids.ts'
import { isOnMap, sharedOf } from '../../src/model/system-map.ts'
import { live } from '../../src/session/live.ts'
import { select, session } from '../../src/session/session.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { seeded } from '../support/seeded.ts'
import { openApp, openMap } from './open-app.ts'

/** What these do shows only with something outside the page, or takes as long as a person is patient: browser tests run them. */
const ELSEWHERE = new Set(['copy-picture', 'print', 'keep-in-file', 'save-all', 'open-file', 'settle-carefully', 'background-picture'])
/** On offer only after something else was done, or in a table's copy. */
const LATER_ON = new Set(['undo', 'redo', 'timer-stop', 'show-all', 'towards-away', 'keep-layout', 'put-back-layout', 'compare-ghosts', 'compare-side-by-side', 'compare-wipe', 'which-table', 'hand-in'])

const random = seeded(11)
/** Commands that altered the map when they ran here. */
const altering = new Set<string>()

/** Everything of the open map, as a file would hold it. */
function asText(): string {
  return writeNative({ map: openMap(), contents: new Map() }, { app: 'test', savedAt: '', includePrivate: true })
}

/** Three elements, one of them with a tag and another name, two ties alike, a copy of two, a note, an area and a picture, so that every command has something to work on; gives what may be selected. */
async function fill(): Promise<readonly (readonly Id[])[]> {
  const making = { now: new Date('2026-05-19T10:00:00Z'), random, perspective: sharedOf(openMap()).id }
  const ids = ['Ward', 'Brokerage', 'Night desk'].map((name) => {
    const made = addElement(openMap(), { name }, making)
    dispatch(`Add ${name}`, made.change)
    return made.id
  })
  const [ward = '', brokerage = '', desk = ''] = ids
  dispatch('Tag', setNames(openMap(), ward, 'tag', ['winter']))
  dispatch('Name', setNames(openMap(), ward, 'alias', ['Ward 7']))
  const [tie = ''] = [1, 2].map(() => {
    const made = addTie(openMap(), { from: ward, to: brokerage }, making)
    dispatch('Connect', made.change)
    return made.id
  })
  select([ward, brokerage])
  await invoke('copy')
  const note = addNote(openMap(), 'Ask them', [900, 900], random)
  dispatch('New note', note.change)
  const area = addArea(openMap(), [900, 900], 'Winter', random)
  dispatch('New area', area.change)
  dispatch('Background picture', setBackground(openMap(), { type: 'image/png', data: 'iVBORw0KGgo=', pixels: [800, 600] }))
  return [[ward, desk], ids, [ward], [tie], [], [note.id, area.id], [...ids, tie, note.id, area.id]]
}

describe('Every command', () => {
  let choices: readonly (readonly Id[])[] = []
  beforeEach(async () => {
    await openApp()
    choices = await fill()
  })

  for (const { id, title, typedFirst, later } of COMMANDS) {
    if (ELSEWHERE.has(id) || LATER_ON.has(id) || typedFirst !== undefined || later !== undefined) continue
    it(`${title}: is on offer for some selection, and is one step that can be undone and done again`, { timeout: 20_000 }, async () => {
      const command = commandOf(id)
      const choice = choices.find((ids) => {
        select(ids)
        return command && isOffered(command)
      })
      expect(choice, 'no selection for which it is on offer').toBeDefined()
      const before = asText()
      const steps = live.getState().undo.length
      expect(await invoke(id)).toBe(true)
      const { map, undo } = live.getState()
      if (!map || undo.length <= steps) return
      altering.add(id)
      expect(undo.length).toBe(steps + 1)
      const after = asText()
      expect(after).not.toBe(before)
      await invoke('undo')
      expect(asText()).toBe(before)
      await invoke('redo')
      expect(asText()).toBe(after)
    })
  }

  it('of those that should alter the map has altered it', () => {
    const should = ['connect', 'delete', 'rate-0', 'rate-5', 'quality-up', 'quality-down', 'quality-untested', 'pin', 'settle', 'in-the-middle', 'reverse', 'kind-asset', 'tie-kind-funds', 'another-tie', 'not-the-same', 'align-left', 'spread-across', 'in-a-row', 'in-a-column', 'in-a-circle', 'cut', 'paste', 'paste-judgements', 'duplicate', 'area-around', 'background-remove']
    expect(should.filter((id) => !altering.has(id))).toEqual([])
  })

  it('works on elements, ties, notes and areas that are chosen together', async () => {
    const all = choices.at(-1) ?? []
    const before = asText()
    select(all)
    expect(await invoke('delete')).toBe(true)
    for (const id of all) expect(isOnMap(openMap(), id)).toBe(false)
    await invoke('undo')
    expect(asText()).toBe(before)
    expect(session.getState().selection).toEqual(all)
    await invoke('select-all')
    expect(session.getState().selection).toEqual(expect.arrayContaining(all.filter((id) => !openMap().relationships.has(id))))
    expect(session.getState().said.words).toMatch(/ elements, 1 note and 1 area selected\.$/)
  })

  it('run twice at once is two steps', async () => {
    select(choices[3] ?? [])
    const steps = live.getState().undo.length
    await Promise.all([invoke('rate-3'), invoke('quality-up')])
    expect(live.getState().undo.slice(steps)).toEqual(['Strength 3: Coordinated', 'Quality up'])
  })

  it('that alters the map is not on offer while an earlier version is looked at', () => {
    session.setState(({ reading }) => ({ reading: { ...reading, version: 'v1' } }))
    for (const ids of choices) {
      select(ids)
      const offered = COMMANDS.filter((command) => ['Say it', 'Rate it', 'Arrange', 'Change', 'Copy'].includes(command.group) && command.id !== 'copy' && isOffered(command))
      expect(offered.map((command) => command.title)).toEqual([])
    }
  })
})
