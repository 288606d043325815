import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/boxes/boxes.ts'
import { farNames, titleAt } from '../../src/painters/far-names.ts'
import { paintScene, type CanvasOptions, type Layer, type Pen } from '../../src/painters/canvas.ts'
import { svgText } from '../../src/painters/svg.ts'
import { compare } from '../../src/reading/compare.ts'
import type { Question } from '../../src/reading/question.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { detailAt, type Detail } from '../../src/scene/detail.ts'
import { colourOf, THEMES } from '../../src/scene/palette.ts'
import { overlapOf } from '../../src/scene/rectangles.ts'
import type { Scene, Territory } from '../../src/scene/scene.ts'
import { besideIn, furnished, harbourCity, sceneOf } from '../support/sample-scene.ts'
import { everyElement, readXml, textOf } from '../support/well-formed.ts'

type Stroke = { readonly is: 'fill' | 'stroke' | 'words' | 'lines' | 'picture'; readonly what: string; readonly colour: string; readonly width?: number }

/** A context that writes down what it is asked to draw. */
function recorder(): { readonly pen: Pen<string>; readonly drawn: Stroke[]; readonly transforms: number[][] } {
  const drawn: Stroke[] = []
  const transforms: number[][] = []
  let rough = ''
  const pen: Pen<string> = {
    fillStyle: '', strokeStyle: '', lineWidth: 1, lineCap: '', lineJoin: '', miterLimit: 10, font: '', textAlign: '', textBaseline: '', letterSpacing: '0px',
    setTransform: (...numbers) => void transforms.push(numbers),
    setLineDash: () => {},
    beginPath: () => void (rough = ''),
    moveTo: (x, y) => void (rough += `M${x} ${y}`),
    lineTo: (x, y) => void (rough += `L${x} ${y}`),
    quadraticCurveTo: (...numbers) => void (rough += `Q${numbers.join(' ')}`),
    rect: (...numbers) => void (rough += `R${numbers.join(' ')}`),
    fill(path?: string) { drawn.push({ is: path === undefined ? 'lines' : 'fill', what: path ?? rough, colour: String(this.fillStyle) }) },
    stroke(path?: string) { drawn.push({ is: path === undefined ? 'lines' : 'stroke', what: path ?? rough, colour: String(this.strokeStyle), width: this.lineWidth }) },
    fillText(text) { drawn.push({ is: 'words', what: text, colour: String(this.fillStyle) }) },
    strokeText: () => {},
    globalAlpha: 1,
    drawImage(image: unknown, ...box) { drawn.push({ is: 'picture', what: `${String(image)} ${box.join(' ')}`, colour: String(this.globalAlpha) }) },
  }
  return { pen, drawn, transforms }
}

const FULL: Detail = { without: new Set(), leastStrength: 0, hidesWithin: false, cards: 'full', notes: 'words', titleFloor: 0, labelFloor: 0, isHairline: false }
const ALL: readonly Layer[] = ['under', 'cards', 'over']
function painted(scene: Scene, more: Partial<CanvasOptions<string>> = {}): Stroke[] {
  const { pen, drawn } = recorder()
  paintScene(pen, scene, { theme: THEMES.light, view: { x: 0, y: 0, zoom: 1 }, pixelRatio: 1, layers: ALL, detail: FULL, makePath: (d) => d, ...more })
  return drawn
}

const scene = sceneOf(harbourCity(), 'AC', { selection: ['sc-bro'], actions: new Map([['r41', 2]]) })
const plain = sceneOf(harbourCity())
const whole = furnished(harbourCity())
const besides = sceneOf(whole, 'shared', besideIn(whole))
const unpictured = sceneOf(whole, 'shared', { ...besideIn(whole), background: null, selection: ['note', 'outer'] })

const voices = voicesOf(whole)
const questions: readonly Question[] = [
  { is: 'differences', voices, unattributed: false },
  { is: 'differences', voices, unattributed: true },
  { is: 'blind', voices, asked: null, unattributed: false },
  { is: 'ends', unattributed: false },
  { is: 'comparison', axis: 'perspective', comparison: compare({ moment: whole, reading: resolve(whole, voices[0]?.id ?? '') }, { moment: whole, reading: resolve(whole, voices[1]?.id ?? '') }), way: null },
]
const asked = questions.map((question) => [`asked for ${question.is}`, sceneOf(harbourCity(), 'shared', { question })] as const)

describe('both painters draw the same', () => {
  test.each([...asked, ['at rest', plain], ['with a selection', scene], ['with notes and areas', unpictured], ['with a picture', besides]] as const)('%s: the same paths, words and colours in the same order', (_, drawnScene) => {
    const svg = readXml(svgText(drawnScene, { width: 1, height: 1, title: '', description: '', theme: THEMES.light, view: { x: 0, y: 0, zoom: 1 }, detail: FULL }))
    const fromSvg: Stroke[] = []
    for (const element of everyElement(svg)) {
      const of = (key: string) => element.attributes.get(key) ?? ''
      if (element.name === 'image') fromSvg.push({ is: 'picture', what: `decoded ${['x', 'y', 'width', 'height'].map(of).join(' ')}`, colour: of('opacity') })
      if (element.name === 'text') fromSvg.push({ is: 'words', what: textOf(element), colour: of('fill') })
      if (element.name !== 'path') continue
      if (of('fill') !== 'none') fromSvg.push({ is: 'fill', what: of('d'), colour: of('fill') })
      if (of('stroke')) fromSvg.push({ is: 'stroke', what: of('d'), colour: of('stroke'), width: Number(of('stroke-width')) })
    }
    const rounded = painted(drawnScene, { picture: 'decoded' }).map((stroke) => (stroke.width === undefined ? stroke : { ...stroke, width: Math.round(stroke.width * 1e4) / 1e4 }))
    expect(rounded).toEqual(fromSvg)
  })
})

describe('the canvas', () => {
  test('puts the world where the view says, in device pixels', () => {
    const { pen, transforms } = recorder()
    paintScene(pen, plain, { theme: THEMES.light, view: { x: 100, y: 50, zoom: 2 }, pixelRatio: 1.5, layers: ['under'], detail: FULL, makePath: (d) => d })
    expect(transforms[0]).toEqual([3, 0, 0, 3, 150, 75])
  })

  test('a layer at a time is all of them together', () => {
    expect(ALL.flatMap((layer) => painted(plain, { layers: [layer] }))).toEqual(painted(plain))
  })

  test('draws the background first and dimmed, and not at all before it is decoded', () => {
    const [first] = painted(besides, { picture: 'decoded' })
    expect(first).toEqual({ is: 'picture', what: 'decoded -800 -450 1600 900', colour: '0.45' })
    expect(painted(besides, { picture: 'decoded', theme: THEMES.dark })[0]?.colour).toBe('0.3')
    expect(painted(besides).some((stroke) => stroke.is === 'picture')).toBe(false)
    const { pen } = recorder()
    paintScene(pen, besides, { theme: THEMES.light, view: { x: 0, y: 0, zoom: 1 }, pixelRatio: 1, layers: ALL, detail: FULL, makePath: (d) => d, picture: 'decoded' })
    expect(pen.globalAlpha).toBe(1)
  })

  test('a note is words, then a bar for each line, then nothing', () => {
    const at = (zoom: number) => detailAt({ zoom, cardScale: 1, tiesInSight: 0, cardsInSight: 0, starredInSight: 0, isMoving: false })
    const note = unpictured.noteById.get('note')
    if (!note) throw new Error('no note')
    const drawn = (zoom: number) => painted(unpictured, { detail: at(zoom), layers: ['cards'], skip: new Set(unpictured.elements.map(({ id }) => id)) })
    expect(drawn(1).filter((stroke) => stroke.is === 'words').map((stroke) => stroke.what)).toEqual(['Ask the ward', 'what it needs'])
    expect(drawn(0.4).filter((stroke) => stroke.is === 'words')).toEqual([])
    const bars = drawn(0.4).filter((stroke) => stroke.is === 'lines')
    expect(bars).toHaveLength(1)
    expect(bars[0]?.what.match(/R/g)).toHaveLength(2)
    expect(bars[0]?.what).toContain(` ${textWidth('Ask the ward', 14, 400)} `)
    expect(drawn(0.1)).toEqual([])
  })

  test('an area’s title grows where it would be too small to read, and goes where it has no room', () => {
    const titles = (zoom: number, titleFloor: number) => painted(unpictured, { view: { x: 0, y: 0, zoom }, detail: { ...FULL, titleFloor }, layers: ['over'] }).filter((stroke) => stroke.is === 'words').map((stroke) => stroke.what)
    expect(titles(1, 0)).toEqual(expect.arrayContaining(['Winter plan', 'Beds']))
    expect(titles(0.3, 14)).toContain('Winter plan')
    expect(titles(0.1, 14)).not.toContain('Winter plan')
  })

  test('leaves to others what they draw', () => {
    const names = (strokes: readonly Stroke[]) => strokes.filter((stroke) => stroke.is === 'words').map((stroke) => stroke.what)
    expect(names(painted(plain))).toContain('brokerage')
    expect(names(painted(plain, { skip: new Set(['sc-bro']) }))).not.toContain('brokerage')
  })

  test('a path is made once', () => {
    let made = 0
    const makePath = (d: string) => (made++, d)
    const fresh = sceneOf(harbourCity())
    painted(fresh, { makePath })
    const first = made
    painted(fresh, { makePath })
    expect(made).toBe(first)
  })

  test('weak ties are one stroke of one pixel, strong ones keep their line, and what is called out is drawn in full', () => {
    const detail = { ...FULL, leastStrength: 3 }
    const strokes = painted(plain, { detail, layers: ['under'], view: { x: 0, y: 0, zoom: 0.5 }, pixelRatio: 2 })
    const thin = strokes.filter((stroke) => stroke.is === 'lines')
    expect(thin).toHaveLength(1)
    expect(thin[0]?.width).toBe(1)
    expect(thin[0]?.what.match(/M/g)).toHaveLength(plain.ties.filter((tie) => tie.strength < 3).length)
    const called = scene.ties.filter((tie) => tie.standing === 'called out')
    const drawn = new Set(painted(scene, { detail, layers: ['under'] }).map((stroke) => stroke.what))
    for (const tie of called) for (const mark of tie.marks) if (mark.is === 'path') expect(drawn.has(mark.d)).toBe(true)
  })

  test('what a question spends its ink on is drawn whole however many ties are in sight', () => {
    const ends = sceneOf(harbourCity(), 'shared', { question: { is: 'ends', unattributed: false } })
    const drawn = painted(ends, { layers: ['under'], detail: { ...FULL, leastStrength: 3, isHairline: true, hidesWithin: true } })
    expect(drawn.filter(({ is, colour }) => is === 'fill' && colour === THEMES.light.colours.ink).length).toBeGreaterThanOrEqual(18)
  })

  test('far out, at most 24 names stay, of at least 8 px, none on another or on a title', () => {
    const view = { x: 0, y: 0, zoom: 0.4 }
    const detail = detailAt({ zoom: 0.4, cardScale: 1, tiesInSight: 94, cardsInSight: 46, starredInSight: 0, isMoving: false })
    const words = painted(plain, { view, detail, layers: ['cards'] }).filter((stroke) => stroke.is === 'words')
    expect(words.length).toBeGreaterThan(12)
    expect(words.length).toBeLessThanOrEqual(24)
    const boxes = farNames(plain.elements, plain.territories, 0.4, 14, plain.names).map(({ element, mark, size }) => {
      expect(size * 0.4).toBeGreaterThanOrEqual(8 - 1e-9)
      return { x: element.centre[0] + mark.x, y: element.centre[1] + mark.y - size * 0.7, width: textWidth(mark.text, size, 600), height: size * 0.7 }
    })
    for (const [j, a] of boxes.entries()) for (const b of boxes.slice(0, j)) expect(overlapOf(a, b)).toBe(0)
  })

  test('an enlarged title of a territory lies on no card that can be read: there its code stands for it', () => {
    const zoom = 0.5
    const floor = detailAt({ zoom, cardScale: 1, tiesInSight: 94, cardsInSight: 46, starredInSight: 0, isMoving: false }).titleFloor
    const titles = plain.territories.flatMap((territory) => titleAt(territory, zoom, floor).filter((mark) => mark.is === 'text'))
    expect(titles.map(({ text }) => text)).toContain('SC')
    for (const { x, y, text, size, weight, tracking = 0 } of titles.filter((mark) => mark.text.length > 2)) {
      const by = floor / (size * zoom)
      const box = { x, y: y - size * 0.7 * by, width: by * (textWidth(text, size, weight) + tracking * text.length), height: size * 0.7 * by }
      for (const { centre, size: [width, height], id } of plain.elements) expect(overlapOf(box, { x: centre[0] - width / 2, y: centre[1] - height / 2, width, height }), `${text} on ${id}`).toBe(0)
    }
    // Over cards that are but shapes a name may lie.
    expect(titleAt(plain.territories.find(({ code }) => code === 'SC') as Territory, 0.4, 14).some((mark) => mark.is === 'text' && mark.text === 'ADULT SOCIAL CARE')).toBe(true)
  })

  test('who is in the middle, and those with most ties, keep their names before the others', () => {
    for (const zoom of [0.2, 0.3, 0.4]) {
      const [first, second] = farNames(plain.elements, plain.territories, zoom, 14, plain.names).map(({ element }) => element.id)
      expect([first, second]).toEqual([...plain.names].filter((id) => id === first || id === second))
      expect(first).toBe('re-per')
    }
  })

  test('what is selected keeps its name at any zoom', () => {
    const chosen = sceneOf(harbourCity(), 'shared', { selection: ['pa-amb'] })
    expect(farNames(chosen.elements, [], 0.1, 14, chosen.names)[0]?.element.id).toBe('pa-amb')
  })

  test('what is pointed at is named at any zoom, before all else, and labels of ties keep clear of it', () => {
    const [first] = farNames(plain.elements, plain.territories, 0.1, 14, plain.names, 'pa-amb')
    expect([first?.element.id, first?.mark.text]).toEqual(['pa-amb', harbourCity().elements.get('pa-amb')?.name])
    const pointed = sceneOf(harbourCity(), 'shared', { hovered: 'sc-bro' })
    const detail = { ...FULL, cards: 'plain', titleFloor: 14, labelFloor: 11 } as const
    const labelled = pointed.ties.filter((tie) => tie.over.some((mark) => mark.part === 'label')).length
    const words = (at: number) => painted(pointed, { view: { x: 0, y: 0, zoom: at }, detail, layers: ['over'], pointed: 'sc-bro' }).filter(({ is }) => is === 'words').length
    expect(labelled).toBeGreaterThan(4)
    expect(words(0.02)).toBeLessThan(words(0.4))
  })

  test('what is selected is named in full, off the titles of territories', () => {
    const map = harbourCity()
    for (const { id, name } of map.elements.values()) {
      const { elements, territories } = sceneOf(map, 'shared', { selection: [id] })
      const [first] = farNames(elements, territories, 0.48, 14, plain.names)
      expect([first?.element.id, first?.mark.text]).toEqual([id, name])
    }
    // On a tablet held upright the title of its organisation lies across its card.
    const { elements, territories } = sceneOf(map, 'shared', { selection: ['sc-bro'] })
    expect(farNames(elements, territories, 0.48, 14, plain.names)[0]?.mark.y).toBeGreaterThan(20)
  })

  test('where ties within an organisation are not drawn, its title counts them', () => {
    const titles = painted(plain, { detail: { ...FULL, hidesWithin: true }, layers: ['over'] }).filter((stroke) => stroke.is === 'words').map((stroke) => stroke.what)
    const inside = plain.ties.filter((tie) => tie.within === 'CH').length
    expect(inside).toBeGreaterThan(0)
    expect(titles).toContain(`COMMUNITY HEALTHCARE · ${inside} WITHIN`)
    const drawn = new Set(painted(plain, { detail: { ...FULL, hidesWithin: true }, layers: ['under'] }).map((stroke) => stroke.what))
    for (const tie of plain.ties) {
      const [line] = tie.marks.flatMap((mark) => (mark.part === 'line' && mark.is === 'path' ? [mark.d] : []))
      if (line) expect(drawn.has(line)).toBe(tie.within === null)
    }
  })

  test('thousands of cards are a few fills', () => {
    const strokes = painted(plain, { detail: { ...FULL, cards: 'plain' }, layers: ['cards'] }).filter((stroke) => stroke.is === 'lines')
    expect(strokes.length).toBeLessThanOrEqual(6)
  })

  test('wears the theme it is given', () => {
    expect(painted(plain, { theme: THEMES.dark }).some((stroke) => stroke.colour === colourOf(THEMES.dark, 'sc'))).toBe(true)
    expect(painted(plain, { theme: THEMES.dark }).some((stroke) => stroke.colour === colourOf(THEMES.light, 'sc'))).toBe(false)
  })
})

test('the labels of what is called out can be read at any zoom', () => {
  const fonts: string[] = []
  const { pen } = recorder()
  Object.defineProperty(pen, 'font', {
    set(font: string) {
      fonts.push(font)
    },
  })
  const detail = detailAt({ zoom: 0.5, cardScale: 1, tiesInSight: 94, cardsInSight: 46, starredInSight: 0, isMoving: false })
  paintScene(pen, scene, { theme: THEMES.light, view: { x: 0, y: 0, zoom: 0.5 }, pixelRatio: 1, layers: ['over'], detail, makePath: (d) => d })
  const sizes = fonts.filter((font) => font.startsWith('500')).map((font) => Number(/([\d.]+)px/.exec(font)?.[1]))
  expect(sizes).toEqual([22])
})
