import { bringTogether, NOBODY_KNOWS, togetherAs, type Together } from '../edits/bring-together.ts'
import { live } from '../session/live.ts'
import { say, session, type OpenedHere } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { ports } from './provided.ts'

/** Opens the map that a file is another copy of, and asks how the two become one. */
export async function offerTogether(here: OpenedHere): Promise<void> {
  await ports().maps.open(here.whole.map.meta.mapId)
  session.setState({ dialog: { name: 'Bring together', here } })
}

/** What bringing the file's copy to the open one would do. Where a history is missing on either side nobody knows who changed what. */
export async function planTogether({ whole, history }: OpenedHere): Promise<{ readonly together: Together; readonly isKnown: boolean }> {
  const { map } = live.getState()
  if (!map) throw new Error('No map is open')
  const who = history === undefined ? null : ((await ports().maps.whoChanged?.(history)) ?? null)
  return { together: bringTogether(map, whole.map, who ?? NOBODY_KNOWS), isKnown: who !== null }
}

/** Makes the two one, in one step, with the map as it is now kept among its earlier states. `theirs` are the places where the file's answer is taken. */
export async function bringCopies(here: OpenedHere, theirs: ReadonlySet<string>): Promise<void> {
  const { maps } = ports()
  const { together } = await planTogether(here)
  await maps.keepPoint('Before two copies were brought together')
  maps.keepContents?.(here.whole.contents)
  const change = togetherAs(together, theirs)
  maps.dispatch('Bring the two copies together', change)
  const words = `Brought the two copies together: ${counted(new Set(change.writes.map(({ at, id }) => `${at} ${id}`)).size, 'thing')} changed`
  session.setState({ dialog: null, toast: { words, button: { title: 'Undo', command: 'undo' } } })
  say(`${words}. The map as it was is kept among its earlier states.`)
}
