import type { GatherFile } from '../edits/gather/gather-file.ts'
import type { Decisions } from '../edits/gather/match.ts'
import type { GatherPlan } from '../edits/gather/plan.ts'
import type { WriteOptions } from '../formats/format.ts'
import type { Leaving } from '../formats/leaving/what-leaves.ts'
import type { Refused } from '../formats/repair.ts'
import type { FindResult } from '../formats/found/found.ts'
import type { NativeRead } from '../formats/native/read-native.ts'
import type { ArrangeJob } from '../layout/arrange-job.ts'
import type { Measured } from '../layout/measured.ts'
import type { Placement } from '../layout/placement.ts'
import type { SettleJob } from '../layout/settle-job.ts'
import type { MapChange } from '../model/change.ts'
import type { SystemMap, WholeMap } from '../model/system-map.ts'

/** Files and the map that they are gathered into; `included` are the keys of those from other maps that may come. */
export interface GatherJob {
  readonly map: SystemMap
  readonly files: readonly GatherFile[]
  readonly included: ReadonlySet<string>
}

/** A map to be written in a format, by its id, and what of it leaves. */
export interface WriteJob {
  readonly format: string
  readonly whole: WholeMap
  readonly leaving: Leaving
  readonly options: WriteOptions
}

/** A piece of work as the page hands it over. */
export type Request =
  | { readonly is: 'settle'; readonly job: SettleJob }
  | { readonly is: 'arrange'; readonly job: ArrangeJob }
  | { readonly is: 'read native'; readonly bytes: Uint8Array }
  | { readonly is: 'find'; readonly bytes: Uint8Array }
  | { readonly is: 'write'; readonly job: WriteJob }
  | { readonly is: 'plan gather'; readonly job: GatherJob }
  | { readonly is: 'gather'; readonly job: Pick<GatherJob, 'map' | 'files'>; readonly plan: GatherPlan; readonly decisions: Decisions }

/** What comes back: `progress` any number of times, then one of the others. */
export type Reply =
  | { readonly is: 'progress'; readonly share: number; readonly at?: Placement }
  | { readonly is: 'settle'; readonly placement: Placement; readonly measured: Measured }
  | { readonly is: 'arrange'; readonly placement: Placement; readonly measured: Measured }
  | { readonly is: 'read native'; readonly read: NativeRead | Refused }
  | { readonly is: 'find'; readonly found: FindResult | null }
  | { readonly is: 'write'; readonly bytes: Uint8Array }
  | { readonly is: 'plan gather'; readonly plan: GatherPlan }
  | { readonly is: 'gather'; readonly change: MapChange }
  | { readonly is: 'failed'; readonly reason: string }

export type ReplyTo<R extends Request> = Extract<Reply, { readonly is: R['is'] }>
