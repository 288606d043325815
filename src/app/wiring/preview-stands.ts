import { putBackLayout } from '../../commands/put-back.ts'
import { session, type OpenDialog } from '../../session/session.ts'

/** Dialogs that only look something up: a layout that is shown stays under them. */
const LOOKED_UP: ReadonlySet<OpenDialog['name']> = new Set(['Commands', 'Find', 'Keys', 'Key'])

/** A layout that is only shown is put back once the map is left, looked at as it was, drawn on, written to or taken away. */
export function wirePreview(): void {
  session.subscribe((now, before) => {
    if (now.preview === null) return
    const isLeft = now.view !== 'map' || now.reading.version !== null
    const isWrittenTo = now.renaming !== null || now.aiming !== null || now.adding !== null || (now.landing !== before.landing && now.landing.length > 0)
    const isTakenAway = now.dialog !== null && !LOOKED_UP.has(now.dialog.name)
    if (isLeft || isWrittenTo || isTakenAway) putBackLayout()
  })
}
