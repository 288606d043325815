import { createStore, useStore } from 'zustand'

/** The line being typed, kept apart from the bar so that it can be kept as a draft and put back. */
export const captureLine = createStore<{ readonly line: string; readonly caret: number }>()(() => ({ line: '', caret: 0 }))

export function useCaptureLine(): string {
  return useStore(captureLine, (state) => state.line)
}

export function useCaptureCaret(): number {
  return useStore(captureLine, (state) => state.caret)
}

export function setCaptureLine(line: string, caret = line.length): void {
  captureLine.setState({ line, caret })
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
