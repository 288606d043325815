import type { Background } from '../model/records.ts'
import { live } from '../session/live.ts'
import { canvas } from './canvas-store.ts'

/** Keeps the background of the open map decoded: once for its bytes, however often it is moved and painted. Gives back how to stop. */
export function keepPicture(): () => void {
  let data: string | null = null

  async function look() {
    const background = live.getState().map?.meta.background ?? null
    if ((background?.data ?? null) === data) return
    const mine = (data = background?.data ?? null)
    put(null)
    // What cannot be decoded is not drawn; the details of the map still say that it is there.
    const bitmap = background && (await decoded(background).catch(() => null))
    if (data === mine) put(bitmap)
    else bitmap?.close()
  }
  const ask = () => void look()
  ask()
  const stop = live.subscribe(ask)
  return () => {
    stop()
    data = null
    put(null)
  }
}

function put(picture: ImageBitmap | null): void {
  const before = canvas.getState().picture
  if (before === picture) return
  canvas.setState({ picture })
  before?.close()
}

function decoded({ type, data }: Background): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type }))
}
