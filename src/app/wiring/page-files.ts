import type { FileIn, Files } from '../../commands/ports.ts'

interface WritableHandle {
  readonly name: string
  createWritable(): Promise<{ write(bytes: BufferSource): Promise<void>; close(): Promise<void> }>
}
interface PickerWindow {
  showSaveFilePicker?(options: { suggestedName: string; types?: readonly { description: string; accept: Record<string, readonly string[]> }[] }): Promise<WritableHandle>
}

/** The file that a map was last written to, for as long as the page lives: the same file is written again. */
const handles = new Map<string, WritableHandle>()

export function fileIn(file: File): FileIn {
  return { name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }
}

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
  pick() {
    return new Promise((resolve) => {
      const input = document.createElement('input')
      input.type = 'file'
      input.multiple = true
      input.addEventListener('change', () => resolve([...(input.files ?? [])].map(fileIn)))
      input.addEventListener('cancel', () => resolve([]))
      input.click()
    })
  },

  async save(name, bytes, type) {
    const { showSaveFilePicker } = globalThis as PickerWindow
    if (!showSaveFilePicker || !/\.sightlines\.json$/.test(name)) return download(name, bytes, type)
    const known = handles.get(name)
    try {
      if (known) return await writeTo(known, bytes)
      const handle = await showSaveFilePicker.call(globalThis, { suggestedName: name, types: [{ description: 'Sightlines map', accept: { 'application/json': ['.json'] } }] })
      handles.set(name, handle)
      return await writeTo(handle, bytes)
    } catch (reason) {
      if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
      handles.delete(name)
      return download(name, bytes, type)
    }
  },

  async copyPicture(png) {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }) })])
  },

  async copyText(text) {
    await navigator.clipboard.writeText(text)
  },
}
