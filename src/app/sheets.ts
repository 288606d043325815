import type { ComponentType } from 'react'
import { useSession } from '../session/hooks.ts'
import type { OpenDialog } from '../session/session.ts'
import { FingersSheet, RateSheet } from './parts.ts'

/** Dialogs that lie along the bottom in place of the capture bar, so that what they are about stays in sight. */
const SHEETS: { readonly [N in OpenDialog['name']]?: ComponentType } = { Rate: RateSheet, Fingers: FingersSheet }

/** The sheet that is open, if one is. */
export function useSheet(): ComponentType | undefined {
  const name = useSession((s) => s.dialog?.name)
  return name && SHEETS[name]
}
