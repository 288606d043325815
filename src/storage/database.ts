import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Id } from '../model/ids.ts'
import type { CardRow, ContentRow, DocumentRow, DraftRow, PictureRow, PreferenceRow, RecoveryRow, StepListRow, StepRow, UpdateRow } from './rows.ts'

const DATABASE = 'sightlines'

/** The version this code knows. Dexie's versions are a tenth of the browser's own numbers. */
export const DATABASE_VERSION = 2

export interface DatabaseOptions {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange
  readonly name?: string
}

export class Database extends Dexie {
  declare readonly maps: EntityTable<CardRow, 'id'>
  declare readonly pictures: EntityTable<PictureRow, 'id'>
  declare readonly documents: Table<DocumentRow, [string, string]>
  declare readonly updates: EntityTable<UpdateRow, 'seq'>
  declare readonly contents: Table<ContentRow, [string, string]>
  declare readonly drafts: EntityTable<DraftRow, 'key'>
  declare readonly recoveryPoints: EntityTable<RecoveryRow, 'id'>
  declare readonly preferences: EntityTable<PreferenceRow, 'key'>
  declare readonly stepLists: EntityTable<StepListRow, 'id'>
  declare readonly steps: Table<StepRow, [Id, number]>
  readonly keyRange: typeof globalThis.IDBKeyRange

  constructor({ indexedDB, IDBKeyRange, name = DATABASE }: DatabaseOptions) {
    super(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: 'strict', autoOpen: false })
    this.keyRange = IDBKeyRange
    // Each version says what it adds; the ones before it stay as they were, because databases of theirs are still about.
    this.version(1).stores({
      maps: 'id',
      pictures: 'id',
      documents: '[map+name],map,[map+upTo]',
      updates: '++seq,[map+seq]',
      contents: '[map+key],map',
      drafts: 'key,map',
      recoveryPoints: '++id,map',
      preferences: 'key',
    })
    this.version(DATABASE_VERSION).stores({
      stepLists: 'id,map',
      steps: '[list+n]',
    })
  }

  /** The version on the disk, as Dexie counts. It opens a newer database without a word, and would write into it. */
  get found(): number {
    return this.backendDB().version / 10
  }
}
