const PLURALS: Readonly<Record<string, string>> = { person: 'people' }

/** "1 tie", "7 ties", "1,285 elements". */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${count === 1 ? noun : plural(noun)}`
}

export function plural(noun: string): string {
  return PLURALS[noun] ?? (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`)
}

/** Thousands apart, as British text has them. Not `toLocaleString`, which differs between machines. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** "A", "A and B", "A, B and C". */
export function together(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** "A", "A or B", "A, B or C". */
export function either(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** "A, B and 5 more": a few names where there are many. */
export function someOf(names: readonly string[], most = 3): string {
  return names.length > most ? `${names.slice(0, most).join(', ')} and ${grouped(names.length - most)} more` : together(names)
}
