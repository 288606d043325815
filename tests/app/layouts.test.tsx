import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { LayoutStrip } from '../../src/canvas/LayoutStrip.tsx'
import { dispatch, invoke, ports } from '../../src/commands/dispatch.ts'
import { addElement } from '../../src/edits/add-element.ts'
import { addTie } from '../../src/edits/add-tie.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { joined, set } from '../../src/model/change.ts'
import type { Id } from '../../src/model/ids.ts'
import { sharedOf } from '../../src/model/system-map.ts'
import { live } from '../../src/session/live.ts'
import { shownPlaces } from '../../src/session/previewed.ts'
import { select, session } from '../../src/session/session.ts'
import '../support/clean-page.ts'
import { seeded } from '../support/seeded.ts'
import { openApp, openMap } from './open-app.ts'

const random = seeded(3)
const making = () => ({ now: new Date('2026-05-19T10:00:00Z'), random, perspective: sharedOf(openMap()).id })
const preview = () => session.getState().preview
const places = () => shownPlaces(openMap(), preview())
const said = () => session.getState().said.words

/** Everything of the open map, as a file would hold it. */
const asText = () => writeNative({ map: openMap(), contents: new Map() }, { app: 'test', savedAt: '', includePrivate: true })

function add(name: string): Id {
  const made = addElement(openMap(), { name }, making())
  dispatch(`Add ${name}`, made.change)
  return made.id
}

describe('A layout', () => {
  let ids: readonly Id[] = []
  let text = ''
  let steps = 0
  beforeEach(async () => {
    await openApp()
    ids = ['Ward', 'Brokerage', 'Pharmacy', 'Housing', 'Therapy'].map(add)
    for (let i = 1; i < ids.length; i++) dispatch('Connect', addTie(openMap(), { from: ids[i] ?? '', to: ids[0] ?? '' }, making()).change)
    select([])
    text = asText()
    steps = live.getState().undo.length
  })
  const isUntouched = () => expect([asText() === text, live.getState().undo.length]).toEqual([true, steps])

  for (const id of ['settle-again', 'rows', 'rings', 'flow']) {
    it(`${id}: is shown and not written, put back without a trace, kept as one step that can be undone`, async () => {
      expect(await invoke(id)).toBe(true)
      const shown = places()
      expect(shown).not.toBe(openMap().positions)
      expect(said()).toMatch(/would move\. (No|\d+) crossings?, .*Distances fit the ties: \d+%\. Enter keeps it, Escape puts it back\.$/)
      isUntouched()

      await invoke('put-back-layout')
      expect(preview()).toBeNull()
      expect(places()).toBe(openMap().positions)
      isUntouched()

      await invoke(id)
      const title = preview()?.title
      await invoke('keep-layout')
      expect(preview()).toBeNull()
      expect([...openMap().positions].sort()).toEqual([...shown].sort())
      expect(live.getState().undo.slice(steps)).toEqual([title])
      await invoke('undo')
      expect(asText()).toBe(text)
    })
  }

  it('that rests on chance can be tried again; settled so, the map is settled', async () => {
    render(<LayoutStrip />)
    await invoke('settle-again')
    const first = preview()?.positions
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(preview()?.attempt).toBe(2))
    expect(preview()?.positions).not.toEqual(first)
    await invoke('keep-layout')
    const kept = asText()
    await invoke('settle')
    expect(said()).toBe('Everything stands where it should. Nothing moved.')
    expect(asText()).toBe(kept)
  })

  it('that moves nothing says so, and keeping it is no step', async () => {
    await invoke('tidy')
    expect(preview()?.words).toBe('Tidy. Nothing would move.')
    await invoke('keep-layout')
    isUntouched()
  })

  it('is put back before anything is added, and the new one lands where it would have', async () => {
    await invoke('rows')
    add('Pharmacy porter')
    expect(preview()).toBeNull()
    const withPreview = asText()
    await invoke('undo')
    isUntouched()
    await invoke('redo')
    expect(asText()).toBe(withPreview)
    const [id] = [...openMap().elements.values()].filter(({ name }) => name === 'Pharmacy porter').map((element) => element.id)
    const before = (JSON.parse(text) as { elements: { id: Id; position: unknown }[] }).elements.map((element) => [element.id, element.position])
    expect([...openMap().positions].filter(([other]) => other !== id).sort()).toEqual(before.sort())
  })

  it('is put back by a command that alters the map, and by a name that is being typed', async () => {
    await invoke('rows')
    select(ids.slice(0, 1))
    await invoke('pin')
    expect(preview()).toBeNull()
    expect(openMap().elements.get(ids[0] ?? '')?.pinned).toBe(true)
    await invoke('rows')
    session.setState({ landing: [{ name: 'Ma', kind: 'team', organisation: null, at: [0, 0], tiedTo: null }] })
    expect(preview()).toBeNull()
  })

  it('is put back where the map is left, looked at as it was, or taken away; not where something is only looked up', async () => {
    const leaving = [{ view: 'table' }, { reading: { version: 'v', perspective: 'shared' } }, { dialog: { name: 'Export' } }, { dialog: { name: 'Save version' } }] as const
    for (const next of leaving) {
      session.setState({ view: 'map', dialog: null, reading: { version: null, perspective: 'shared' } })
      await invoke('rows')
      expect(preview()).not.toBeNull()
      session.setState(next)
      expect(preview(), JSON.stringify(next)).toBeNull()
      expect(said()).toBe('Rows by organisation was put back.')
    }
    session.setState({ view: 'map', dialog: null, reading: { version: null, perspective: 'shared' } })
    await invoke('rows')
    for (const name of ['Commands', 'Find', 'Keys', 'Key'] as const) session.setState({ dialog: { name } })
    expect(preview()).not.toBeNull()
    isUntouched()
  })

  it('is what undo takes back, and nothing else', async () => {
    await invoke('rows')
    await invoke('undo')
    expect(preview()).toBeNull()
    isUntouched()
  })

  it('stays while another tab works, and is kept on the map as it then is', async () => {
    await invoke('rows')
    const [pinned = '', gone = '', other = ''] = ids
    const shown = places().get(other)
    const where = openMap().positions.get(pinned)
    // Straight to the document: as a change arrives that was made elsewhere.
    ports().maps.dispatch('Elsewhere', (map) => joined(removeSubjects(map, [gone]), { writes: [set('elements', pinned, 'pinned', true), set('elements', other, 'name', 'Another name')] }))
    expect(preview()).not.toBeNull()
    expect(places().get(pinned)).toEqual(where)
    expect(places().has(gone)).toBe(false)
    await invoke('keep-layout')
    expect(openMap().positions.get(pinned)).toEqual(where)
    expect(openMap().positions.has(gone)).toBe(false)
    expect(openMap().positions.get(other)).toEqual(shown)
    expect(openMap().elements.get(other)?.name).toBe('Another name')
  })

  it('of the selection moves nothing else, and goes on to the next layout with it', async () => {
    select(ids.slice(0, 3))
    await invoke('rows-selection')
    expect([...(preview()?.positions.keys() ?? [])].filter((id) => !ids.slice(0, 3).includes(id))).toEqual([])
    expect(preview()?.words).toMatch(/^Rows by organisation, only these\. \d would move\.$/)
    select([])
    expect(await invoke('flow-selection')).toBe(true)
    expect(preview()?.only).toEqual(ids.slice(0, 3))
    await invoke('keep-layout')
    expect(live.getState().undo.slice(steps)).toEqual(['Flow left to right, only these'])
  })

  it('asked for from the table goes to the map', async () => {
    session.setState({ view: 'table' })
    await invoke('flow')
    expect([session.getState().view, preview()?.layout]).toEqual(['map', 'flow'])
  })

  it('asked for while another is worked out takes its place, with one sentence', async () => {
    const { count } = session.getState().said
    await Promise.all([invoke('rows'), invoke('flow')])
    expect(preview()?.layout).toBe('flow')
    expect([said(), session.getState().said.count]).toEqual([expect.stringMatching(/^Flow left to right\. /), count + 1])
  })

  it('has a strip that says what it would do, keeps, puts back, and goes on to another', async () => {
    render(<LayoutStrip />)
    await invoke('rows')
    const strip = await screen.findByRole('group', { name: 'Layout' })
    expect(strip.textContent).toContain(preview()?.words)
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Rows' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Flow' }))
    await waitFor(() => expect(preview()?.layout).toBe('flow'))
    fireEvent.keyDown(screen.getByRole('radio', { name: 'Flow' }), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Layout' })).toBeNull())
    isUntouched()

    select(ids.slice(0, 2))
    await invoke('rows')
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Only the 2 selected' }))
    await waitFor(() => expect(preview()?.only).toEqual(ids.slice(0, 2)))
    fireEvent.keyDown(screen.getByRole('radio', { name: 'Rows' }), { key: 'Enter' })
    expect(preview()).toBeNull()
    expect(live.getState().undo.slice(steps)).toEqual(['Rows by organisation, only these'])
  })
})
