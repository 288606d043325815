import { useEffect, useState } from 'react'
import type { SystemMap } from '../model/system-map.ts'
import { usePreferences } from '../session/hooks.ts'
import { preferences } from '../session/preferences.ts'

const EXAMPLES = ['Ward sister', 'Ward sister -> Care brokerage: daily call', '! One daily call by Friday']
const LETTER = 45
const REST = 1600

/** A map with no tie and hardly an element: the bar says how to begin. */
export function isHardlyBegun(map: SystemMap | null): boolean {
  return map !== null && map.relationships.size === 0 && map.elements.size < 4
}

/**
 * Three grey lines that type themselves away once on this device, then never again. Where motion is not wanted
 * each stands whole for a while. Empty while there is nothing to show.
 */
export function useTypedExamples(isWanted: boolean): string {
  const isSeen = usePreferences((p) => p.examplesSeen)
  const [at, setAt] = useState({ line: 0, letters: 0 })
  const isRunning = isWanted && !isSeen
  const line = EXAMPLES[at.line]

  useEffect(() => {
    // Whoever types has understood.
    if (!isWanted && (at.line > 0 || at.letters > 0)) preferences.setState({ examplesSeen: true })
  }, [at, isWanted])
  useEffect(() => {
    if (!isRunning) return undefined
    if (line === undefined) {
      preferences.setState({ examplesSeen: true })
      return undefined
    }
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const isWhole = at.letters >= line.length
    const next = isWhole ? { line: at.line + 1, letters: 0 } : { line: at.line, letters: isStill ? line.length : at.letters + 1 }
    const timer = setTimeout(() => setAt(next), isWhole ? REST : isStill ? 0 : LETTER)
    return () => clearTimeout(timer)
  }, [at, isRunning, line])

  return isRunning ? (line?.slice(0, at.letters) ?? '') : ''
}
