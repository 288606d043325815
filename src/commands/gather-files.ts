import type { Decisions } from '../edits/gather/match.ts'
import type { GatherPlan } from '../edits/gather/plan.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { lookAt } from '../session/look.ts'
import { bringIntoSight, say, session, type OpenDialog, type OpenedHere } from '../session/session.ts'
import { counted } from '../words/counts.ts'
import { ports } from './provided.ts'
import type { FileIn } from './ports.ts'
import { readFiles } from './read-files.ts'

type Gathering = Extract<OpenDialog, { name: 'Gather' }>

/** Reads files off the page and shows what gathering them would do. Nothing where the person stopped it. */
export async function offerGather(files: readonly FileIn[], before?: Gathering): Promise<void> {
  if (files.length === 0) return
  try {
    const { work } = ports()
    const { found, met, refused } = await readFiles(files, (bytes) => work.find(bytes), (bytes) => work.readNative(bytes))
    if (found.length + met.length + refused.length === 0) return say('The file was left as it is. Nothing has changed.')
    const gathers = { files: [...(before?.files ?? []), ...found], refused: [...(before?.refused ?? []), ...refused] }
    // What the words of other tools' files mean is asked first, one file after another; then all are looked at together.
    session.setState({ dialog: met.length > 0 ? { name: 'Import', files: met, gathers } : { name: 'Gather', ...gathers } })
  } catch {
    say('Stopped. Nothing has changed.')
  }
}

/** Adds files to those that are being looked at. */
export async function gatherMore(files: readonly FileIn[]): Promise<void> {
  const { dialog } = session.getState()
  await offerGather(files, dialog?.name === 'Gather' ? dialog : undefined)
}

/** Adds what a table copied as text to what is being looked at; a text that is no table's is said so. */
export async function gatherText(text: string): Promise<void> {
  const { dialog } = session.getState()
  const before = dialog?.name === 'Gather' ? dialog : { files: [], refused: [] }
  const { readRatings } = await import('../formats/ratings/read-ratings.ts')
  const read = readRatings(text)
  session.setState({
    dialog: read.ok
      ? { name: 'Gather', files: [...before.files, { file: `${read.table}.txt`, whole: read.whole, repairs: read.repairs, savedAt: read.savedAt }], refused: before.refused }
      : { name: 'Gather', files: before.files, refused: [...before.refused, { file: 'The pasted text', place: read.place, reason: read.reason }] },
  })
}

export const asGatherFile = ({ file, savedAt, whole }: OpenedHere) => ({ name: file, savedAt, map: whole.map })

/** What gathering would do, and the map that it was worked out for. */
export interface Planned {
  readonly plan: GatherPlan
  readonly map: SystemMap
}

/** Gathers into the open map in one step, and shows what the tables say together. */
export async function gatherNow(files: readonly OpenedHere[], planned: Planned, included: ReadonlySet<string>, decisions: Decisions, signal: AbortSignal): Promise<void> {
  const { maps, work } = ports()
  const given = files.map(asGatherFile)
  let { map, plan } = planned
  for (;;) {
    const change = await work.gather({ map, files: given }, plan, decisions, { signal })
    const now = live.getState().map
    if (!now) return
    if (now === map) {
      maps.dispatch('Gather', change)
      break
    }
    // Another tab has changed the map meanwhile: the change is of the map as it is when it applies.
    map = now
    plan = await work.planGather({ map, files: given, included }, { signal })
  }
  const views = plan.files.filter(({ standing }) => standing === 'brings').map(({ view }) => view)
  const words = `Gathered ${counted(new Set(views).size, 'table')}`
  session.setState({ dialog: null, toast: { words, button: { title: 'Undo', command: 'undo' } } })
  lookTogether(views)
  say(`${words}. Nothing in your own map was changed. Control Z takes all of it back.`)
  bringIntoSight([])
}

function lookTogether(views: readonly Id[]): void {
  const here = live.getState().map?.perspectives
  const voices = [...new Set(views)].filter((id) => here?.has(id))
  if (voices.length < 2) return lookAt({ version: null })
  session.setState({ voices })
  lookAt({ version: null, perspective: '*' })
}
