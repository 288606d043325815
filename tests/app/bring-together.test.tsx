import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { offerTogether } from '../../src/commands/bring-copies.ts'
import { dispatch, invoke } from '../../src/commands/dispatch.ts'
import { fromBase64, toBase64 } from '../../src/model/base64.ts'
import { MapDocument } from '../../src/document/map-document.ts'
import { MAIN } from '../../src/document/privacy.ts'
import { make } from '../../src/model/change.ts'
import { OpenDialog } from '../../src/panels/open/OpenDialog.tsx'
import { session } from '../../src/session/session.ts'
import { seeded } from '../support/seeded.ts'
import '../support/clean-page.ts'
import { openApp, openMap } from './open-app.ts'

const STEP = { title: 'A step', before: [], after: [] }
const rename = (to: string) => ({ writes: [{ at: 'elements' as const, id: 'ward', field: 'name', to }] })

it('A map that was edited on two laptops becomes one: what only the file changed comes, and what both changed is chosen', async () => {
  const user = userEvent.setup()
  const maps = await openApp()
  dispatch('Add', { writes: [make('elements', 'ward', { name: 'Ward' }), make('elements', 'desk', { name: 'Desk' })] })
  const history = fromBase64((await maps.history()) ?? '')
  if (!history) throw new Error('No history')
  const elsewhere = MapDocument.load([{ name: MAIN, updates: [history] }], seeded(99))
  elsewhere.change({ writes: [...rename('Ward nine').writes, make('elements', 'porters', { name: 'Porters' }), { at: 'elements', id: 'desk', field: 'description', to: 'By the door' }] }, STEP)
  dispatch('Rename', rename('Ward five'))
  dispatch('Describe', { writes: [{ at: 'meta', id: 'map', field: 'place', to: 'Here' }] })

  // Nothing earlier is kept in memory: only that it is asked for, and when, shows here.
  const kept: string[] = []
  maps.keepPoint = async () => void kept.push(openMap().elements.get('ward')?.name ?? '')
  await offerTogether({ file: 'other.sightlines.json', whole: { map: elsewhere.map, contents: new Map() }, repairs: [], savedAt: '', history: toBase64(elsewhere.state(MAIN)) })
  render(<OpenDialog />)
  expect(await screen.findByText('Only the file has changed these, and they come: 2 elements.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Bring together/ })))
  const row = screen.getByRole('row', { name: /^Ward five: Name/ })
  expect(row.textContent).toContain('Ward nine')
  await user.click(screen.getByRole('radio', { name: 'The file' }))
  await user.click(screen.getByRole('button', { name: /^Bring together/ }))
  await waitFor(() => expect(session.getState().dialog).toBeNull())
  expect([...openMap().elements.values()].map(({ name }) => name)).toEqual(expect.arrayContaining(['Ward nine', 'Desk', 'Porters']))
  expect([openMap().elements.get('desk')?.description, openMap().meta.place]).toEqual(['By the door', 'Here'])
  expect(kept).toEqual(['Ward five'])
  await invoke('undo')
  expect([openMap().elements.get('ward')?.name, openMap().elements.has('porters')]).toEqual(['Ward five', false])
})
