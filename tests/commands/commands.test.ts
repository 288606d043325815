import { describe, expect, it } from 'vitest'
import type { Command, CommandContext } from '../../src/commands/command.ts'
import { COMMANDS } from '../../src/commands/commands.ts'
import { capsOf, isSingleKey } from '../../src/commands/keys.ts'
import { MAP_KEYS } from '../../src/commands/map-keys.ts'
import { live } from '../../src/session/live.ts'
import { START } from '../../src/session/session.ts'
import { sampleMap } from '../layout/layout-maps.ts'

/** product.md 3.18, those that this Sightlines has. */
const TITLES = [
  'New map', 'Open file', 'Look at the sample map', 'Paste list', 'Export', 'Save version', 'Undo', 'Redo', 'Settle', 'Fit all', 'Connect', 'Projector mode', 'Find',
]
/** product.md 3.4: what each key does. */
const KEYS: Readonly<Record<string, string>> = {
  '$mod+k': 'Commands', '$mod+s': 'Save version', '$mod+e': 'Export', '$mod+z': 'Undo', '$mod+Shift+z': 'Redo', '$mod+o': 'Open file', '$mod+f': 'Find', F6: 'Next zone',
  n: 'Capture', c: 'Connect', e: 'Edit name', s: 'Settle', '.': 'Pin', k: 'Key', z: 'Fit all', l: 'Choose perspective', '[': 'Last perspective', ']': 'Next perspective',
  p: 'Projector mode', '\\': 'Hide panels', '?': 'Keys', m: 'Map', t: 'Table', x: 'Matrix', g: 'Grid', y: 'Story', '-': 'Quality down', '=': 'Quality up',
}

describe('The one list of commands', () => {
  it('has an id once', () => {
    expect(COMMANDS.map((command) => command.id).filter((id, i, all) => all.indexOf(id) !== i)).toEqual([])
  })

  it('has every title that people and tests know it by', () => {
    const titles = COMMANDS.map((command) => command.title)
    expect(TITLES.filter((title) => !titles.includes(title))).toEqual([])
  })

  it('has every key of the keyboard map', () => {
    const of = (key: string) => COMMANDS.find((command) => command.keys?.includes(key))?.title
    expect(Object.fromEntries(Object.keys(KEYS).map((key) => [key, of(key)]))).toEqual(KEYS)
  })

  /** The sample with an element selected, and a layout shown or not. */
  function contexts(): readonly CommandContext[] {
    const map = sampleMap()
    const selection = [...map.elements.keys()].slice(0, 1)
    const shown = { layout: 'rows', title: 'Rows', words: '', only: null, positions: new Map(), on: map, attempt: 1 }
    return [null, shown].map((preview) => ({ map, moment: map, live: { ...live.getState(), map }, session: { ...START, selection, preview } }) as unknown as CommandContext)
  }

  it('gives a key to one command only, unless the others are never on offer at the same time', () => {
    const taken = new Map<string, Command>()
    const all = contexts()
    const areTogether = (a: Command | undefined, b: Command) => all.some((c) => (a?.when?.(c) ?? true) && (b.when?.(c) ?? true))
    const twice: string[] = []
    for (const command of COMMANDS) {
      for (const key of command.keys ?? []) {
        if (taken.has(key) && areTogether(taken.get(key), command)) twice.push(`${key}: ${taken.get(key)?.title}, ${command.title}`)
        taken.set(key, command)
      }
    }
    expect(twice).toEqual([])
  })

  it('takes no key that the map answers itself', () => {
    // Those of matrix and grid are theirs alone.
    const onMap = new Set(MAP_KEYS.filter((line) => line.group !== 'Views').flatMap((line) => line.keys))
    expect(COMMANDS.flatMap((command) => command.keys ?? []).filter((key) => isSingleKey(key) && onMap.has(key))).toEqual([])
  })

  it('shows every key on the shortcut sheet, on its own line or on that of a run', () => {
    const unseen = COMMANDS.filter((command) => command.keys && command.sheet === null).filter(
      (command) =>
        !COMMANDS.some((other) => other.group === command.group && other.sheet && (other.sheet.keys.some((key) => key.includes('…')) || other.sheet.keys.some((key) => command.keys?.includes(key)))) &&
        !COMMANDS.some((other) => other.keys?.some((key) => command.keys?.[0]?.endsWith(key) && key !== command.keys?.[0])),
    )
    expect(unseen.map((command) => command.title)).toEqual([])
  })

  it('says in words why a view cannot be had yet, and does not offer it', () => {
    const later = COMMANDS.filter((command) => command.later !== undefined)
    expect(later.map((command) => command.title)).toEqual(['Story'])
    expect(later.every((command) => command.when?.({} as never) === false)).toBe(true)
  })

  it('has caps for every key', () => {
    for (const command of COMMANDS) for (const key of command.keys ?? []) expect(capsOf(key, false).every((cap) => cap.length > 0), key).toBe(true)
  })
})
