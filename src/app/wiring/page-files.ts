import type { FileIn, Files } from '../../commands/ports.ts'
import type { Id } from '../../model/ids.ts'
import { live } from '../../session/live.ts'

interface WritableHandle {
  readonly name: string
  getFile(): Promise<File>
  createWritable(): Promise<{ write(bytes: BufferSource): Promise<void>; close(): Promise<void> }>
}
interface PickerWindow {
  showSaveFilePicker?(options: { suggestedName: string; types: readonly { description: string; accept: Record<string, readonly string[]> }[] }): Promise<WritableHandle>
}
interface LaunchWindow {
  launchQueue?: { setConsumer(take: (given: { files: readonly WritableHandle[] }) => void): void }
}

const picker = globalThis as PickerWindow
const isMapFile = (name: string) => name.endsWith('.sightlines.json')

/** The file that each map is written to, for as long as the page lives. */
const kept = new Map<Id, WritableHandle>()

function download(name: string, bytes: Uint8Array, type: string): string {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then, however slow the disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return name
}

async function writeTo(handle: WritableHandle, bytes: Uint8Array): Promise<string> {
  const stream = await handle.createWritable()
  await stream.write(bytes as Uint8Array<ArrayBuffer>)
  await stream.close()
  return handle.name
}

export const pageFiles: Files = {
  canKeep: picker.showSaveFilePicker !== undefined,

  pick(types) {
    return new Promise((resolve) => {
      const input = document.createElement('input')
      input.type = 'file'
      if (types === undefined) input.multiple = true
      else input.accept = types
      input.hidden = true
      // Out of the page it may be collected as garbage before the browser has opened its window.
      document.body.append(input)
      const end = () => {
        input.remove()
        resolve([...(input.files ?? [])].map(fileIn))
      }
      input.addEventListener('change', end)
      input.addEventListener('cancel', end)
      input.click()
    })
  },

  async save(name, bytes, type, apart) {
    const id = live.getState().map?.meta.mapId
    const handle = id === undefined || apart !== undefined || !isMapFile(name) ? undefined : kept.get(id)
    if (!handle) return download(name, bytes, type)
    try {
      return await writeTo(handle, bytes)
    } catch {
      // The file was moved, or the person did not let it be written again: a download is always there.
      if (id !== undefined) kept.delete(id)
      return download(name, bytes, type)
    }
  },

  async keepIn(name) {
    const id = live.getState().map?.meta.mapId
    if (!picker.showSaveFilePicker || id === undefined) return false
    try {
      kept.set(id, await picker.showSaveFilePicker({ suggestedName: name, types: [{ description: 'Sightlines map', accept: { 'application/json': ['.json'] } }] }))
      return true
    } catch {
      return false
    }
  },

  async copyPicture(png) {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }) })])
  },

  async copyText(text) {
    await navigator.clipboard.writeText(text)
  },
}

export function fileIn(file: File): FileIn {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }
}

/** Written again, it would lie there open. */
async function isLocked(handle: WritableHandle): Promise<boolean> {
  const { detect } = await import('../../formats/detect.ts')
  return detect(await fileIn(await handle.getFile()).bytes()) === 'locked'
}

/**
 * Takes files that the device's file manager opens with Sightlines. A map file that opens as its map is the one that the map is written to
 * again. One that was refused, is a zip, is locked, or waits for an answer is not: nothing else may ever be written over it.
 */
export function wireLaunchedFiles(open: (files: readonly FileIn[]) => Promise<void>): void {
  const { launchQueue } = globalThis as LaunchWindow
  const openMap = () => live.getState().map?.meta.mapId
  launchQueue?.setConsumer(({ files }) => {
    void (async () => {
      const before = openMap()
      await open((await Promise.all(files.map((handle) => handle.getFile()))).map(fileIn))
      const [only] = files
      const now = openMap()
      if (only && files.length === 1 && isMapFile(only.name) && now !== undefined && now !== before && !(await isLocked(only))) kept.set(now, only)
    })()
  })
}
