/** What matching looks at of a keyboard event. `mod` is Ctrl, or ⌘ on Apple's keyboards. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const isLetter = (key: string) => /^\p{L}$/u.test(key)

function parts(written: string): { readonly mods: ReadonlySet<string>; readonly key: string } {
  // The key may itself be a plus.
  const list = written.split(/\+(?=.)/)
  return { key: list.at(-1) ?? '', mods: new Set(list.slice(0, -1)) }
}

/** Whether a press is the written key. Digits after Alt and Shift are matched by position, because some layouts type other characters there. */
export function isPress(written: string, press: KeyPress): boolean {
  const { mods, key } = parts(written)
  if (mods.has('$mod') !== press.mod || mods.has('Alt') !== press.alt) return false
  const isByPosition = /^Digit\d$/.test(key)
  // Which punctuation needs Shift is the keyboard's affair, not ours.
  const isPunctuation = key.length === 1 && !isLetter(key)
  if (!isPunctuation && mods.has('Shift') !== press.shift) return false
  return isByPosition ? press.code === key : press.key.toLowerCase() === key.toLowerCase()
}

/** Whether it works only while the map has focus: a key without a modifier that types a character, or that the map's own things use. */
export function isSingleKey(written: string): boolean {
  const { mods, key } = parts(written)
  return !mods.has('$mod') && !mods.has('Alt') && !/^F\d+$/.test(key)
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space', Escape: 'Esc', PageDown: 'PgDn', PageUp: 'PgUp',
}

/** The caps to press, as they are printed: `$mod+Shift+z` is Ctrl, Shift, Z. */
export function capsOf(written: string, isApple: boolean): readonly string[] {
  const { mods, key } = parts(written)
  const caps = [...mods].map((mod) => (mod === '$mod' ? (isApple ? '⌘' : 'Ctrl') : mod))
  return [...caps, CAPS[key] ?? (/^Digit\d$/.test(key) ? key.slice(5) : key.length === 1 ? key.toUpperCase() : key)]
}
