interface CacheContents {
  readonly name: string
  readonly urls: readonly string[]
}

/**
 * Names the caches that no page needs any more.
 *
 * `caches` stand in the order in which they were made: those after `current` belong to builds that still wait, and are
 * kept. `entries` are the entry scripts of the pages that have said which build they run; while fewer have said so than
 * `pages` are open, nothing is named, for a page that is still starting may need its lazy parts.
 */
export function unheldCaches(
  caches: readonly CacheContents[],
  current: string,
  entries: readonly string[],
  pages: number,
): string[] {
  if (entries.length < pages) return []
  const earlier = caches.slice(
    0,
    caches.findIndex(({ name }) => name === current),
  )
  return earlier.filter(({ urls }) => !entries.some((entry) => urls.includes(entry))).map(({ name }) => name)
}
