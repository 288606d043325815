/** What a person lets leave with a map. */
export interface Leaving {
  /** Who said what; or how many said it; or the shared picture alone. */
  readonly attribution: 'named' | 'counted' | 'none'
  readonly names: 'written' | 'roles' | 'codes'
  /** What people wrote in their own words: descriptions, facts, tags, labels, notes, stories, actions, reflections. */
  readonly words: boolean
  /** Private views and reflections. */
  readonly includePrivate: boolean
}

export const AS_IT_IS: Leaving = { attribution: 'named', names: 'written', words: true, includePrivate: false }

/** Whether anything but what is private is left out or named otherwise. */
export function isAltered({ attribution, names, words }: Leaving): boolean {
  return attribution !== 'named' || names !== 'written' || !words
}

/** A private view has a name, and a private reflection is words: where these stay, so do those. */
export function mayIncludePrivate({ attribution, words }: Leaving): boolean {
  return attribution === 'named' && words
}
