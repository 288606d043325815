import { createStore, useStore } from 'zustand'

interface CaptureLine {
  readonly line: string
  readonly caret: number
  /** Counts the lines that came from outside the field: only those say where its caret goes. */
  readonly placed: number
}

/** The line being typed, kept apart from the bar so that it can be kept as a draft and put back. */
export const captureLine = createStore<CaptureLine>()(() => ({ line: '', caret: 0, placed: 0 }))

export function useCaptureLine(): string {
  return useStore(captureLine, (state) => state.line)
}

export function useCaptureCaret(): number {
  return useStore(captureLine, (state) => state.caret)
}

export function usePlacedLines(): number {
  return useStore(captureLine, (state) => state.placed)
}

/** Puts a line in the bar: one that was restored, recalled or completed. */
export function setCaptureLine(line: string, caret = line.length): void {
  captureLine.setState(({ placed }) => ({ line, caret, placed: placed + 1 }))
}

const MOST = 50
const recalled: { lines: string[]; at: number } = { lines: [], at: 0 }

/** Lines that were entered, the latest last. */
export function remember(line: string): void {
  recalled.lines = [...recalled.lines.filter((other) => other !== line), line].slice(-MOST)
  recalled.at = recalled.lines.length
}

/** The line before or after the one last recalled; undefined at either end. */
export function recall(by: 1 | -1): string | undefined {
  const at = recalled.at + by
  if (at < 0 || at > recalled.lines.length) return undefined
  recalled.at = at
  return recalled.lines[at] ?? ''
}
