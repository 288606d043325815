import latin400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url'
import latin500 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-500-normal.woff?url'
import latin600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff?url'
import latin700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?url'
import more400 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?url'
import more500 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-500-normal.woff?url'
import more600 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-600-normal.woff?url'
import more700 from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff?url'
import { faceFrom, type Face } from './face.ts'

/** The faces of each weight, in the order that they are asked for a letter. */
export type Faces = ReadonlyMap<number, readonly Face[]>

const URLS = [[400, latin400, more400], [500, latin500, more500], [600, latin600, more600], [700, latin700, more700]] as const

async function face(url: string, name: string): Promise<Face> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`The face at ${url} did not load: ${answer.status}`)
  return faceFrom(new Uint8Array(await answer.arrayBuffer()), name)
}

export async function bundledFaces(): Promise<Faces> {
  const list = URLS.map(async ([weight, latin, more]) => [weight, await Promise.all([face(latin, `Atkinson-${weight}`), face(more, `AtkinsonMore-${weight}`)])] as const)
  return new Map(await Promise.all(list))
}
