import type { StoredDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { Batch, Disk, KeptSteps, Stored, Update, Written } from './disk.ts'
import type { CardRow, DraftRow, MapPicture, RecoveryRow, StepListRow } from './rows.ts'

/** Maps in this tab alone, where the browser gives no database. */
export class MemoryDisk implements Disk {
  readonly memoryOnly: string
  private readonly destroyBeneath: () => Promise<void>
  private readonly maps = new Map<Id, CardRow>()
  private readonly shown = new Map<Id, MapPicture>()
  private readonly updates = new Map<Id, Update[]>()
  private readonly contents = new Map<Id, ReadonlyMap<string, string>>()
  private readonly drafts = new Map<string, DraftRow>()
  private readonly kept = new Map<string, unknown>()

  /** `reason` says in a sentence why nothing is kept; `destroyBeneath` deletes what stands in a database all the same. */
  constructor(reason: string, destroyBeneath: () => Promise<void> = async () => {}) {
    this.memoryOnly = reason
    this.destroyBeneath = destroyBeneath
  }

  async cards(): Promise<CardRow[]> {
    return [...this.maps.values()]
  }

  async card(map: Id): Promise<CardRow | undefined> {
    return this.maps.get(map)
  }

  async pictures(): Promise<Map<Id, MapPicture>> {
    return new Map(this.shown)
  }

  async load(map: Id): Promise<Stored & { readonly kept: KeptSteps }> {
    return { ...(await this.since(map, 0)), kept: { steps: [], at: 0 } }
  }

  async since(map: Id, seq: number): Promise<Stored> {
    const all = this.updates.get(map) ?? []
    return { documents: byName(all.slice(seq)), seq: all.length, loose: 0 }
  }

  async write({ map, card, contents, updates }: Batch): Promise<Written> {
    if (card) this.maps.set(map, card)
    this.contents.set(map, new Map([...(this.contents.get(map) ?? []), ...contents.map(({ key, text }) => [key, text] as const)]))
    const before = this.updates.get(map) ?? []
    const added = typeof updates === 'function' ? updates(byName(before)) : updates
    this.updates.set(map, [...before, ...added])
    return added.length ? { from: before.length + 1, to: before.length + added.length } : { from: null, to: null }
  }

  async setCard(map: Id, next: (before: CardRow | undefined) => CardRow | undefined): Promise<CardRow | undefined> {
    const card = next(this.maps.get(map))
    if (card) this.maps.set(map, card)
    return card
  }

  async keepPicture(map: Id, picture: MapPicture): Promise<void> {
    this.shown.set(map, picture)
  }

  async compact(): Promise<void> {}

  async content(map: Id, key: string): Promise<string | undefined> {
    return this.contents.get(map)?.get(key)
  }

  /** Steps are kept by the tab itself, as long as it lives: so does all else here. */
  async stepLists(): Promise<StepListRow[]> {
    return []
  }

  async dropSteps(): Promise<void> {}

  async purge(map: Id, isDue: (card: CardRow) => boolean): Promise<boolean> {
    const card = this.maps.get(map)
    if (!card || !isDue(card)) return false
    for (const held of [this.maps, this.shown, this.updates, this.contents]) held.delete(map)
    for (const { key } of await this.draftsOf(map)) this.drafts.delete(key)
    return true
  }

  async keepDraft(draft: DraftRow): Promise<void> {
    this.drafts.set(draft.key, draft)
  }

  async dropDraft(key: string): Promise<void> {
    this.drafts.delete(key)
  }

  async draftsOf(map: Id): Promise<DraftRow[]> {
    return [...this.drafts.values()].filter((draft) => draft.map === map)
  }

  /** There are none: they would take the room that the work itself needs, and go with the tab as it does. */
  async keepRecoveryPoint(): Promise<void> {}

  async lastRecoveryPoint(): Promise<undefined> {}

  async recoveryPoints(): Promise<RecoveryRow[]> {
    return []
  }

  async preference(key: string): Promise<unknown> {
    return this.kept.get(key)
  }

  async keepPreference(key: string, value: unknown): Promise<void> {
    this.kept.set(key, value)
  }

  close(): void {}

  async destroy(): Promise<void> {
    for (const held of [this.maps, this.shown, this.updates, this.contents, this.drafts, this.kept]) held.clear()
    await this.destroyBeneath()
  }
}

function byName(updates: readonly Update[]): StoredDocument[] {
  return [...new Set(updates.map(({ name }) => name))].map((name) => ({ name, updates: updates.filter((one) => one.name === name).map(({ update }) => update) }))
}
