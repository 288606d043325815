/** Why two things are taken for one, or may be, as the review says it. */
export const REASON_WORDS = {
  id: 'the same from the start',
  name: 'the same name',
  alias: 'matched before',
  organisation: 'same name, another organisation',
  spelling: 'nearly the same name',
} as const
