import { fileHistory } from '../document/file-history.ts'
import { MAIN } from '../document/privacy.ts'
import { toBase64 } from '../model/base64.ts'
import { newId, type Id } from '../model/ids.ts'
import type { SystemMap, WholeMap } from '../model/system-map.ts'
import type { Disk } from './disk.ts'
import { Drafts } from './drafts.ts'
import type { Environment } from './environment.ts'
import { loadDocument } from './load-document.ts'
import { holdOpen } from './locks.ts'
import { MapList, type ListedMap } from './map-list.ts'
import { keepNewMap, type FileHistory } from './new-map.ts'
import { openDisk } from './open-disk.ts'
import { OpenMap } from './open-map.ts'
import { RecoveryOffers } from './recovery-offers.ts'
import { mapAt, pointsOf, type RecoveryPoint } from './recovery-points.ts'
import { RemovedMaps } from './removed-maps.ts'
import type { CardRow, DraftRow } from './rows.ts'
import { onLeave, openTabs, type Tabs } from './tabs.ts'
import { dropOldSteps, forgetSteps, takeUpSteps } from './take-up-steps.ts'
import { VersionTexts } from './version-texts.ts'

/** The maps on this laptop. */
export async function openLibrary(env: Environment): Promise<Library> {
  // Notices come after the caller has what it asked for.
  await Promise.resolve()
  const disk = await openDisk(env)
  const library = new Library(disk, env)
  await library.begin()
  return library
}

export class Library {
  private readonly disk: Disk
  private readonly env: Environment
  private readonly tabs: Tabs
  private readonly list: MapList
  private readonly removed: RemovedMaps
  private readonly offers: RecoveryOffers
  private readonly drafts: Drafts
  private readonly stopHurrying: () => void
  private readonly open_ = new Map<Id, OpenMap>()
  /** Openings follow one another, so that no map is opened twice. */
  private opening: Promise<unknown> = Promise.resolve()

  constructor(disk: Disk, env: Environment) {
    this.disk = disk
    this.env = env
    this.drafts = new Drafts(disk)
    this.stopHurrying = onLeave(() => this.drafts.hurry())
    this.tabs = openTabs(`sightlines ${env.name ?? ''}`, env.BroadcastChannel)
    this.list = new MapList(disk, this.tabs)
    this.removed = new RemovedMaps({ disk, env, list: this.list, isOpen: (id) => this.open_.has(id) })
    this.offers = new RecoveryOffers({ disk, env, list: this.list, catchUp: (id) => this.open_.get(id)?.catchUp() })
  }

  /** Reads the list; what is not waited for follows. */
  async begin(): Promise<void> {
    await this.list.refresh()
    void this.offers.lookForMore().catch(() => undefined)
    void this.purgeOld().catch(() => undefined)
  }

  /** Why nothing is kept beyond this tab; null where everything is. */
  get memoryOnly(): string | null {
    return this.disk.memoryOnly
  }

  get maps(): readonly ListedMap[] {
    return this.list.maps
  }

  subscribe(listener: () => void): () => void {
    return this.list.subscribe(listener)
  }

  /** Opens a map. Nothing is written before what the disk holds is merged. Rejects where there is no such map. */
  open(id: Id): Promise<OpenMap> {
    const opening = this.opening.then(async () => {
      const known = this.open_.get(id)
      if (known && !known.closing) return known
      await known?.closing
      return this.openFromDisk(id)
    })
    this.opening = opening.catch(() => undefined)
    return opening
  }

  private async openFromDisk(id: Id): Promise<OpenMap> {
    const { disk, env } = this
    const { release, isAlone } = await holdOpen(env.locks, id)
    const releases = [release]
    try {
      const card = await disk.card(id)
      if (!card) throw new Error(`No map ${id} on this laptop`)
      const steps = await takeUpSteps(disk, env, id, isAlone)
      releases.push(steps.release)
      const { documents, seq, loose, kept } = await disk.load(id, steps.list)
      const document = loadDocument(documents, env.random)
      const map = new OpenMap({
        id, document, card, seq, loose, kept, disk, env,
        list: steps.list,
        tabs: this.tabs,
        release: () => this.released(id, releases),
        onCard: (next) => this.list.keep(next),
      })
      this.open_.set(id, map)
      void this.keepOpeningPoint(map, card).catch(() => undefined)
      void dropOldSteps(disk, env, id).catch(() => undefined)
      void this.offers.compare(id, document).catch(() => undefined)
      return map
    } catch (reason) {
      for (const give of releases) give()
      throw reason
    }
  }

  /** Keeps a whole map, under its own id where no map here has it. */
  async create(whole: WholeMap, history?: FileHistory): Promise<Id> {
    const id = await keepNewMap(this.disk, this.env, whole, history)
    await this.list.changed()
    return id
  }

  /** Rejects where the title could not be written and no open map goes on trying. */
  async rename(id: Id, title: string): Promise<void> {
    const known = this.open_.get(id)
    const map = known ?? (await this.open(id))
    map.change('Rename the map', { writes: [{ at: 'meta', id: 'map', field: 'title', to: title }] })
    await map.flushed()
    const { save } = map.state
    if (!known) await map.close()
    await this.list.changed()
    if (!known && save.is === 'not saved') throw new Error(save.reason)
  }

  /** A second map that begins as the same; both go their own ways from here. */
  async duplicate(id: Id): Promise<Id> {
    const { map, contents } = await this.whole(id)
    const name = map.meta.title || map.meta.question
    const title = name === '' ? '' : `${name} (copy)`
    return this.create({ map: { ...map, meta: { ...map.meta, mapId: newId(this.env.random), title } }, contents })
  }

  /** Takes a map off the list. Its data goes when the offer to put it back has passed. */
  remove(id: Id): Promise<void> {
    return this.removed.remove(id)
  }

  /** Gives false where it was deleted for good meanwhile. */
  putBack(id: Id): Promise<boolean> {
    return this.removed.putBack(id)
  }

  purgeOld(): Promise<void> {
    return this.removed.purgeOld()
  }

  /** A map with every version's content, as it is now where it is open. */
  async whole(id: Id): Promise<WholeMap> {
    const map = this.open_.get(id)?.map ?? loadDocument((await this.disk.load(id)).documents, this.env.random).map
    return this.withContents(id, map)
  }

  private async withContents(id: Id, map: SystemMap): Promise<WholeMap> {
    const texts = this.open_.get(id)?.texts ?? new VersionTexts(this.disk, this.env, id)
    return { map, contents: await texts.contentsOf(map) }
  }

  /** A map's merge history for its file, in base64; null while an update is missing. */
  async historyOf(id: Id): Promise<string | null> {
    const open = this.open_.get(id)
    const updates = open ? [open.ownState] : ((await this.disk.load(id)).documents.find(({ name }) => name === MAIN)?.updates ?? [])
    const history = fileHistory(updates)
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
    await this.closeMaps()
    await this.disk.destroy()
    forgetSteps(this.env, this.list.cards.keys())
    await this.env.secondCopies?.clear()
    this.list.empty()
  }

  async close(): Promise<void> {
    await this.closeMaps()
    this.list.close()
    this.removed.close()
    this.stopHurrying()
    await this.drafts.flushed()
    this.tabs.close()
    this.disk.close()
  }

  private async closeMaps(): Promise<void> {
    await Promise.all([...this.open_.values()].map((map) => map.close()))
  }

  private async keepOpeningPoint(map: OpenMap, card: CardRow): Promise<void> {
    if (((await this.disk.lastRecoveryPoint(map.id)) ?? 0) < card.changedAt) await map.keepRecoveryPoint('On opening')
  }

  private released(id: Id, releases: readonly (() => void)[]): void {
    this.open_.delete(id)
    for (const release of releases) release()
    this.list.refreshQuietly()
  }
}
