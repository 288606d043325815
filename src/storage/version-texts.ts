import type { Id } from '../model/ids.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import type { Disk } from './disk.ts'
import type { Environment } from './environment.ts'

/** What the versions of one map showed, as text under the keys that their cards name. */
export class VersionTexts {
  private readonly disk: Disk
  private readonly env: Environment
  private readonly map: Id
  private readonly waiting: (key: string) => string | undefined

  /** `waiting` gives what is not on the disk yet. */
  constructor(disk: Disk, env: Environment, map: Id, waiting: (key: string) => string | undefined = () => undefined) {
    this.disk = disk
    this.env = env
    this.map = map
    this.waiting = waiting
  }

  /** Where the disk gives nothing back, the second copy may. Undefined where nobody has it. */
  async text(key: string): Promise<string | undefined> {
    const known = this.waiting(key) ?? (await this.disk.content(this.map, key).catch(() => undefined))
    return known ?? (await this.env.secondCopies?.read(this.map))?.contents.find((content) => content.key === key)?.text
  }

  async textsOf({ versions }: SystemMap): Promise<readonly { readonly key: string; readonly text: string }[]> {
    const keys = [...new Set([...versions.values()].map(({ content }) => content))]
    const found = await Promise.all(keys.map(async (key) => ({ key, text: await this.text(key) })))
    return found.flatMap(({ key, text }) => (text === undefined ? [] : [{ key, text }]))
  }

  async contentsOf(map: SystemMap): Promise<ReadonlyMap<string, MapContent>> {
    return new Map((await this.textsOf(map)).map(({ key, text }) => [key, this.env.contents.parse(text)]))
  }
}
