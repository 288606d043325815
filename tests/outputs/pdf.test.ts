import { describe, expect, test } from 'vitest'
import { PAPER_SIZES } from '../../src/outputs/paper-sizes.ts'
import { pathOperators } from '../../src/outputs/pdf/path-operators.ts'
import { pdfOf } from '../../src/outputs/pdf/pdf.ts'
import type { Raster } from '../../src/outputs/pdf/pixels.ts'
import { MM, TILED, tiles } from '../../src/outputs/pdf/sheets.ts'
import { pictureSvg } from '../../src/outputs/picture.ts'
import { svgDocument, svgMarks } from '../../src/painters/svg.ts'
import type { TextMark } from '../../src/scene/marks.ts'
import { ON_WHITE } from '../../src/scene/palette.ts'
import { installedFaces, readPdf } from '../support/read-pdf.ts'
import { harbourCity, sceneOf } from '../support/sample-scene.ts'
import { everyElement, readXml, textOf } from '../support/well-formed.ts'

const map = harbourCity()
const faces = installedFaces()
const pixels = { width: 2, height: 1, rgba: new Uint8Array([0, 0, 0, 255, 0, 0, 0, 0]) }
const raster: Raster = {
  text: ({ text, size }) => Promise.resolve({ ...pixels, left: 0, top: -size, wide: text.length * size, high: size, advance: text.length * size }),
  picture: () => Promise.resolve(pixels),
}
const picture = (width: number, height: number) =>
  pictureSvg({ scene: sceneOf(map), theme: ON_WHITE, width, height, title: map.meta.title, question: map.meta.question, date: '19 May 2016', reading: 'Now, seen by the shared picture', room: 'Council House, 24 people', addYours: 'Add yours here' })
const textIn = (svg: string) => [...everyElement(readXml(svg))].filter(({ name }) => name === 'text').map(textOf)
/** The sizes of all letters, in points on the sheet. */
function pointsIn(element: ReturnType<typeof readXml>, scale = 0.75): readonly number[] {
  const by = scale * Number(/scale\(([\d.]+)/.exec(element.attributes.get('transform') ?? '')?.[1] ?? 1)
  if (element.name === 'text') return [by * Number(element.attributes.get('font-size'))]
  return element.children.flatMap((child) => (typeof child === 'object' ? pointsIn(child, by) : []))
}
const paper = (svg: string, width: number, height: number) => pdfOf({ svg, sheets: [{ width, height, at: [0, 0] }], title: map.meta.title, faces, raster })

describe('a page of a PDF', () => {
  test.each(PAPER_SIZES.map((size) => [size.name, size] as const))('%s is the size of the sheet, and its text is the labels of the picture', async (_, { width, height }) => {
    const svg = picture(width * MM, height * MM)
    const read = readPdf(await paper(svg, width * MM, height * MM))
    expect(read.pages).toEqual([[width, height]])
    expect(read.lines).toEqual(textIn(svg))
    expect(read.lines).toContain('In the room: Council House, 24 people.')
  })

  test('on A0, and on a wall of sheets, no letters of the sample are smaller than 18 points', () => {
    for (const [width, height] of [[1189 * MM, 841 * MM], [TILED.width, TILED.height]] as const) {
      const points = pointsIn(readXml(picture(width, height)))
      expect(points.length).toBeGreaterThan(100)
      expect(Math.min(...points)).toBeGreaterThanOrEqual(18)
    }
  })

  test('the map is lines and letters, with no image in it', async () => {
    const svg = picture(1000, 700)
    const read = readPdf(await paper(svg, 1000, 700))
    expect(read.images).toBe(0)
    expect(read.paths).toBe([...everyElement(readXml(svg))].filter(({ name }) => name === 'path').length)
  })

  test('letters outside the faces are drawn as a picture, and are still found; the rest stay letters', async () => {
    const said = ['Żółć, Čapek and Šimić', 'Größe: £20 – “tea”', '患者', 'Привет', 'tea 🫖']
    const marks = said.map((text, i): TextMark => ({ is: 'text', x: 50, y: 20 * i, text, size: 14, weight: 600, fill: 'ink', anchor: 'middle', keyline: { colour: 'paper', width: 3 } }))
    const read = readPdf(await paper(svgDocument({ width: 100, height: 100, title: '', description: '' }, svgMarks(marks, ON_WHITE)), 100, 100))
    expect(read.lines).toEqual(said)
    expect(read.images).toBe(3)
  })

  test('curves keep their shape, and a path of an unknown kind is refused', () => {
    expect(pathOperators('M0 0Q3 6 6 0H9V2L1.5 -2Z')).toBe('0 0 m\n2 4 4 4 6 0 c\n9 0 l\n9 2 l\n1.5 -2 l\nh')
    expect(() => pathOperators('M0 0A1 1 0 0 0 2 2')).toThrow('A path holds A')
  })
})

describe('a wall on sheets of A3', () => {
  test('eight sheets show all of the picture, each over its neighbours by 12 mm', async () => {
    const read = readPdf(await pdfOf({ svg: picture(TILED.width, TILED.height), sheets: tiles(ON_WHITE), title: 'Wall', faces, raster }))
    expect(read.pages).toEqual(Array.from({ length: 8 }, () => [297, 420]))
    const shown = read.places.map(({ at: [x = 0, y = 0], clip }) => {
      const [left = 0, top = 0, width = 0, height = 0] = clip ?? []
      return { left: (left - x) / MM, top: (top - y) / MM, right: (left - x + width) / MM, bottom: (top - y + height) / MM }
    })
    for (const [i, sheet] of shown.entries()) {
      const [beside, below] = [i % 4 < 3 ? shown[i + 1] : undefined, shown[i + 4]]
      if (beside) expect(sheet.right - beside.left).toBeCloseTo(12, 1)
      if (below) expect(sheet.bottom - below.top).toBeCloseTo(12, 1)
    }
    expect([shown[0]?.left, shown[0]?.top]).toEqual([0, 0])
    expect(shown[7]?.right).toBeCloseTo(TILED.width / MM, 1)
    expect(shown[7]?.bottom).toBeCloseTo(TILED.height / MM, 1)
    expect(read.lines.filter((line) => /^Sheet \d of 8/.test(line)).map((line) => Number(line[6]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
