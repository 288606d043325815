import { readFileSync } from 'node:fs'
import { unzlibSync } from 'fflate'
import { faceFrom } from '../../src/outputs/pdf/face.ts'
import type { Faces } from '../../src/outputs/pdf/faces.ts'

const woff = (weight: number, set: string) => readFileSync(new URL(`../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${set}-${weight}-normal.woff`, import.meta.url))

/** The bundled faces, from where they are installed. */
export function installedFaces(): Faces {
  return new Map([400, 500, 600, 700].map((weight) => [weight, ['latin', 'latin-ext'].map((set) => faceFrom(woff(weight, set), `${set}-${weight}`))]))
}

export interface ReadPdf {
  /** Width and height of each page, in millimetres. */
  readonly pages: readonly (readonly [number, number])[]
  /** Where each page puts the picture, in CSS px, and the box that it shows. */
  readonly places: readonly { readonly at: readonly number[]; readonly clip: readonly number[] | null }[]
  /** Every line of letters, in the order that they are drawn: of the picture, then of each page. */
  readonly lines: readonly string[]
  readonly images: number
  /** Strokes and fills of paths. */
  readonly paths: number
}

interface Stored {
  readonly head: string
  readonly stream: string
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Objects by the offsets of the cross-reference table, as a reader finds them. */
function objectsOf(file: Uint8Array): ReadonlyMap<number, Stored> {
  const text = latin1(file)
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1])
  const rows = text.slice(table).match(/\d{10} \d{5} [nf]/g) ?? []
  return new Map(rows.slice(1).map((row, i) => {
    const at = Number(row.slice(0, 10))
    if (!text.startsWith(`${i + 1} 0 obj\n`, at)) throw new Error(`Object ${i + 1} is not where the table says`)
    const [head = ''] = /^[^]*?(?=\nstream\n|\nendobj\n)/.exec(text.slice(at)) ?? []
    const length = /\/Length (\d+)/.exec(head)?.[1]
    const start = at + head.length + '\nstream\n'.length
    return [i + 1, { head, stream: length === undefined ? '' : latin1(unzlibSync(file.subarray(start, start + Number(length)))) }]
  }))
}

function lettersOf(unicode: string): ReadonlyMap<string, string> {
  return new Map(Array.from(unicode.matchAll(/^<(\w{4})> <(\w{4})>$/gm), ([, glyph = '', code = '']) => [glyph, String.fromCharCode(Number.parseInt(code, 16))]))
}

const words = (hex: string) => (hex.match(/\w{4}/g) ?? []).slice(1).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('')

/** Letters as a reader takes them out: what is marked with words of its own says those. */
function linesOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly string[] {
  return Array.from(content.matchAll(/<<\/ActualText <(\w+)>>> BDC[^]*?EMC|BT [^]*? ET/g), ([whole, actual]) =>
    actual === undefined
      ? Array.from(whole.matchAll(/\/(F\d+) [\d.]+ Tf <(\w+)> Tj/g), ([, font = '', glyphs = '']) => (glyphs.match(/\w{4}/g) ?? []).map((glyph) => fonts.get(font)?.get(glyph) ?? '\ufffd').join('')).join('')
      : words(actual),
  ).filter(Boolean)
}

/** Reads a PDF of ours by its own table, streams and fonts: enough to say what a reader finds in it. */
export function readPdf(file: Uint8Array): ReadPdf {
  const objects = objectsOf(file)
  const list = [...objects.values()]
  const streamOf = (id: string | undefined) => objects.get(Number(id))?.stream ?? ''
  const headOf = (id: string | undefined) => objects.get(Number(id))?.head ?? ''
  const pages = list.filter(({ head }) => /\/Type\/Page\//.test(head))
  const fontList = headOf(/\/Font (\d+) 0 R/.exec(pages[0]?.head ?? '')?.[1])
  const fonts = new Map(Array.from(fontList.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, font = '', id]) => [font, lettersOf(streamOf(/\/ToUnicode (\d+)/.exec(headOf(id))?.[1]))]))
  const form = list.find(({ head }) => head.includes('/Subtype/Form'))?.stream ?? ''
  const contents = pages.map(({ head }) => streamOf(/\/Contents (\d+)/.exec(head)?.[1]))
  return {
    pages: pages.map(({ head }) => {
      const [, width, height] = /\/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
      return [Math.round((Number(width) * 25.4) / 72), Math.round((Number(height) * 25.4) / 72)]
    }),
    places: contents.map((content) => {
      const [, clip, at = ''] = /q (?:([\d. ]+) re W n )?1 0 0 1 ([-\d. ]+) cm \/Picture Do/.exec(content) ?? []
      return { at: at.split(' ').map(Number), clip: clip?.split(' ').map(Number) ?? null }
    }),
    lines: [form, ...contents].flatMap((content) => linesOf(content, fonts)),
    images: list.filter(({ head }) => head.includes('/Subtype/Image') && head.includes('/SMask')).length,
    paths: (form.match(/^[SBf]$/gm) ?? []).length,
  }
}
