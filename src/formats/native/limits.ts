/** What Sightlines opens, checked before parsing. */
export const LIMITS = {
  /** Bytes; 64 MB. */
  bytes: 64 * 1024 * 1024,
  elements: 50_000,
  relationships: 250_000,
  /** Lists and objects inside one another. */
  depth: 200,
} as const

/** A count as people write it: 50,000. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
