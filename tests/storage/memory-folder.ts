import { PrivateFiles } from '../../src/storage/second-copy.ts'

/** A folder of the origin's private file system, in memory: each file's bytes stand whole or not at all. */
export class MemoryFolder {
  readonly files = new Map<string, Uint8Array>()

  /** The second copies of one tab. */
  copies(): PrivateFiles {
    const root = { getDirectoryHandle: async () => this.handle(), removeEntry: async () => this.files.clear() }
    return new PrivateFiles(async () => root as unknown as FileSystemDirectoryHandle)
  }

  private handle() {
    const { files } = this
    return {
      async *keys() {
        yield* files.keys()
      },
      async getFileHandle(name: string, options: FileSystemGetFileOptions = {}) {
        if (!files.has(name) && !options.create) throw new DOMException(name, 'NotFoundError')
        return {
          getFile: async () => ({ arrayBuffer: async () => (files.get(name) ?? new Uint8Array()).slice().buffer }),
          createWritable: async () => {
            let next = new Uint8Array()
            return {
              write: async (bytes: Uint8Array<ArrayBuffer>) => void (next = bytes.slice()),
              close: async () => void files.set(name, next),
            }
          },
        }
      },
      async removeEntry(name: string) {
        if (!files.delete(name)) throw new DOMException(name, 'NotFoundError')
      },
    }
  }
}
