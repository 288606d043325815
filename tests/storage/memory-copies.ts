import { pack, unpack, type CopyHeader, type SecondCopies, type SecondCopy } from '../../src/storage/second-copy.ts'

/** Second copies in a map of bytes: what the browser's private files are to a tab. */
export class MemoryCopies implements SecondCopies {
  readonly files = new Map<string, Uint8Array>()
  private readonly held = new Set<string>()

  async list(): Promise<readonly CopyHeader[]> {
    return [...this.files].flatMap(([name, bytes]) => {
      const copy = name.endsWith('.next') ? null : unpack(bytes)
      return copy ? [{ at: copy.at, card: copy.card }] : []
    })
  }

  async read(map: string): Promise<SecondCopy | null> {
    const bytes = this.files.get(map)
    return bytes ? unpack(bytes) : null
  }

  async write(copy: SecondCopy): Promise<void> {
    this.files.set(this.held.has(copy.card.id) ? `${copy.card.id}.next` : copy.card.id, pack(copy))
  }

  hold(map: string): void {
    this.held.add(map)
  }

  async release(map: string): Promise<void> {
    this.held.delete(map)
    this.files.delete(`${map}.next`)
  }

  async remove(map: string): Promise<void> {
    this.files.delete(map)
    await this.release(map)
  }

  async clear(): Promise<void> {
    this.files.clear()
  }
}
