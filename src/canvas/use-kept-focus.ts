import { useCallback, useEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { session } from '../session/session.ts'
import { focusMap } from './focus-map.ts'
import type { MapNode } from './use-nodes.ts'

interface Watching {
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * The keyboard stays at work on the map: what had the focus may be removed, filtered out or undone, and then something else there takes it.
 * Where nothing on the page has it, the map's own keys work too, as single keys do.
 */
export function useKeptFocus(region: RefObject<HTMLElement | null>, nodes: readonly MapNode[], onKeyDown: (event: KeyboardEvent) => void): Watching {
  const had = useRef(false)
  useEffect(() => {
    if (had.current && document.activeElement === document.body) focusMap()
  }, [nodes])
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.target === document.body && !event.defaultPrevented && session.getState().dialog === null) onKeyDown(event)
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [onKeyDown])
  return {
    onFocus: useCallback(() => void (had.current = true), []),
    onBlur: useCallback(({ relatedTarget }: FocusEvent) => {
      // To nowhere: it was taken away.
      if (relatedTarget instanceof Node && !region.current?.contains(relatedTarget)) had.current = false
    }, [region]),
  }
}
