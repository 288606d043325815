import type { Face } from './face.ts'
import type { Faces } from './faces.ts'
import type { PdfObjects } from './pdf-objects.ts'

interface Run {
  /** The name of its face among the page's resources. */
  readonly font: string
  /** Glyphs in hexadecimal. */
  readonly glyphs: string
}

interface Line {
  readonly runs: readonly Run[]
  /** At size 1. */
  readonly width: number
  readonly letters: number
}

/** Writes lines in the bundled faces, and remembers which glyphs it used. */
export interface Lettering {
  /** Null where a letter is in none of the faces. */
  line(text: string, weight: number): Line | null
  /** Puts the faces that were used; the entries of a font dictionary. */
  put(objects: PdfObjects): string
}

interface Used {
  readonly face: Face
  readonly font: string
  readonly codes: Map<number, number>
}

const hex = (value: number) => value.toString(16).padStart(4, '0').toUpperCase()

export function lettering(faces: Faces): Lettering {
  const used = new Map<Face, Used>()
  const inUse = (face: Face): Used => {
    const known = used.get(face) ?? { face, font: `F${used.size}`, codes: new Map() }
    used.set(face, known)
    return known
  }
  return {
    line(text, weight) {
      const list = faces.get(weight) ?? []
      const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
      const found = codes.map((code) => list.find((face) => face.glyph(code)))
      if (found.includes(undefined)) return null
      const runs: Run[] = []
      let width = 0
      for (const [i, code] of codes.entries()) {
        const { face, font, codes: known } = inUse(found[i] as Face)
        const glyph = face.glyph(code)
        known.set(glyph, known.get(glyph) ?? code)
        width += face.advance(glyph) / 1000
        const last = runs.at(-1)
        if (last?.font === font) runs[runs.length - 1] = { font, glyphs: last.glyphs + hex(glyph) }
        else runs.push({ font, glyphs: hex(glyph) })
      }
      return { runs, width, letters: codes.length }
    },
    put: (objects) => [...used.values()].map((use) => `/${use.font} ${putFace(objects, use)} 0 R`).join(''),
  }
}

function putFace(objects: PdfObjects, { face, codes }: Used): number {
  const file = objects.stream(`/Length1 ${face.file.length}`, face.file)
  const descriptor = objects.put(`<</Type/FontDescriptor/FontName/${face.name}/Flags 4/FontBBox[${face.box.join(' ')}]/ItalicAngle 0/Ascent ${face.ascent}/Descent ${face.descent}/CapHeight ${face.ascent}/StemV 80/FontFile2 ${file} 0 R>>`)
  const widths = [...codes.keys()].toSorted((a, b) => a - b).map((glyph) => `${glyph}[${face.advance(glyph)}]`)
  const letters = objects.put(`<</Type/Font/Subtype/CIDFontType2/BaseFont/${face.name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/W[${widths.join('')}]>>`)
  const unicode = objects.stream('', unicodeOf(codes))
  return objects.put(`<</Type/Font/Subtype/Type0/BaseFont/${face.name}/Encoding/Identity-H/DescendantFonts[${letters} 0 R]/ToUnicode ${unicode} 0 R>>`)
}

/** A list may hold no more. */
const MOST_ROWS = 100

function unicodeOf(codes: ReadonlyMap<number, number>): string {
  const rows = [...codes].map(([glyph, code]) => `<${hex(glyph)}> <${hex(code)}>`)
  const lists = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, i) => rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS))
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...lists.map((list) => `${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}
