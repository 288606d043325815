import { invoke } from '../../commands/dispatch.ts'
import { writeMapFile } from '../../commands/map-file.ts'
import type { SystemMap } from '../../model/system-map.ts'
import type { SaveState, StorageNotice } from '../../session/live.ts'
import { live } from '../../session/live.ts'
import { say, session } from '../../session/session.ts'

/** The map as it was when it last went to a file. */
let copied: SystemMap | null = null
let made: { readonly reason: string; readonly notice: StorageNotice } | null = null

function download(): void {
  writeMapFile().then(
    (name) => session.setState({ toast: { words: `Saved everything in ${name}` } }),
    () => void invoke('export'),
  )
}

/** What is said while work is only in this tab, with the way out of it; the same object as long as it says the same. */
export function notSavedNotice(save: SaveState): StorageNotice | null {
  if (save.is !== 'not saved') return null
  if (made?.reason !== save.reason) {
    made = { reason: save.reason, notice: { words: `${save.reason} Keep this tab open: your last changes are only in it.`, actions: [{ title: 'Download a copy', run: download }] } }
  }
  return made.notice
}

/** Says when the work stopped being on the disk, and when it is there again; and what the browser answered when asked to keep it. */
export function wireSaveWords(): void {
  live.subscribe((now, before) => {
    if (now.map?.meta.mapId !== before.map?.meta.mapId) return
    if (now.save.is === 'not saved' && before.save.is !== 'not saved') say(`Not saved. ${now.save.reason}`)
    if (now.save.is === 'saved' && before.save.is === 'not saved') say('Saved again.')
    // For the eye the save state says so, where it covers nothing, until there is a file.
    if (now.persisted !== null && before.persisted === null) say(now.persisted ? 'This browser will keep your maps.' : 'This browser may clear its storage. Save a file now and then.')
  })
}

/** Notes that the open map, as it is now, went to a file. */
export function noteCopied(): void {
  copied = live.getState().map
}

/** Whether nothing would be lost by leaving the open map: it is on the disk, or just as it is in a file. Says what to do where it is not. */
export function mayLeave(): boolean {
  const { save, map } = live.getState()
  if (save.is !== 'not saved' || map === copied) return true
  const words = 'Your last changes are only in this tab. Download a copy before you leave this map.'
  session.setState({ toast: { words, button: { title: 'Export', command: 'export' } } })
  say(words)
  return false
}

/** The browser asks before a tab with unsaved work is closed. */
export function wireLeaving(): void {
  addEventListener('beforeunload', (event) => {
    const { save, map } = live.getState()
    if (save.is === 'not saved' && map !== copied) event.preventDefault()
  })
}
