import { ENCODING, joinedUpdate, readable } from '../document/encoding.ts'
import type { Id } from '../model/ids.ts'
import { isId } from '../model/ids.ts'
import type { CardRow, KeptDocument } from './rows.ts'

/** A whole map as it was at a moment, kept apart from the database. */
export interface SecondCopy {
  readonly at: number
  readonly card: CardRow
  readonly documents: readonly KeptDocument[]
  readonly contents: readonly { readonly key: string; readonly text: string }[]
}

export type CopyHeader = Pick<SecondCopy, 'at' | 'card'>

/** Second copies of maps. All of it may fail, and then there is none. */
export interface SecondCopies {
  list(): Promise<readonly CopyHeader[]>
  read(map: Id): Promise<SecondCopy | null>
  write(copy: SecondCopy): Promise<void>
  /** Until `release`, what a map's copy has stays in the next ones: it is more than the database has, and nobody has said yet what to do. */
  hold(map: Id): void
  release(map: Id): void
  remove(map: Id): Promise<void>
  /** Rejects where there are copies and they stay. */
  clear(): Promise<void>
}

interface Header extends CopyHeader {
  readonly format: 'sightlines-second-copy'
  readonly formatVersion: 1
  readonly documents: readonly { readonly name: string; readonly encoding: string; readonly bytes: number }[]
  readonly contents: SecondCopy['contents']
}

const FOLDER = 'second-copies'

/** In the origin's private file system. A file is replaced as a whole or not at all. */
export class PrivateFiles implements SecondCopies {
  private readonly root: () => Promise<FileSystemDirectoryHandle>
  private readonly held = new Set<Id>()

  constructor(root: () => Promise<FileSystemDirectoryHandle>) {
    this.root = root
  }

  async list(): Promise<readonly CopyHeader[]> {
    const found: CopyHeader[] = []
    for await (const name of (await this.folder()).keys()) {
      const copy = isId(name) ? await this.read(name) : null
      if (copy) found.push({ at: copy.at, card: copy.card })
    }
    return found
  }

  async read(map: Id): Promise<SecondCopy | null> {
    try {
      const file = await (await (await this.folder()).getFileHandle(map)).getFile()
      return unpack(new Uint8Array(await file.arrayBuffer()))
    } catch {
      return null
    }
  }

  async write(copy: SecondCopy): Promise<void> {
    const { id } = copy.card
    const held = this.held.has(id) ? await this.read(id) : null
    const file = await (await (await this.folder()).getFileHandle(id, { create: true })).createWritable()
    await file.write(pack(held ? together(held, copy) : copy) as Uint8Array<ArrayBuffer>)
    await file.close()
  }

  hold(map: Id): void {
    this.held.add(map)
  }

  release(map: Id): void {
    this.held.delete(map)
  }

  async remove(map: Id): Promise<void> {
    this.release(map)
    await (await this.folder()).removeEntry(map).catch(() => undefined)
  }

  async clear(): Promise<void> {
    const root = await this.root().catch(() => null)
    await root?.removeEntry(FOLDER, { recursive: true }).catch((reason: unknown) => {
      if (!(reason instanceof DOMException && reason.name === 'NotFoundError')) throw reason
    })
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return (await this.root()).getDirectoryHandle(FOLDER, { create: true })
  }
}

/** What either of two copies of a map has, under the card of the later one. */
function together(held: SecondCopy, later: SecondCopy): SecondCopy {
  const known = new Set(later.contents.map(({ key }) => key))
  const names = new Set([...later.documents, ...held.documents].map(({ name }) => name))
  return {
    ...later,
    contents: [...later.contents, ...held.contents.filter(({ key }) => !known.has(key))],
    documents: [...names].flatMap((name) => {
      const here = [later, held].flatMap(({ documents }) => documents.filter((one) => one.name === name && one.encoding === ENCODING))
      const states = readable(here.map(({ state }) => state))
      return states.length > 0 ? [{ name, encoding: ENCODING, state: joinedUpdate(states) }] : []
    }),
  }
}

/** A length, a header as JSON, and the states one after the other. */
function pack({ at, card, documents, contents }: SecondCopy): Uint8Array {
  const header: Header = {
    format: 'sightlines-second-copy', formatVersion: 1, at, card, contents,
    documents: documents.map(({ name, encoding, state }) => ({ name, encoding, bytes: state.length })),
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(4 + text.length + documents.reduce((sum, { state }) => sum + state.length, 0))
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, 4)
  let at2 = 4 + text.length
  for (const { state } of documents) {
    bytes.set(state, at2)
    at2 += state.length
  }
  return bytes
}

/** Null where the bytes are not a whole copy. */
function unpack(bytes: Uint8Array): SecondCopy | null {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header
    if (header.format !== 'sightlines-second-copy' || header.formatVersion !== 1 || !isId(header.card.id)) return null
    let at = 4 + length
    const documents = header.documents.map(({ name, encoding, bytes: size }) => ({ name, encoding, state: bytes.slice(at, (at += size)) }))
    return at === bytes.length ? { at: header.at, card: header.card, contents: header.contents, documents } : null
  } catch {
    return null
  }
}
