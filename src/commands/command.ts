import type { MapChange } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Random } from '../model/ids.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import type { LiveState } from '../session/live.ts'
import type { Preferences } from '../session/preferences.ts'
import type { SessionState } from '../session/session.ts'
import type { Clips, Files, Maps, Work } from './ports.ts'

/** What a command may look at and use. A fresh one is made for every call. */
export interface CommandContext {
  /** The open map as it is now; null on the start page. */
  readonly map: SystemMap | null
  /** The moment on screen: now, or an opened version. */
  readonly moment: MapContent | null
  readonly session: SessionState
  readonly live: LiveState
  readonly preferences: Preferences
  readonly setSession: (next: Partial<SessionState>) => void
  readonly setPreferences: (next: Partial<Preferences>) => void
  readonly maps: Maps
  readonly files: Files
  readonly clips: Clips
  readonly work: Work
  readonly now: () => Date
  readonly random: Random
}

/** What a command gives back: at most one change, what is then selected, and what the live region says. */
export interface Outcome {
  readonly change?: MapChange | ((map: SystemMap) => MapChange)
  /** What undo calls the change, where the command's title does not say it well. */
  readonly step?: string
  readonly select?: readonly Id[]
  /** What is then named on the canvas: it was just made. */
  readonly rename?: Id
  readonly announce?: string
}

/** A heading of the palette and of the shortcut sheet. */
export type CommandGroup = 'Say it' | 'Rate it' | 'See it' | 'Views' | 'Choose' | 'Move' | 'Arrange' | 'In the room' | 'Anywhere' | 'Map' | 'Copy' | 'Change'

/**
 * Something that can be invoked. Palette, menus, toolbar, shortcut sheet and key handler read the one list of these.
 * `keys` are written `$mod+k`, where `$mod` is Control or Command; a key without a modifier works only while the canvas has focus.
 */
export interface Command {
  readonly id: string
  readonly title: string
  /** What palette and menus call it where the open map gives it a better name than its title. */
  titleNow?(c: CommandContext): string
  readonly group: CommandGroup
  readonly keys?: readonly string[]
  readonly keywords?: string
  /** Its keys work only while the map has focus, though they have a modifier: elsewhere they mean something else. */
  readonly onMapOnly?: true
  /** Which block of the main menu shows it, from the top. */
  readonly menu?: 0 | 1 | 2 | 3 | 4 | 5
  /** One of many of its kind: the palette lists it after all others. */
  readonly isOneOfMany?: true
  /** Where it is listed only once this word has been begun: there are so many of its kind that they would hide all else. */
  readonly typedFirst?: string
  /** Its keys come as an event of the browser's own (copy, cut, paste), and not as presses. */
  readonly isEvent?: true
  /** It works on what is chosen, and the menu *More* lists it: for elements, for ties, or for either; or it is listed where open water was pressed. */
  readonly more?: 'elements' | 'ties' | 'both' | 'water'
  /** Why it is shown but cannot be invoked in this Sightlines, in words. */
  readonly later?: string
  /** How the shortcut sheet lists it where its own keys and title would not do; null where another command's line covers it. */
  readonly sheet?: { readonly keys: readonly string[]; readonly title: string } | null
  /** Whether it can be invoked now; always, where there is none. */
  when?(c: CommandContext): boolean
  /** For a switch: whether it is on. */
  isOn?(c: CommandContext): boolean
  run(c: CommandContext): Outcome | void | Promise<Outcome | void>
}
