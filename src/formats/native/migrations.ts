import type { JsonObject } from '../../model/json.ts'

export const FORMAT = 'sightlines'
/** What this version writes. It reads every smaller one. */
export const FORMAT_VERSION = 1

/** Makes a file of one version into a file of the next. Once released, never changed: a fixture of each version stands in the tests. */
export interface Migration {
  readonly from: number
  migrate(file: JsonObject): JsonObject
}

/** In order of `from`, one for each version that was ever released before this one. */
export const MIGRATIONS: readonly Migration[] = []

/** The file as this version's reader knows it. */
export function migrated(file: JsonObject, version: number, migrations: readonly Migration[] = MIGRATIONS): JsonObject {
  return migrations.filter(({ from }) => from >= version).reduce((next, each) => each.migrate(next), file)
}
