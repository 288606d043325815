import type { Refused } from '../formats/format.ts'
import type { NativeRead } from '../formats/native/read-native.ts'
import type { Placement } from '../layout/placement.ts'
import type { SettleJob } from '../layout/settle-job.ts'

/** A piece of work as the page hands it over. */
export type Request =
  | { readonly is: 'settle'; readonly job: SettleJob }
  | { readonly is: 'read native'; readonly bytes: Uint8Array }

/** What comes back: `progress` any number of times, then one of the others. */
export type Reply =
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'settle'; readonly placement: Placement }
  | { readonly is: 'read native'; readonly read: NativeRead | Refused }
  | { readonly is: 'failed'; readonly reason: string }

export type ReplyTo<R extends Request> = Extract<Reply, { readonly is: R['is'] }>
