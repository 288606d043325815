import type { Maps } from '../../commands/ports.ts'
import type { WhoChanged } from '../../edits/bring-together.ts'
import { tableOf } from '../../edits/tables.ts'
import { fromBase64 } from '../../model/base64.ts'
import type { Id } from '../../model/ids.ts'
import { isOnMap, type MapContent } from '../../model/system-map.ts'
import { live, type StorageNotice } from '../../session/live.ts'
import { focusOn, say, select, session, START } from '../../session/session.ts'
import { spokenMoment } from '../../words/dates.ts'
import { nameOfMap } from '../../words/map-name.ts'
import { TOO_LARGE_TO_KEEP, type TurnedSteps } from '../../words/steps.ts'
import type { Library } from '../../storage/library.ts'
import type { OpenMap, Turned } from '../../storage/open-map.ts'
import { takeOffDevice } from '../../offline/register-offline.ts'
import { mayLeave, noteCopied, notSavedNotice } from './not-saved.ts'
import { forgetCopied } from './page-clips.ts'

/** Which map this tab had open, so that loading the page again comes back to it. */
const OPEN_KEY = 'sightlines open'

/** The maps on this laptop as the rest of the app sees them, mirrored into `live`. */
export class KeptMaps implements Maps {
  private readonly library: Promise<Library>
  private open_: OpenMap | null = null
  private leave: () => void = () => undefined
  private libraryNotice: StorageNotice | null = null
  /** Openings follow one another: the last one asked for is the one that stands. */
  private asked = 0

  constructor(library: Promise<Library>) {
    this.library = library
    void library.then((found) => {
      const list = () => live.setState({ maps: found.maps })
      found.subscribe(list)
      list()
    })
  }

  /** Of the library itself; the open map's own notice stands before it. */
  notify(notice: StorageNotice): void {
    this.libraryNotice = notice
    this.mirror()
  }

  readonly dispatch: Maps['dispatch'] = (title, change, visit) => {
    const map = this.current()
    let isNew = false
    // What is selected next belongs to this step too: redo selects it again. Asked for before the change, so that it goes to the disk with it.
    queueMicrotask(() => {
      if (!isNew) return
      map.selectedAfter(session.getState().selection)
      if (!map.lastOutlivesPage) session.setState({ toast: { words: TOO_LARGE_TO_KEEP, button: { title: 'Undo', command: 'undo' } } })
    })
    isNew = map.change(title, change, { before: session.getState().selection, visit })
  }

  undo(steps = 1): TurnedSteps | null {
    return this.selected(this.current().undo(steps))
  }

  redo(steps = 1): TurnedSteps | null {
    return this.selected(this.current().redo(steps))
  }

  create: Maps['create'] = async (whole, history) => {
    const library = await this.library
    const id = await library.create(whole, history)
    await this.open(id)
    if (history && live.getState().map?.meta.lineage !== whole.map.meta.lineage) {
      session.setState({ toast: { words: 'This file was changed outside Sightlines. It opens as it reads, and begins a history of its own.' } })
    }
    return id
  }

  async open(id: Id): Promise<void> {
    const turn = ++this.asked
    const library = await this.library
    if (this.open_?.id === id || !(await this.mayShut())) return
    // What is open stays so until the other one is: where that cannot be read, nothing is left.
    const map = await library.open(id)
    if (turn === this.asked) await this.shut()
    if (turn !== this.asked) return void (await map.close())
    this.open_ = map
    this.leave = map.subscribe(() => this.mirror())
    keepOpen(id)
    live.setState({ contents: new Map() })
    session.setState({ ...START, timerEnds: session.getState().timerEnds, focus: session.getState().focus, isMapOpen: true, reading: { version: null, perspective: tableOf(map.map)?.id ?? START.reading.perspective } })
    this.mirror()
    // On a map that is hardly begun the next thing is to type; otherwise to look.
    focusOn(map.map.relationships.size === 0 ? 'capture' : 'map')
  }

  async close(): Promise<void> {
    if (!(await this.mayShut())) return
    this.asked++
    keepOpen(null)
    session.setState({ ...START, timerEnds: session.getState().timerEnds })
    await this.shut()
    this.mirror()
  }

  async rename(id: Id, title: string): Promise<void> {
    await (await this.library).rename(id, title)
  }

  async duplicate(id: Id): Promise<Id> {
    return (await this.library).duplicate(id)
  }

  async remove(id: Id): Promise<void> {
    await (await this.library).remove(id)
  }

  async putBack(id: Id): Promise<boolean> {
    return (await this.library).putBack(id)
  }

  async removeEverything(): Promise<void> {
    this.asked++
    await this.shut()
    session.setState({ ...START, dialog: session.getState().dialog })
    this.mirror()
    // Before the other tabs hear of it: they begin anew at once, and ask this one what was copied.
    forgetTab()
    await (await this.library).removeEverything()
    await takeOffDevice()
  }

  startAgain(): void {
    forgetTab()
    location.reload()
  }

  saveVersion: Maps['saveVersion'] = async (card) => {
    const map = this.current()
    const id = await map.saveVersion(card)
    const version = map.map.versions.get(id)
    if (version) await this.contentOf(version).catch(() => undefined)
    return id
  }

  contentOf: Maps['contentOf'] = async (version) => {
    const known = live.getState().contents.get(version.content)
    if (known) return known
    const content = await this.current().contentOf(version)
    live.setState(({ contents }) => ({ contents: new Map<string, MapContent>(contents).set(version.content, content) }))
    return content
  }

  whole: Maps['whole'] = async (id) => (await this.library).whole(id ?? this.current().id)

  readonly history = async (id?: Id): Promise<string | null> => (await this.library).historyOf(id ?? this.current().id)

  recoveryPoints: Maps['recoveryPoints'] = async () => (await this.library).recoveryPoints(this.current().id)

  openPoint: Maps['openPoint'] = async ({ id: point, at }) => {
    const of = this.current().id
    await this.current().flushed()
    const id = await (await this.library).copyOfPoint(of, point, ({ meta }) => `${nameOfMap(meta)} (${spokenMoment(new Date(at))})`)
    await this.open(id)
    return id
  }

  keepPoint: Maps['keepPoint'] = async (why) => this.current().keepRecoveryPoint(why)

  readonly whoChanged = async (history: string): Promise<WhoChanged | null> => {
    const own = await this.history()
    const { whoChanged } = await import('../../document/who-changed.ts')
    const [ours, theirs] = [own === null ? null : fromBase64(own), fromBase64(history)]
    return ours && theirs && whoChanged(ours, theirs)
  }

  readonly keepContents = (contents: ReadonlyMap<string, MapContent>): void => this.current().keepContents(contents)

  filed(): void {
    noteCopied()
    void this.open_?.filed().catch(() => say('The date of the file could not be noted.'))
  }

  /** What this tab had open when it was last loaded, if it is still here. */
  async reopen(): Promise<void> {
    const id = openBefore()
    const library = await this.library
    if (id !== null && this.open_ === null && library.maps.some((card) => card.id === id)) await this.open(id).catch(() => keepOpen(null))
  }

  private current(): OpenMap {
    if (!this.open_) throw new Error('No map is open')
    return this.open_
  }

  private async mayShut(): Promise<boolean> {
    await this.open_?.flushed()
    return mayLeave()
  }

  private async shut(): Promise<void> {
    const map = this.open_
    this.leave()
    this.leave = () => undefined
    this.open_ = null
    if (map) await map.close()
  }

  /** Selects what was selected at that point, as far as it is on the map. */
  private selected(turned: Turned | null): TurnedSteps | null {
    const { map } = live.getState()
    if (turned) select(turned.selection.filter((id) => map && isOnMap(map, id)))
    return turned
  }

  /** One set for everything that one transaction changed. */
  private mirror(): void {
    const state = this.open_?.state
    if (!state) {
      live.setState({ map: null, undo: [], redo: [], save: { is: 'saved' }, filedAt: null, unfiledSince: null, notice: this.libraryNotice })
      return
    }
    const { map, save, undo, redo, filedAt, unfiledSince, persisted } = state
    live.setState({ map, save, undo, redo, filedAt, unfiledSince, persisted, notice: state.notice ?? notSavedNotice(save) ?? this.libraryNotice })
  }
}

function forgetTab(): void {
  forgetCopied()
  try {
    sessionStorage.clear()
  } catch {
    // Without session storage there is nothing in it.
  }
}

function keepOpen(id: Id | null): void {
  try {
    if (id === null) sessionStorage.removeItem(OPEN_KEY)
    else sessionStorage.setItem(OPEN_KEY, id)
  } catch {
    // Without session storage a reload comes back to the start page.
  }
}

function openBefore(): Id | null {
  try {
    return sessionStorage.getItem(OPEN_KEY)
  } catch {
    return null
  }
}
