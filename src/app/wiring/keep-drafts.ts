import type { Id } from '../../model/ids.ts'
import { isOnMap } from '../../model/system-map.ts'
import { fieldDrafts, fieldOf, NEW_NOTE } from '../../session/field-drafts.ts'
import { live } from '../../session/live.ts'
import { say, select, session } from '../../session/session.ts'
import type { Library } from '../../storage/library.ts'
import { captureLine, setCaptureLine } from '../capture-line.ts'

const captureKey = (map: Id) => `${map}:capture`
const fieldPrefix = (map: Id) => `${map}:field:`

/** Goes where a field is that was being typed in, so that its text stands there again; gives what to call it. */
function goToField(key: string): string | null {
  const [subject, perspective, label] = fieldOf(key) ?? []
  const { map } = live.getState()
  if (!map || label === undefined || subject === undefined || perspective === undefined) return null
  const panel = map.actions.has(subject) || label === 'New action' ? 'Actions' : map.reflections.has(subject) || label === 'New reflection' ? 'Reflections' : null
  if (!panel && subject !== '' && !isOnMap(map, subject)) return null
  if (map.perspectives.has(perspective)) session.setState(({ reading }) => ({ reading: { ...reading, perspective } }))
  if (label === NEW_NOTE) {
    session.setState({ view: 'map', adding: 'note' })
    return label
  }
  if (panel) {
    session.setState({ panel, panelsHidden: false, opened: subject === '' ? null : subject })
    return label
  }
  session.setState({ panel: 'Details', panelsHidden: false })
  select(subject === '' ? [] : [subject])
  return label
}

/** Keeps text under the cursor on each input, and puts it back when its map is opened again. */
export function wireDrafts(ready: Promise<Library>): void {
  let open: Id | undefined
  const quietly = (work: (library: Library) => Promise<void>) => void ready.then(work).catch(() => undefined)
  const keep = (map: Id, key: string, text: string) => quietly((library) => (text === '' ? library.dropDraft(key) : library.keepDraft({ key, map, text })))

  captureLine.subscribe((now, before) => {
    if (now.line !== before.line && open !== undefined) keep(open, captureKey(open), now.line)
  })
  fieldDrafts.subscribe((now, before) => {
    const map = open
    if (map === undefined) return
    for (const [key, text] of now) if (before.get(key) !== text) keep(map, fieldPrefix(map) + key, text)
    for (const key of before.keys()) if (!now.has(key)) quietly((library) => library.dropDraft(fieldPrefix(map) + key))
  })
  live.subscribe((now) => {
    const id = now.map?.meta.mapId
    if (id === open) return
    open = undefined
    setCaptureLine('')
    fieldDrafts.setState(new Map(), true)
    open = id
    if (id !== undefined) void ready.then((library) => putBack(library, id)).catch(() => undefined)
  })

  async function putBack(library: Library, id: Id): Promise<void> {
    const drafts = await library.draftsOf(id)
    if (open !== id) return
    const prefix = fieldPrefix(id)
    const fields = drafts.flatMap(({ key, text }) => (key.startsWith(prefix) && text !== '' ? [[key.slice(prefix.length), text] as const] : []))
    if (fields.length > 0) {
      fieldDrafts.setState(new Map(fields), true)
      const label = goToField(fields[0]?.[0] ?? '')
      if (label !== null) say(`What you were typing under ${label} is back.`)
    }
    const line = drafts.find(({ key }) => key === captureKey(id))
    if (!line || line.text === '' || captureLine.getState().line !== '') return
    setCaptureLine(line.text)
    say('The line that you had not finished is back.')
  }
}
