import { createStore } from 'zustand/vanilla'
import type { FoundFile } from '../formats/found/found.ts'
import type { Id } from '../model/ids.ts'
import type { ElementKind, OverlayName } from '../model/kinds.ts'
import type { Background, Point, ReadingName, Size } from '../model/records.ts'
import type { MapContent, WholeMap } from '../model/system-map.ts'
import { NO_FILTER, type Filter } from '../reading/filter.ts'

export type ViewName = 'map' | 'table' | 'matrix' | 'grid' | 'story'
export type PanelName = 'Details' | 'Compare' | 'Notice' | 'Actions' | 'Reflections'
/** How two readings are shown together: one map with what changed drawn into it, two maps under one camera, or one over the other behind a handle. */
export type CompareLook = 'ghosts' | 'side by side' | 'wipe'
/** What the figures of the matrix are. */
export type MatrixFigure = 'strength' | 'quality' | 'count' | 'change'
export type TableTab = 'elements' | 'ties' | 'outcomes' | 'actions' | 'reflections' | 'notes' | 'areas'

/** Where the keyboard's focus can be sent: a zone, the next or last one of them, the button that chooses the perspective, or the field that seeks in the table. */
export type FocusZone = 'capture' | 'map' | 'find in table' | 'seen by' | 'new action' | 'new reflection' | 'talk' | 'next' | 'previous'

/** A dialog that is open, by the name it has on screen, with what it was opened on. */
export type OpenDialog =
  | { readonly name: 'Start' | 'You are' | 'Hand in' | 'Save version' | 'Versions' | 'Organisations' | 'Perspectives' | 'Voices' | 'Keys' | 'Read as text' | 'Describe this map' | 'Find' | 'Filter' | 'Key' | 'Storage' | 'Rate' | 'Fingers' | 'Move ratings' | 'Take the middle' | 'Report' | 'Remove everything' }
  | { readonly name: 'Commands'; readonly typed?: string }
  /** `chosen` is the way that is picked already. */
  | { readonly name: 'Export'; readonly chosen?: string }
  | { readonly name: 'Paste'; readonly text: string }
  /** Elements that are one thing, or ties: the first is proposed to stay. */
  | { readonly name: 'Same as'; readonly kept: Id; readonly gone: readonly Id[] }
  | { readonly name: 'Not the same'; readonly element: Id }
  | { readonly name: 'Open' | 'Bring together'; readonly here: OpenedHere }
  /** `again` is the command that asks for another file; *Open file* where it is not said. `next` came with them, and is looked at after. */
  | { readonly name: 'Refused'; readonly files: readonly { readonly file: string; readonly place: string; readonly reason: string }[]; readonly again?: { readonly title: string; readonly command: string }; readonly next?: readonly MetFile[] }
  /** A picture that was dropped or pasted. */
  | { readonly name: 'Background'; readonly file: string; readonly picture: Pick<Background, 'type' | 'data'> & { readonly pixels: Size } }
  /** Files to gather into the open map, and those among them that could not be read; `pastes` where a table's text is waited for. */
  | { readonly name: 'Gather'; readonly pastes?: true; readonly files: readonly OpenedHere[]; readonly refused: readonly { readonly file: string; readonly place: string; readonly reason: string }[] }
  /** Files of other tools, one after another: what the words of the first mean here is asked. `gathers` are those that are ready already, where all of them go into the open map. */
  | { readonly name: 'Import'; readonly files: readonly MetFile[]; readonly gathers?: Pick<Extract<OpenDialog, { name: 'Gather' }>, 'files' | 'refused'> }
  /** A locked file waits for its passphrase: for another one, where the last was wrong. */
  | { readonly name: 'Unlock'; readonly file: string; readonly isWrong: boolean; answer(passphrase: string): void }
  | { readonly name: 'Mended'; readonly file: string; readonly repairs: readonly { readonly place: string; readonly words: string }[] }

/** A file of another tool that was read. */
export interface MetFile {
  readonly file: string
  readonly found: FoundFile
}

/** A file that was read: the person chooses what becomes of it. */
export interface OpenedHere {
  readonly file: string
  readonly whole: WholeMap
  readonly repairs: readonly { readonly place: string; readonly words: string }[]
  /** When the file was written, as an ISO moment; empty when it does not say. */
  readonly savedAt: string
  /** Base64 of the merge history that the file brings. */
  readonly history?: string
  /** The person has said already that it may come though it is from another map. */
  readonly isWanted?: true
}

/** Where an element of the line being typed would land, and what it would then be tied to. World units. */
export interface Landing {
  readonly name: string
  readonly kind: ElementKind
  readonly organisation: Id | null
  readonly at: Point
  /** The other end of its first tie: an element that is here, or where another of the line lands. */
  readonly tiedTo: Id | Point | null
}

/** An element is wanted: as the other end of a tie from here, as the new end of a tie (null: which end is asked first), or as the same as this one. */
export type Aim =
  | { readonly is: 'connect'; readonly from: Id }
  | { readonly is: 'end'; readonly tie: Id; readonly end: 'from' | 'to' | null }
  | { readonly is: 'same'; readonly element: Id }

export interface Toast {
  readonly words: string
  /** One button, which runs a command (by id), such as undo. */
  readonly button?: { readonly title: string; readonly command: string }
}

/** A layout that is shown and not kept: nothing of it is in the map, which it is laid over wherever the map is drawn. */
export interface LayoutPreview {
  /** The layout's id, and what the step is called once it is kept. */
  readonly layout: string
  readonly title: string
  /** What would happen, in words. */
  readonly words: string
  /** How good the picture is, in words; empty where nothing would move. */
  readonly picture: string
  /** The only elements that it may move; null where it may move all. */
  readonly only: readonly Id[] | null
  /** Where those that it moves would stand, and the map that it was worked out on. */
  readonly positions: ReadonlyMap<Id, Point>
  readonly on: MapContent
  /** How often it was tried. */
  readonly attempt: number
}

/** Facts of this tab. They are not saved, merged or undone. */
export interface SessionState {
  /** False while the start page is on screen. */
  readonly isMapOpen: boolean
  readonly view: ViewName
  readonly tab: TableTab
  readonly matrixFigure: MatrixFigure
  /** The cell of the matrix that is chosen: who rates, and of ties with whom. Its ties are the selection. */
  readonly pair: readonly [row: Id, column: Id] | null
  /** What is on screen. Its perspective is also the one that ratings and drawing go to. */
  readonly reading: ReadingName
  /** What the reading on screen is compared with; null while nothing is compared. Which of the two is *then* or *them* is settled by `sidesOf`. */
  readonly compared: ReadingName | null
  readonly compareLook: CompareLook
  readonly overlay: OverlayName | null
  /** The vision that *towards* is measured by; null leaves it to the first. */
  readonly vision: Id | null
  /** Whose answers spread, pips and the voices together run over; null leaves it to `voicesOf`. */
  readonly voices: readonly Id[] | null
  /** Ties that are being asked about: what was said of them before is not drawn, so that it sways nobody. */
  readonly veiled: readonly Id[]
  /** Overlays show how far apart people are, and not who said what. */
  readonly unattributed: boolean
  /** What of the map is shown, in every view and picture; the rest is left out until it is cleared. */
  readonly filter: Filter
  readonly qualityTint: boolean
  /** Whether all of the map is shown in small; null leaves it to whether the map needs it. */
  readonly minimap: boolean | null
  /** Elements, ties, notes and areas, in the order they were chosen; the last one is what the panel shows. */
  readonly selection: readonly Id[]
  /** The element, tie, note or area whose name or words are being edited on the canvas. */
  readonly renaming: Id | null
  /** What is to be put on the map where the canvas has room: a note, once it has words, or an area. */
  readonly adding: 'note' | 'area' | null
  /** What the next element that is named, pressed or gone to on the map is wanted for: the canvas shows a box to name it in. */
  readonly aiming: Aim | null
  /** The tie that was just drawn: its kind can still be picked on the map. */
  readonly picking: Id | null
  /** Several are being chosen: a press or Space takes and leaves one, and a drag on empty canvas chooses this way. */
  readonly choosing: 'rectangle' | 'lasso' | null
  /** The organisation that the next typed element joins. */
  readonly organisation: Id | null
  /** What the line being typed would put on the map. */
  readonly landing: readonly Landing[]
  /** Whether the grid shows how far apart answers are where they are wide apart. */
  readonly gridRanges: boolean
  readonly panel: PanelName
  /** The action or reflection whose fields are open in its panel. */
  readonly opened: Id | null
  readonly panelsHidden: boolean
  readonly dialog: OpenDialog | null
  readonly toast: Toast | null
  readonly preview: LayoutPreview | null
  /** When the timer ends, in epoch milliseconds; null when there is none. */
  readonly timerEnds: number | null
  /** The last sentence for the polite live region, with a count so that the same words can be said twice. */
  readonly said: { readonly words: string; readonly count: number }
  /** Asks for the keyboard's focus to go somewhere, with a count so that it can be asked again. */
  readonly focus: { readonly zone: FocusZone; readonly count: number }
  /** Asks the canvas to bring these into sight (empty: everything), with a count so that it can be asked again. */
  readonly show: { readonly subjects: readonly Id[]; readonly count: number }
}

export const START: SessionState = {
  isMapOpen: false,
  view: 'map',
  tab: 'elements',
  matrixFigure: 'strength',
  pair: null,
  gridRanges: true,
  reading: { version: null, perspective: 'shared' },
  compared: null,
  compareLook: 'ghosts',
  overlay: null,
  vision: null,
  voices: null,
  veiled: [],
  unattributed: false,
  filter: NO_FILTER,
  qualityTint: false,
  minimap: null,
  selection: [],
  renaming: null,
  adding: null,
  aiming: null,
  picking: null,
  choosing: null,
  organisation: null,
  landing: [],
  panel: 'Details',
  opened: null,
  panelsHidden: false,
  dialog: null,
  toast: null,
  preview: null,
  timerEnds: null,
  said: { words: '', count: 0 },
  focus: { zone: 'map', count: 0 },
  show: { subjects: [], count: 0 },
}

export const session = createStore<SessionState>()(() => START)

export function select(selection: readonly Id[]): void {
  const before = session.getState().selection
  if (selection.length !== before.length || selection.some((id, i) => id !== before[i])) session.setState({ selection, renaming: null })
}

/** Says a sentence in the live region. */
export function say(words: string): void {
  session.setState(({ said }) => ({ said: { words, count: said.count + 1 } }))
}

/** Brings these into sight; everything where none are named. */
export function bringIntoSight(subjects: readonly Id[] = []): void {
  session.setState(({ show }) => ({ show: { subjects, count: show.count + 1 } }))
}

/** Sends the keyboard's focus somewhere. */
export function focusOn(zone: FocusZone): void {
  session.setState(({ focus }) => ({ focus: { zone, count: focus.count + 1 } }))
}
