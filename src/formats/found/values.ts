import type { Value } from './found.ts'

/** A cell as a number where its column says that it holds numbers and it is one. NaN, infinities and what is past whole numbers' reach stay text. */
export function valueOf(text: string, isNumber: boolean): Value {
  const number = isNumber && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text
}

/** A number of a file; NaN where it is none. */
export function numberOf(text: string | undefined): number {
  const value = text === undefined ? '' : valueOf(text, true)
  return typeof value === 'number' ? value : NaN
}

/** A position, given as text; null where nothing is said. */
export function pointOf(x: string | undefined, y: string | undefined): readonly [number, number] | null {
  return x === undefined || y === undefined ? null : [numberOf(x), numberOf(y)]
}
