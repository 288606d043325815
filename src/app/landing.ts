import { useEffect } from 'react'
import { changeFor } from '../capture/change-for.ts'
import type { CaptureContext, Understanding } from '../capture/intent.ts'
import { apply } from '../model/apply.ts'
import type { Point } from '../model/records.ts'
import { session, type Landing } from '../session/session.ts'

/** So long after the last letter the outlines appear: placing looks at every card, and typing does not wait for it. Milliseconds. */
const PAUSE = 80

/** Where the new elements of a line would land now. Nothing for a line that says anything else. */
function landingOf(understood: Understanding, context: CaptureContext): readonly Landing[] {
  if (understood.problems.length > 0 || (understood.intent.is !== 'elements' && understood.intent.is !== 'ties')) return []
  if (understood.intent.elements.every(({ existing }) => existing !== null)) return []
  const { map } = context
  const { writes } = changeFor(understood, map, context)
  const after = apply(map, { writes })
  const isNew = (id: string) => !map.elements.has(id)
  const ties = [...after.relationships.values()].filter(({ id }) => !map.relationships.has(id))
  return [...after.elements.values()].filter(({ id }) => isNew(id)).flatMap(({ id, name, kind, organisation }) => {
    const at = after.positions.get(id)
    const tie = ties.find(({ from, to }) => from === id || to === id)
    const other = tie && (tie.from === id ? tie.to : tie.from)
    const tiedTo: string | Point | null = other === undefined ? null : isNew(other) ? (after.positions.get(other) ?? null) : other
    return at ? [{ name, kind, organisation, at, tiedTo }] : []
  })
}

/** Keeps the outlines on the map in step with the line being typed. */
export function useLanding(understood: Understanding | null, context: CaptureContext | null): void {
  useEffect(() => {
    const show = () => {
      const landing = understood && context ? landingOf(understood, context) : []
      if (landing.length > 0 || session.getState().landing.length > 0) session.setState({ landing })
    }
    if (!understood || understood.line.trim() === '') {
      show()
      return undefined
    }
    const timer = setTimeout(show, PAUSE)
    return () => clearTimeout(timer)
  }, [understood, context])
  useEffect(() => () => session.setState({ landing: [] }), [])
}
