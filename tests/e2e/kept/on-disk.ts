import type { Page } from '@playwright/test'
import { MapDocument } from '../../../src/document/map-document.ts'

interface Row {
  readonly map: string
  readonly name: string
  readonly bytes: string
}

/** The names of all elements in the database, read past the app: what a disk holds, and not what a page remembers. */
export async function namesOnDisk(page: Page): Promise<string[]> {
  const rows = await page.evaluate(readRows)
  const maps = [...new Set(rows.map(({ map }) => map))]
  return maps.flatMap((id) => {
    const parts = rows.filter(({ map }) => map === id)
    const stored = [...new Set(parts.map(({ name }) => name))].map((name) => ({ name, updates: parts.filter((row) => row.name === name).map(({ bytes }) => new Uint8Array(Buffer.from(bytes, 'base64'))) }))
    const document = MapDocument.load(stored)
    if (!document.isComplete) throw new Error(`The disk holds map ${id} with a gap`)
    return [...document.map.elements.values()].map(({ name }) => name)
  })
}

function readRows(): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sightlines')
    opening.onerror = () => reject(new Error('The database does not open'))
    opening.onsuccess = () => {
      const db = opening.result
      const transaction = db.transaction(['documents', 'updates'])
      const states = transaction.objectStore('documents').getAll()
      const updates = transaction.objectStore('updates').getAll()
      const base64 = (bytes: Uint8Array): string => btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
      transaction.oncomplete = () => {
        db.close()
        const found = [
          ...(states.result as { map: string; name: string; state: Uint8Array }[]).map(({ map, name, state }) => ({ map, name, bytes: base64(state) })),
          ...(updates.result as { map: string; name: string; update: Uint8Array }[]).map(({ map, name, update }) => ({ map, name, bytes: base64(update) })),
        ]
        resolve(found)
      }
    }
  })
}
