import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preview, type PreviewServer } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A host of its own for one test: a copy of the built app that can be changed under the browser, and switched off. */
export class OwnHost {
  url = ''
  readonly #folder: string
  #server: PreviewServer | undefined

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async start(): Promise<OwnHost> {
    const folder = await mkdtemp(join(tmpdir(), 'sightlines-host-'))
    await cp(join(root, 'dist'), folder, { recursive: true })
    const host = new OwnHost(folder)
    host.#server = await preview({
      root,
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
    })
    host.url = host.#server.resolvedUrls?.local[0] ?? ''
    return host
  }

  /** The address of every file, below the host's own. */
  async addresses(): Promise<string[]> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return files.map((entry) => join(entry.parentPath, entry.name).slice(this.#folder.length))
  }

  read(file: string): Promise<string> {
    return readFile(join(this.#folder, file), 'utf8')
  }

  async change(file: string, edit: (text: string) => string): Promise<void> {
    const before = await this.read(file).catch(() => '')
    const after = edit(before)
    if (after === before) throw new Error(`Nothing was changed in ${file}`)
    await writeFile(join(this.#folder, file), after)
  }

  async remove(file: string): Promise<void> {
    await rm(join(this.#folder, file))
  }

  async switchOff(): Promise<void> {
    const server = this.#server?.httpServer
    if (server !== undefined && 'closeAllConnections' in server) server.closeAllConnections()
    await this.#server?.close()
    this.#server = undefined
  }

  async end(): Promise<void> {
    await this.switchOff()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
