import { ENCODING } from '../document/encoding.ts'
import { documentOf, fileHistory } from '../document/file-history.ts'
import { fromBase64, toBase64 } from '../model/base64.ts'
import { MapDocument } from '../document/map-document.ts'
import { MAIN } from '../document/privacy.ts'
import { isId, newId, type Id } from '../model/ids.ts'
import type { MapContent, SystemMap, WholeMap } from '../model/system-map.ts'
import type { Disk } from './disk.ts'
import { Drafts } from './drafts.ts'
import type { Environment } from './environment.ts'
import { lacking, loadDocument } from './load-document.ts'
import { aloneAmongTabs, holdOpen, openLock } from './locks.ts'
import { cardOf, pictureOf } from './map-card.ts'
import { aheadOf, recoveryOffer } from './offers.ts'
import { openDisk } from './open-disk.ts'
import { OpenMap } from './open-map.ts'
import { mapAt, pointsOf, type RecoveryPoint } from './recovery-points.ts'
import type { CardRow, DraftRow, MapPicture } from './rows.ts'
import type { CopyHeader } from './second-copy.ts'
import { onLeave, openTabs, type Tabs } from './tabs.ts'
import { dropOldSteps, forgetSteps, takeUpSteps } from './take-up-steps.ts'

/** One row of the start page. */
export interface ListedMap extends Omit<CardRow, 'removedAt' | 'lineage'> {
  readonly picture: MapPicture
}

/** The history in a file, and whether a map says what that file says. */
export interface FileHistory {
  readonly base64: string
  readonly isSame: (map: SystemMap) => boolean
}

/** Milliseconds for which a deletion can be taken back. */
const OFFER_FOR = 30_000
/** Milliseconds; another tab's typing need not redraw this tab's list at every letter. */
const REFRESH_PAUSE = 500
const NO_PICTURE: MapPicture = { elements: [], ties: [] }

/** The maps on this laptop. */
export async function openLibrary(env: Environment): Promise<Library> {
  // Notices come after the caller has what it asked for.
  await Promise.resolve()
  const disk = await openDisk(env)
  const library = new Library(disk, env)
  await library.refresh()
  void library.lookForMore().catch(() => undefined)
  void library.purgeOld().catch(() => undefined)
  return library
}

export class Library {
  private readonly disk: Disk
  private readonly env: Environment
  private readonly tabs: Tabs
  private readonly drafts: Drafts
  private readonly stopHurrying: () => void
  private readonly listeners = new Set<() => void>()
  private readonly open_ = new Map<Id, OpenMap>()
  private cards = new Map<Id, CardRow>()
  private pictures = new Map<Id, MapPicture>()
  private refreshTimer: ReturnType<typeof setTimeout> | undefined
  private listed: readonly ListedMap[] | undefined

  constructor(disk: Disk, env: Environment) {
    this.disk = disk
    this.env = env
    this.drafts = new Drafts(disk)
    this.stopHurrying = onLeave(() => this.drafts.hurry())
    this.tabs = openTabs(`sightlines ${env.name ?? ''}`, env.BroadcastChannel)
    this.tabs.hear((message) => ('list' in message ? void this.refresh().catch(() => undefined) : this.refreshSoon()))
  }

  /** Why nothing is kept beyond this tab; null where everything is. */
  get memoryOnly(): string | null {
    return this.disk.memoryOnly
  }

  /** The maps, the last changed first. The same array until one of them changes. */
  get maps(): readonly ListedMap[] {
    this.listed ??= [...this.cards.values()]
      .filter(({ removedAt }) => removedAt === null)
      .map(({ removedAt: _, lineage: __, ...card }) => ({ ...card, picture: this.pictures.get(card.id) ?? NO_PICTURE }))
      .sort((a, b) => b.changedAt - a.changedAt)
    return this.listed
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private refreshSoon(): void {
    this.refreshTimer ??= setTimeout(() => {
      this.refreshTimer = undefined
      void this.refresh().catch(() => undefined)
    }, REFRESH_PAUSE)
  }

  async refresh(): Promise<void> {
    const [cards, pictures] = await Promise.all([this.disk.cards(), this.disk.pictures()])
    this.cards = new Map(cards.map((card) => [card.id, card]))
    this.pictures = pictures
    this.changed()
  }

  /** Opens a map. Nothing is written before what the disk holds is merged. Rejects where there is no such map. */
  async open(id: Id): Promise<OpenMap> {
    const already = this.open_.get(id)
    if (already) return already
    const card = await this.disk.card(id)
    if (!card) throw new Error(`No map ${id} on this laptop`)
    const { release, isAlone } = await holdOpen(this.env.locks, id)
    const steps = await takeUpSteps(this.disk, this.env, id, isAlone)
    const { documents, seq, loose, kept } = await this.disk.load(id, steps.list)
    const document = loadDocument(documents, this.env.random)
    const map = new OpenMap({
      id, document, card, seq, loose, kept, list: steps.list,
      release: () => this.released(id, steps.release, release),
      disk: this.disk, env: this.env, tabs: this.tabs,
      onCard: (next) => this.keepCard(next),
    })
    this.open_.set(id, map)
    void this.keepOpeningPoint(map, card).catch(() => undefined)
    void dropOldSteps(this.disk, this.env, id).catch(() => undefined)
    void this.compareWithCopy(map, document).catch(() => undefined)
    return map
  }

  /**
   * Keeps a whole map under a fresh id, or under its own when no map here has it. A file's history is taken up where it
   * says what the file says; where it does not, the map begins a lineage of its own.
   */
  async create({ map: given, contents }: WholeMap, history?: FileHistory): Promise<Id> {
    const bytes = history && fromBase64(history.base64)
    const past = history && bytes ? documentOf(bytes, history.isSame) : null
    const map = history && !past ? { ...given, meta: { ...given.meta, lineage: newId(this.env.random) } } : given
    const own = map.meta.mapId
    const id = isId(own) && !(await this.disk.card(own)) ? own : newId(this.env.random)
    const document = past ?? MapDocument.from({ ...map, meta: { ...map.meta, mapId: id } }, this.env.random)
    document.name(id)
    const { canonical } = this.env.contents
    await this.disk.write({
      map: id,
      contents: [...contents].map(([key, content]) => ({ key, text: canonical(content) })),
      updates: document.names.map((name) => ({ name, update: document.state(name) })),
    })
    await this.disk.setCard(id, () => cardOf(document.map, undefined, this.env.now()))
    await this.disk.keepPicture(id, pictureOf(document.map))
    document.close()
    await this.listChanged()
    return id
  }

  async rename(id: Id, title: string): Promise<void> {
    const known = this.open_.get(id)
    const map = known ?? (await this.open(id))
    map.change('Rename the map', { writes: [{ at: 'meta', id: 'map', field: 'title', to: title }] })
    await map.flushed()
    if (!known) await map.close()
    await this.listChanged()
  }

  /** A second map that begins as the same; both go their own ways from here. */
  async duplicate(id: Id): Promise<Id> {
    const { map, contents } = await this.whole(id)
    const name = map.meta.title || map.meta.question
    const title = name === '' ? '' : `${name} (copy)`
    return this.create({ map: { ...map, meta: { ...map.meta, mapId: newId(this.env.random), title } }, contents })
  }

  /** Takes a map off the list. Its data goes when the offer to put it back has passed. */
  async remove(id: Id): Promise<void> {
    await this.disk.setCard(id, (card) => card && { ...card, removedAt: this.env.now() })
    await this.listChanged()
    setTimeout(() => void this.purgeOld().catch(() => undefined), OFFER_FOR + 1000)
  }

  async putBack(id: Id): Promise<void> {
    await this.disk.setCard(id, (card) => card && { ...card, removedAt: null })
    await this.listChanged()
  }

  /** A map with every version's content, as it is now where it is open. */
  async whole(id: Id): Promise<WholeMap> {
    const map = this.open_.get(id)?.map ?? loadDocument((await this.disk.load(id)).documents, this.env.random).map
    return this.withContents(id, map)
  }

  private async withContents(id: Id, map: SystemMap): Promise<WholeMap> {
    const contents = new Map<string, MapContent>()
    await this.open_.get(id)?.flushed()
    for (const { content } of map.versions.values()) {
      const text = contents.has(content) ? undefined : await this.disk.content(id, content)
      if (text !== undefined) contents.set(content, this.env.contents.parse(text))
    }
    return { map, contents }
  }

  /** A map's merge history for its file, in base64; null while an update is missing. */
  async historyOf(id: Id): Promise<string | null> {
    await this.open_.get(id)?.flushed()
    const { documents } = await this.disk.load(id)
    const history = fileHistory(documents.find(({ name }) => name === MAIN)?.updates ?? [])
    return history && toBase64(history)
  }

  keepDraft(draft: Omit<DraftRow, 'at'>): Promise<void> {
    return this.drafts.keep({ ...draft, at: this.env.now() })
  }

  dropDraft(key: string): Promise<void> {
    return this.drafts.drop(key)
  }

  draftsOf(map: Id): Promise<DraftRow[]> {
    return this.drafts.of(map)
  }

  recoveryPoints(map: Id): Promise<readonly RecoveryPoint[]> {
    return pointsOf(this.disk, map)
  }

  /** A second map that begins as this one was at a point, under a title made of its own. */
  async copyOfPoint(id: Id, point: number, titleOf: (map: SystemMap) => string): Promise<Id> {
    const { map, contents } = await this.withContents(id, await mapAt(this.disk, this.env, id, point))
    return this.create({ map: { ...map, meta: { ...map.meta, mapId: newId(this.env.random), title: titleOf(map) } }, contents })
  }

  preference(key: string): Promise<unknown> {
    return this.disk.preference(key)
  }

  keepPreference(key: string, value: unknown): Promise<void> {
    return this.disk.keepPreference(key, value)
  }

  /** Leaves nothing of any map on this device. */
  async removeEverything(): Promise<void> {
    await Promise.all([...this.open_.values()].map((map) => map.close()))
    await this.disk.destroy()
    forgetSteps(this.env, this.cards.keys())
    await this.env.secondCopies?.clear()
    this.cards = new Map()
    this.pictures = new Map()
    this.changed()
  }

  async close(): Promise<void> {
    await Promise.all([...this.open_.values()].map((map) => map.close()))
    clearTimeout(this.refreshTimer)
    this.stopHurrying()
    await this.drafts.flushed()
    this.tabs.close()
    this.disk.close()
  }

  /** Second copies that have more than the database are offered, not taken: the person knows which is right. */
  async lookForMore(): Promise<void> {
    const { secondCopies, onOffer, now } = this.env
    const ahead = secondCopies ? aheadOf([...this.cards.values()], await secondCopies.list()) : []
    if (!secondCopies || ahead.length === 0) return
    for (const { card } of ahead) secondCopies.hold(card.id)
    const leave = (): void => {
      onOffer(null)
      for (const { card } of ahead) void (this.cards.has(card.id) ? secondCopies.release(card.id) : secondCopies.remove(card.id))
    }
    onOffer(recoveryOffer(ahead, now(), () => void this.bringBack(ahead), leave))
  }

  /** Deletes what was taken off the list long enough ago and is open in no tab. */
  async purgeOld(): Promise<void> {
    for (const { id, removedAt } of await this.disk.cards()) {
      if (removedAt === null || this.env.now() - removedAt < OFFER_FOR || this.open_.has(id)) continue
      await aloneAmongTabs(this.env.locks, openLock(id), async () => {
        await this.disk.purge(id)
        await this.env.secondCopies?.remove(id)
        await this.listChanged()
      })
    }
  }

  private async bringBack(ahead: readonly CopyHeader[]): Promise<void> {
    const { secondCopies, onOffer } = this.env
    onOffer(null)
    for (const { card } of ahead) {
      const copy = await secondCopies?.read(card.id)
      if (!copy) continue
      await this.disk.write({
        map: card.id,
        contents: copy.contents,
        updates: copy.documents.filter(({ encoding }) => encoding === ENCODING).map(({ name, state }) => ({ name, update: state })),
      })
      await this.disk.setCard(card.id, (before) => ({ ...copy.card, ...(before && before.changedAt > copy.card.changedAt ? before : {}), removedAt: null }))
      await this.open_.get(card.id)?.catchUp()
      await this.keepPicture(card.id)
      await secondCopies?.release(card.id)
    }
    await this.listChanged()
  }

  private async keepPicture(id: Id): Promise<void> {
    const document = loadDocument((await this.disk.load(id)).documents, this.env.random)
    await this.disk.keepPicture(id, pictureOf(document.map))
    document.close()
  }

  private async keepOpeningPoint(map: OpenMap, card: CardRow): Promise<void> {
    if (((await this.disk.lastRecoveryPoint(map.id)) ?? 0) < card.changedAt) await map.keepRecoveryPoint('On opening')
  }

  private async compareWithCopy(map: OpenMap, document: MapDocument): Promise<void> {
    const { secondCopies, onOffer, now } = this.env
    const copy = await secondCopies?.read(map.id)
    if (!secondCopies || !copy || lacking(document, copy.documents).length === 0) return
    secondCopies.hold(map.id)
    const leave = (): void => {
      onOffer(null)
      void secondCopies.release(map.id)
    }
    onOffer(recoveryOffer([copy], now(), () => void this.bringBack([copy]), leave))
  }

  private released(id: Id, ...releases: readonly (() => void)[]): void {
    this.open_.delete(id)
    for (const release of releases) release()
    void this.refresh().catch(() => undefined)
  }

  private keepCard(card: CardRow): void {
    this.cards = new Map(this.cards).set(card.id, card)
    this.changed()
  }

  private async listChanged(): Promise<void> {
    this.tabs.tell({ list: true })
    await this.refresh()
  }

  private changed(): void {
    this.listed = undefined
    for (const listener of this.listeners) listener()
  }
}
