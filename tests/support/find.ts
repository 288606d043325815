import { readFileSync } from 'node:fs'
import { findFile } from '../../src/formats/find-file.ts'
import type { Refused } from '../../src/formats/repair.ts'
import { guessChoices, type Choices } from '../../src/formats/found/choices.ts'
import type { Found, FoundFile } from '../../src/formats/found/found.ts'
import { importedMap } from '../../src/formats/found/imported.ts'
import type { SystemMap } from '../../src/model/system-map.ts'

type Given = string | Uint8Array

const bytesOf = (given: Given) => (typeof given === 'string' ? new TextEncoder().encode(given) : given)

export function fixture(path: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url))
}

/** A file of another tool, as it is read; a refusal fails the test. */
export async function foundIn(given: Given): Promise<FoundFile> {
  const result = await findFile(bytesOf(given), () => {})
  if (!result) throw new Error('No format knows this file')
  if (!result.ok) throw new Error(`${result.place}: ${result.reason}`)
  return result
}

/** The first map of a file of another tool. */
export async function firstIn(given: Given): Promise<Found> {
  const [first] = (await foundIn(given)).maps
  if (!first) throw new Error('No map in it')
  return first
}

/** Why a file is refused; null where no format knows it. One that is read fails the test. */
export async function refusalOf(given: Given): Promise<Refused | null> {
  const result = await findFile(bytesOf(given), () => {})
  if (result?.ok) throw new Error('The file was read')
  return result
}

/** What was found as a map, as it is guessed or as it is said. */
export function mapOf(found: Found, choices: Choices = guessChoices(found)): SystemMap {
  return importedMap(found, choices, { mapId: 'imported', lineage: 'imported', added: '2026-11-25T12:00:00.000Z', title: 'A file', perspective: 'file' }).map
}
