import type { Slot } from '../model/kinds.ts'
import type { Colour } from './marks.ts'
import { DARK, LIGHT, PRINT, type ColourName } from './colours.ts'

export type { ColourName } from './colours.ts'
export type ThemeName = 'light' | 'dark' | 'print' | 'forced'

/** Every colour of one theme by its name. Mixes at or above `solid` are drawn pure: a photocopier keeps ink, not greys. */
export interface Theme {
  readonly name: ThemeName
  readonly colours: Readonly<Record<ColourName, string>>
  readonly solid: number
}

/** An organisation's colour, glyph and pattern go together by its slot; this is the colour's name (`co`, with `co-tint`, `co-on`, `co-land` beside it). */
export type SlotToken = 'co' | 'ch' | 'ac' | 'sc' | 'o5' | 'o6' | 'o7' | 'o8' | 'pa' | 're' | 'al'

const SLOT_TOKENS: Readonly<Record<Slot, SlotToken>> = {
  1: 'co', 2: 'ch', 3: 'ac', 4: 'sc', 5: 'o5', 6: 'o6', 7: 'o7', 8: 'o8', partner: 'pa', people: 're', shared: 'al',
}
export const slotToken = (slot: Slot): SlotToken => SLOT_TOKENS[slot]

const channels = (hex: string): [number, number, number] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]

/** k·a + (1−k)·b in sRGB: solid, so that ties that cross do not add up. Both are `#rrggbb`. */
export function mixed(k: number, a: string, b: string): string {
  const [from, into] = [channels(a), channels(b)]
  return `#${from.map((value, i) => Math.round(k * value + (1 - k) * (into[i] as number)).toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

/** Territories: the organisation's colour over paper. */
const LAND = { light: 0.085, dark: 0.13, print: 0, forced: 0 } as const
const SLOT_NAMES = Object.values(SLOT_TOKENS)

function theme(name: ThemeName, colours: Readonly<Record<string, string>>, solid = 1): Theme {
  const all: Record<string, string> = { ...colours }
  for (const slot of SLOT_NAMES) all[`${slot}-land`] = mixed(LAND[name], all[slot] as string, all['paper'] as string)
  return { name, colours: all as Record<ColourName, string>, solid }
}

export const THEMES: Readonly<Record<'light' | 'dark' | 'print', Theme>> = {
  light: theme('light', LIGHT),
  dark: theme('dark', DARK),
  print: theme('print', PRINT, 0.6),
}

/** The light theme on a white sheet: a colour printer lays no ink where nothing is. */
export const ON_WHITE: Theme = theme('light', { ...LIGHT, paper: '#FFFFFF', 'al-tint': '#FFFFFF' })

/** The system's colours, as `#rrggbb`, read by the page from elements that wear them. */
export interface SystemColours {
  readonly canvas: string
  readonly text: string
  readonly highlight: string
  readonly grey: string
}

/** Under forced colours everything is the system's text on its canvas; patterns and glyphs carry the organisation. */
export function forcedTheme({ canvas, text, highlight, grey }: SystemColours): Theme {
  const colours: Record<string, string> = {}
  for (const name of Object.keys(LIGHT)) colours[name] = text
  for (const name of ['paper', 'panel', 'land', 'wash', 'growth-tint', 'strain-tint', 'm0', 'm1', 'm2', 'm3', 'm4']) colours[name] = canvas
  for (const slot of SLOT_NAMES) {
    colours[`${slot}-tint`] = canvas
    colours[`${slot}-on`] = canvas
  }
  Object.assign(colours, { focus: highlight, 'wash-line': highlight, hairline: grey, rule: grey, coast: grey, grown: grey })
  return theme('forced', colours, 0.4)
}

/** How much of a background picture shows through: words lie over it, and in the dark a white page would dazzle. */
export const PICTURE_SHOWS: Readonly<Record<ThemeName, number>> = { light: 0.45, dark: 0.3, print: 0.35, forced: 0.2 }

const mixes = new WeakMap<Theme, Map<string, string>>()

/** The `#rrggbb` of a colour in a theme. A name that the theme does not know is ink. */
export function colourOf(theme: Theme, colour: Colour): string {
  if (typeof colour === 'string') return theme.colours[colour as ColourName] ?? theme.colours.ink
  let known = mixes.get(theme)
  if (!known) mixes.set(theme, (known = new Map()))
  const key = `${colour.mix} ${colour.of} ${colour.into}`
  let found = known.get(key)
  if (!found) {
    const k = colour.mix >= theme.solid ? 1 : colour.mix
    found = mixed(k, colourOf(theme, colour.of), colourOf(theme, colour.into))
    known.set(key, found)
  }
  return found
}

const greys = new Map<number, Colour>()

/** `grey(k)` of VOCABULARY: k·ink + (1−k)·paper. The same k gives the same object. */
export function grey(k: number): Colour {
  let found = greys.get(k)
  if (!found) greys.set(k, (found = { mix: k, of: 'ink', into: 'paper' }))
  return found
}

const fades = new Map<string, Colour>()

/** A colour of the palette faded into paper; the same object for the same colour. */
export function faded(k: number, of: ColourName): Colour {
  const key = `${k} ${of}`
  let found = fades.get(key)
  if (!found) fades.set(key, (found = { mix: k, of, into: 'paper' }))
  return found
}

const declarations = (theme: Theme, scheme: string): string =>
  [`color-scheme:${scheme}`, ...Object.entries(theme.colours).map(([name, value]) => `--${name}:${value}`)].join(';')

const scrim = (paper: string): string => `--scrim:rgb(${channels(paper).join(' ')} / .84)`

/** What each token is under forced colours. */
const FORCED_CSS = [
  ...['paper', 'panel', 'land', 'wash', 'growth-tint', 'strain-tint', 'scrim', 'm0', 'm1', 'm2', 'm3', 'm4'].map((name) => `--${name}:Canvas`),
  ...['ink', 'ink-2', 'outline', 'hairline', 'growth', 'strain', 'grown', ...SLOT_NAMES].map((name) => `--${name}:CanvasText`),
  ...SLOT_NAMES.flatMap((slot) => [`--${slot}-tint:Canvas`, `--${slot}-on:Canvas`, `--${slot}-land:Canvas`]),
  '--rule:GrayText', '--coast:GrayText', '--focus:Highlight', '--wash-line:Highlight',
].join(';')

/** The palette as CSS custom properties: light, dark by attribute, and the system's own under forced colours. */
export function paletteCss(): string {
  const light = THEMES.light
  const dark = THEMES.dark
  return [
    `:root{${declarations(light, 'light')};${scrim(light.colours.paper)}}`,
    `[data-theme="dark"]{${declarations(dark, 'dark')};${scrim(dark.colours.paper)}}`,
    `@media print{:root,[data-theme="dark"]{${declarations(light, 'light')};${scrim(light.colours.paper)};--paper:#FFFFFF;--panel:#FFFFFF}}`,
    `@media (forced-colors: active){:root,[data-theme="dark"]{${FORCED_CSS}}}`,
    '',
  ].join('\n')
}
