import { live } from '../../session/live.ts'
import { say } from '../../session/session.ts'
import type { Library } from '../../storage/library.ts'
import { captureLine, setCaptureLine } from '../capture-line.ts'

const keyOf = (map: string) => `${map}:capture`

/** Keeps the line under the cursor on each input, and puts it back when its map is opened again. */
export function wireDrafts(ready: Promise<Library>): void {
  let mapId: string | undefined
  captureLine.subscribe((now, before) => {
    if (now.line === before.line || mapId === undefined) return
    const map = mapId
    void ready.then((library) => (now.line === '' ? library.dropDraft(keyOf(map)) : library.keepDraft({ key: keyOf(map), map, text: now.line }))).catch(() => undefined)
  })
  live.subscribe((now) => {
    const id = now.map?.meta.mapId
    if (id === mapId) return
    mapId = undefined
    setCaptureLine('')
    mapId = id
    if (id === undefined) return
    void ready
      .then((library) => library.draftsOf(id))
      .then((drafts) => {
        const draft = drafts.find(({ key }) => key === keyOf(id))
        if (!draft || draft.text === '' || mapId !== id || captureLine.getState().line !== '') return
        setCaptureLine(draft.text)
        say('The line that you had not finished is back.')
      })
      .catch(() => undefined)
  })
}
