import type { MapDocument } from '../document/map-document.ts'
import { MAIN } from '../document/privacy.ts'
import { make, type MapChange } from '../model/change.ts'
import { freeze } from '../model/freeze.ts'
import { newId, type Id } from '../model/ids.ts'
import type { Version } from '../model/records.ts'
import { nextOrder, type MapContent, type SystemMap } from '../model/system-map.ts'
import { BackgroundCopies } from './background-copies.ts'
import { CardKeeper } from './card-keeper.ts'
import type { Disk, KeptSteps } from './disk.ts'
import type { Environment } from './environment.ts'
import { Folding } from './folding.ts'
import type { StorageNotice } from './notice.ts'
import { OtherTabs } from './other-tabs.ts'
import type { CardRow } from './rows.ts'
import { outlivesPage, StepList } from './step-list.ts'
import { onLeave, type Tabs } from './tabs.ts'
import { VersionTexts } from './version-texts.ts'
import { Writer, type SaveState } from './writer.ts'

export interface Selection {
  readonly before: readonly Id[]
  readonly after?: readonly Id[]
  readonly visit?: symbol | undefined
}

/** What came of undoing or redoing: the last step that took effect, how many did, whether some of it stays because it was changed elsewhere, and what was then selected. */
export interface Turned {
  readonly title: string
  readonly count: number
  readonly isPartly: boolean
  readonly selection: readonly Id[]
}

export interface OpenMapState {
  readonly map: SystemMap
  readonly save: SaveState
  readonly undo: readonly string[]
  readonly redo: readonly string[]
  readonly filedAt: number | null
  readonly unfiledSince: number | null
  /** What the browser answered when asked to keep the data; null before the first edit. */
  readonly persisted: boolean | null
  readonly notice: StorageNotice | null
}

export interface OpenMapOptions {
  readonly id: Id
  readonly document: MapDocument
  readonly disk: Disk
  readonly env: Environment
  readonly tabs: Tabs
  readonly card: CardRow
  /** What of the disk is in the document already, and how much of it is not folded. */
  readonly seq: number
  readonly loose: number
  /** The list of steps that this tab goes on with. */
  readonly list: Id
  readonly kept: KeptSteps
  readonly onCard: (card: CardRow) => void
  readonly release: () => void
}

/** The map that this tab works on: edits go in, the next map comes out, and the disk follows. */
export class OpenMap {
  readonly id: Id
  /** What its versions showed, those too that are not on the disk yet. */
  readonly texts: VersionTexts
  /** While it is being closed, and after. */
  closing: Promise<void> | null = null
  private readonly options: OpenMapOptions
  private readonly document: MapDocument
  private readonly writer: Writer
  private readonly background: BackgroundCopies
  private readonly listeners = new Set<() => void>()
  private readonly ends: (() => void)[]
  private readonly cards: CardKeeper
  private readonly others: OtherTabs
  private readonly folding: Folding
  private persisted: boolean | null = null
  private hasAsked = false
  private notice: StorageNotice | null = null
  private current: OpenMapState | undefined

  constructor(options: OpenMapOptions) {
    const { id, document, disk, env, tabs, kept } = options
    this.options = options
    this.id = id
    this.document = document
    this.cards = new CardKeeper({
      disk, document, map: id, card: options.card,
      now: env.now,
      onCard: (card) => {
        options.onCard(card)
        this.changed()
      },
      onGone: () => this.gone(),
    })
    const steps = new StepList({ id: options.list, map: id, steps: () => document.steps, now: env.now })
    steps.begin(kept)
    document.goOnWith(kept.steps.filter(({ n }) => n <= kept.at), kept.steps.filter(({ n }) => n > kept.at).reverse())
    this.writer = new Writer({
      disk, document, steps, map: id,
      now: env.now,
      onState: () => this.changed(),
      onWritten: (written) => {
        this.others.wrote(written)
        this.cards.changed()
        this.folding.wrote()
      },
    })
    this.texts = new VersionTexts(disk, env, id, (key) => this.writer.content(key))
    this.others = new OtherTabs({ disk, document, tabs, map: id, seq: options.seq, isDeaf: !env.BroadcastChannel, onCard: (card) => this.found(card) })
    this.folding = new Folding(disk, env.locks, id, options.loose)
    this.background = new BackgroundCopies({
      disk, document, map: id, copies: env.secondCopies,
      card: () => this.cards.card,
      contents: () => this.texts.textsOf(document.map),
      now: env.now,
      settled: () => this.flushed(),
    })
    this.ends = [
      document.onMap(() => this.changed()),
      document.onUpdate(() => this.background.changed()),
      onLeave(() => this.writer.hurry()),
    ]
  }

  get state(): OpenMapState {
    const titles = (steps: readonly { readonly title: string }[]): readonly string[] => steps.map(({ title }) => title)
    const [undo, redo] = [titles(this.document.steps.done), titles(this.document.steps.undone)]
    const { filedAt, unfiledSince } = this.cards.card
    this.current ??= { map: this.document.map, save: this.writer.state, undo, redo, filedAt, unfiledSince, persisted: this.persisted, notice: this.notice }
    return this.current
  }

  /** The state of its own document, with nothing that is private. */
  get ownState(): Uint8Array {
    return this.document.state(MAIN)
  }

  get map(): SystemMap {
    return this.document.map
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Applies a change as one undo step. Gives whether it altered anything. */
  change(title: string, change: MapChange | ((map: SystemMap) => MapChange), { before, after = before, visit }: Selection = { before: [] }): boolean {
    const changes = typeof change === 'function' ? change(this.document.map) : change
    const isNew = this.document.change(changes, { title, before, after, visit })
    if (isNew) this.askToKeep()
    return isNew
  }

  /** Notes what is selected after the last step, for redo to select again. */
  selectedAfter(selection: readonly Id[]): void {
    this.document.selectedAfter(selection)
  }

  /** Undoes the last steps, so many of them; null where there was nothing to undo. */
  undo(count = 1): Turned | null {
    return this.turned(this.document.undo(count), 'before')
  }

  redo(count = 1): Turned | null {
    return this.turned(this.document.redo(count), 'after')
  }

  /** Whether the last step can still be undone when the page has gone; a very large one cannot. */
  get lastOutlivesPage(): boolean {
    const last = this.document.steps.done.at(-1)
    return last === undefined || this.options.disk.memoryOnly !== null || outlivesPage(last)
  }

  private turned(what: ReturnType<MapDocument['undo']>, selected: 'before' | 'after'): Turned | null {
    // Steps that others have overwritten whole go without a change of the map.
    if (this.state.undo.length !== this.document.steps.done.length) this.changed()
    return what && { title: what.step.title, count: what.count, isPartly: what.isPartly, selection: what.step[selected] }
  }

  /** What versions of another copy showed goes to the disk with the next change. */
  keepContents(contents: ReadonlyMap<string, MapContent>): void {
    for (const [key, content] of contents) this.writer.withContent(key, this.options.env.contents.canonical(content))
  }

  /** Freezes the map as it is now and writes the card in the same transaction, as one undo step. */
  async saveVersion(card: Pick<Version, 'name' | 'date' | 'room' | 'absent'>): Promise<Id> {
    const { contents, random } = this.options.env
    const text = contents.canonical(freeze(this.document.map))
    const key = contents.key(text)
    const id = newId(random)
    this.writer.withContent(key, text)
    this.change('Save version', (map) => ({ writes: [make('versions', id, { ...card, content: key, order: nextOrder(map.versions) })] }))
    await this.background.copy().catch(() => undefined)
    return id
  }

  /** The frozen content of a version. Rejects where it is not on this laptop. */
  async contentOf({ content }: Pick<Version, 'content'>): Promise<MapContent> {
    const text = await this.texts.text(content)
    if (text === undefined) throw new Error('The content of this version is not on this laptop.')
    return this.options.env.contents.parse(text)
  }

  /** Keeps the map as it is now, before something large such as a restore. */
  keepRecoveryPoint(why: string): Promise<void> {
    return this.background.keepPoint(why)
  }

  /** The map went to a file. */
  async filed(): Promise<void> {
    await this.cards.set((before) => ({ ...before, filedAt: this.options.env.now(), unfiledSince: null }))
  }

  /** Undoes a deletion that another tab made. */
  async putBack(): Promise<void> {
    await this.cards.putBack()
    this.writer.putBack()
    this.say(null)
    this.options.tabs.tell({ list: true })
  }

  /** Takes in what other tabs wrote. */
  catchUp(): Promise<void> {
    return this.others.catchUp()
  }

  /** Resolves when what was done is on the disk, or the next write has failed. */
  async flushed(): Promise<void> {
    await this.writer.flushed()
    await this.cards.flushed()
  }

  /** Rests when what was done is on the disk, or its write has failed. */
  close(): Promise<void> {
    this.closing ??= this.end()
    return this.closing
  }

  private async end(): Promise<void> {
    for (const end of this.ends) end()
    this.others.stop()
    this.folding.stop()
    await this.flushed()
    this.writer.stop()
    await this.background.finish()
    this.document.close()
    this.options.release()
  }

  private found(card: CardRow | undefined): void {
    if (!card) this.gone()
    else if (card.removedAt !== null) this.sayGone()
    else if (this.notice) this.say(null)
  }

  private gone(): void {
    this.writer.stopForGone()
    this.sayGone()
  }

  private sayGone(): void {
    const { title } = this.document.map.meta
    if (!this.notice) this.say({ words: `${title === '' ? 'This map' : `“${title}”`} was deleted in another tab.`, actions: [{ title: 'Put it back', run: () => void this.putBack().catch(() => undefined) }] })
  }

  private say(notice: StorageNotice | null): void {
    this.notice = notice
    this.changed()
  }

  private askToKeep(): void {
    const { persist } = this.options.env
    if (this.hasAsked || !persist) return
    this.hasAsked = true
    void persist().then((answer) => {
      this.persisted = answer
      this.changed()
    }, () => undefined)
  }

  private changed(): void {
    this.current = undefined
    for (const listener of this.listeners) listener()
  }
}
