import { createStore } from 'zustand/vanilla'

export type Theme = 'system' | 'light' | 'dark'
/** How far the back row sits: near is up to four screen heights, far up to six. */
export type Projector = 'off' | 'near' | 'far'

/** Facts of this device, kept between visits by `app/wiring`. */
export interface Preferences {
  readonly theme: Theme
  readonly projector: Projector
  /** How far the back row sat last time, and in which light: a room is lit, so light until someone says otherwise. */
  readonly projectorReach: 'near' | 'far'
  readonly projectorTheme: Theme
  readonly singleKeys: boolean
  /** Commands by id, the latest first. */
  readonly recentCommands: readonly string[]
  readonly examplesSeen: boolean
  /** Columns of the table that are put away. */
  readonly hiddenColumns: readonly string[]
}

export const preferences = createStore<Preferences>()(() => ({
  theme: 'system',
  projector: 'off',
  projectorReach: 'near',
  projectorTheme: 'light',
  singleKeys: true,
  recentCommands: [],
  examplesSeen: false,
  hiddenColumns: [],
}))
