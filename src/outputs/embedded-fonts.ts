import latinExt from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { toBase64 } from '../model/base64.ts'

async function face(url: string, range: string): Promise<string> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`The face at ${url} did not load: ${answer.status}`)
  const data = toBase64(new Uint8Array(await answer.arrayBuffer()))
  return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
}

const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT = 'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

let loaded: Promise<string> | null = null

/** The bundled face as CSS with its bytes in it, about 72 kB; loaded once. Empty where it cannot be had: the picture then names the face and falls back. */
export function embeddedFontCss(): Promise<string> {
  loaded ??= Promise.all([face(latin, LATIN), face(latinExt, LATIN_EXT)]).then((faces) => faces.join(''))
  return loaded.catch(() => {
    loaded = null
    return ''
  })
}
