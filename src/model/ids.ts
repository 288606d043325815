/** Names a record for good. Matches `[A-Za-z0-9_-]{1,64}`; any other id in a file is mapped to a new one. */
export type Id = string

/** Gives numbers in [0, 1). The core never reaches for `Math.random`: whoever calls it passes this in. */
export type Random = () => number

const shape = /^[A-Za-z0-9_-]{1,64}$/
const letters = '0123456789abcdefghijklmnopqrstuvwxyz'

export function isId(value: unknown): value is Id {
  return typeof value === 'string' && shape.test(value)
}

/** Twelve letters and digits, 62 bits: two laptops that never meet do not make the same one. */
export function newId(random: Random): Id {
  let id = ''
  for (let i = 0; i < 12; i++) id += letters[Math.floor(random() * letters.length)]
  return id
}

/** The one order of ids: by UTF-16 code unit, as `<` in JavaScript. */
export function byId(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0
}
