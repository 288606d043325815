import { unzlibSync } from 'fflate'

/** A face of letters, as a PDF embeds it. */
export interface Face {
  readonly name: string
  /** The whole TrueType file. */
  readonly file: Uint8Array
  /** In thousandths of the letters' size. */
  readonly box: readonly [left: number, low: number, right: number, high: number]
  readonly ascent: number
  readonly descent: number
  /** The glyph of a code point; 0 where it has none. */
  glyph(code: number): number
  advance(glyph: number): number
}

const FIRST_TABLE = 44
const TABLE = 20
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

interface Table {
  readonly tag: string
  readonly checksum: number
  readonly bytes: Uint8Array
}

/** A WOFF is a TrueType file whose tables are packed one by one. */
function tablesOf(woff: Uint8Array): readonly Table[] {
  const data = view(woff)
  if (data.getUint32(0) !== 0x774f4646 || data.getUint32(4) !== 0x00010000) throw new Error('The face is no WOFF of TrueType letters')
  return Array.from({ length: data.getUint16(12) }, (_, i) => {
    const at = FIRST_TABLE + i * TABLE
    const [offset, packed, length] = [data.getUint32(at + 4), data.getUint32(at + 8), data.getUint32(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    return { tag: String.fromCharCode(...woff.subarray(at, at + 4)), checksum: data.getUint32(at + 16), bytes: packed < length ? unzlibSync(bytes) : bytes }
  })
}

function trueType(tables: readonly Table[]): Uint8Array {
  const padded = (length: number) => Math.ceil(length / 4) * 4
  let at = 12 + tables.length * 16
  const file = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), at))
  const data = view(file)
  const power = Math.floor(Math.log2(tables.length))
  data.setUint32(0, 0x00010000)
  for (const [i, value] of [tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power)].entries()) data.setUint16(4 + 2 * i, value)
  for (const [i, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + i * 16
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter)
    for (const [j, value] of [checksum, at, bytes.length].entries()) data.setUint32(entry + 4 + 4 * j, value)
    file.set(bytes, at)
    at += padded(bytes.length)
  }
  return file
}

/** The glyphs of the code points up to U+FFFF: the table's format 4. */
function glyphsOf(cmap: Uint8Array): ReadonlyMap<number, number> {
  const data = view(cmap)
  const glyphs = new Map<number, number>()
  for (let i = 0; i < data.getUint16(2); i++) {
    const start = data.getUint32(4 + i * 8 + 4)
    if (data.getUint16(start) !== 4) continue
    const width = data.getUint16(start + 6)
    const [ends, starts, deltas, offsets] = [start + 14, start + 16 + width, start + 16 + 2 * width, start + 16 + 3 * width]
    for (let at = 0; at < width; at += 2) {
      const [first, last, delta, offset] = [data.getUint16(starts + at), data.getUint16(ends + at), data.getUint16(deltas + at), data.getUint16(offsets + at)]
      for (let code = first; code <= last && code < 0xffff; code++) {
        const found = offset === 0 ? code : data.getUint16(offsets + at + offset + 2 * (code - first))
        if (found) glyphs.set(code, (found + delta) & 0xffff)
      }
    }
  }
  return glyphs
}

/** Reads a static face as it is bundled. PDF readers know no WOFF and no variable faces. */
export function faceFrom(woff: Uint8Array, name: string): Face {
  const tables = tablesOf(woff)
  const table = (tag: string) => {
    const found = tables.find((one) => one.tag === tag)
    if (!found) throw new Error(`The face has no table ${tag}`)
    return view(found.bytes)
  }
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')]
  const cmap = table('cmap')
  const glyphs = glyphsOf(new Uint8Array(cmap.buffer, cmap.byteOffset, cmap.byteLength))
  const scaled = (value: number) => Math.round((value * 1000) / head.getUint16(18))
  const last = hhea.getUint16(34) - 1
  return {
    name,
    file: trueType(tables),
    box: [scaled(head.getInt16(36)), scaled(head.getInt16(38)), scaled(head.getInt16(40)), scaled(head.getInt16(42))],
    ascent: scaled(hhea.getInt16(4)),
    descent: scaled(hhea.getInt16(6)),
    glyph: (code) => glyphs.get(code) ?? 0,
    advance: (glyph) => scaled(hmtx.getUint16(4 * Math.min(glyph, last))),
  }
}
