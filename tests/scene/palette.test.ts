import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SLOTS } from '../../src/model/kinds.ts'
import { colourOf, faded, forcedTheme, grey, mixed, paletteCss, slotToken, THEMES } from '../../src/scene/palette.ts'

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const theme = THEMES[name]
  const { paper, panel, ink } = theme.colours

  test('words reach 4.5 on what they stand on', () => {
    for (const on of [paper, panel, theme.colours.land, theme.colours.wash]) {
      expect(contrast(ink, on)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.colours['ink-2'], on)).toBeGreaterThanOrEqual(4.5)
    }
    for (const { value } of SLOTS) expect(contrast(ink, theme.colours[`${slotToken(value)}-tint`])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colourOf(theme, grey(0.66)), paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colourOf(theme, grey(0.76)), paper)).toBeGreaterThanOrEqual(4.5)
  })

  test('marks that mean something reach 3 on paper and on land', () => {
    for (const { value } of SLOTS) {
      expect(contrast(theme.colours[slotToken(value)], paper)).toBeGreaterThanOrEqual(3)
      expect(contrast(theme.colours[slotToken(value)], theme.colours.land)).toBeGreaterThanOrEqual(2.99)
    }
    for (const mark of ['growth', 'strain', 'focus', 'hairline'] as const) expect(contrast(theme.colours[mark], paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(colourOf(theme, grey(0.6)), paper)).toBeGreaterThanOrEqual(3)
  })

  test('the code on a band reaches 3', () => {
    for (const { value } of SLOTS) expect(contrast(theme.colours[`${slotToken(value)}-on`], theme.colours[slotToken(value)])).toBeGreaterThanOrEqual(3)
  })
})

describe('mixing', () => {
  // VOCABULARY §0 gives these.
  test.each([[0.32, '#B1B2B3'], [0.46, '#929598'], [0.5, '#898D90'], [0.6, '#73787D']] as const)('grey(%d) is %s', (k, hex) => {
    const [a, b] = [colourOf(THEMES.light, grey(k)), hex]
    for (const i of [1, 3, 5]) expect(Math.abs(Number.parseInt(a.slice(i, i + 2), 16) - Number.parseInt(b.slice(i, i + 2), 16))).toBeLessThanOrEqual(1)
  })

  test('is of what it is told, and the same mix is the same object', () => {
    expect(mixed(0.5, '#000000', '#FFFFFF')).toBe('#808080')
    expect(grey(0.5)).toBe(grey(0.5))
    expect(faded(0.5, 'co')).toBe(faded(0.5, 'co'))
  })

  test('a photocopy has ink where the screen has deep grey', () => {
    expect(colourOf(THEMES.print, grey(0.6))).toBe(THEMES.print.colours.ink)
    expect(colourOf(THEMES.print, grey(0.2))).not.toBe(THEMES.print.colours.ink)
  })
})

test('under forced colours there is only what the system gives', () => {
  const theme = forcedTheme({ canvas: '#000000', text: '#ffffff', highlight: '#ffff00', grey: '#00ff00' })
  expect(new Set(Object.values(theme.colours).map((colour) => colour.toLowerCase()))).toEqual(new Set(['#000000', '#ffffff', '#ffff00', '#00ff00']))
})

test('the custom properties hold every colour in both themes, and the tokens of the design have their values', () => {
  const css = paletteCss()
  const names = (block: string) => [...block.matchAll(/--([\w-]+):/g)].map((match) => match[1])
  const [root = '', dark = ''] = css.split('\n')
  expect(names(root)).toEqual(names(dark))
  expect(root).toContain('--paper:#F7F5F0')
  expect(root).toContain('--sc:#C47A13')
  expect(dark).toContain('--sc:#F3AF46')
  expect(css).toContain('@media (forced-colors: active)')
})

test('no other file of the scene or the painters holds a colour', () => {
  for (const file of ['cards', 'tie-marks', 'tie-look', 'territories', 'frame', 'legend', 'over-marks', 'glyphs', 'patterns']) {
    expect(readFileSync(new URL(`../../src/scene/${file}.ts`, import.meta.url), 'utf8')).not.toMatch(/#[0-9a-f]{6}/i)
  }
})
