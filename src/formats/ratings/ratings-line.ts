/** The first line: how a reader knows the text, and which version of it this is. */
export const HEADER = 'Sightlines ratings 1'
export const LINE_KINDS = ['table', 'map', 'organisation', 'element', 'tie', 'says'] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Whether a text looks like what a table copied, whatever stands before it in a message. */
export function isRatings(text: string): boolean {
  return /^[>\s]*Sightlines ratings \d/m.test(text)
}

/** A field's text on one line: what a mail program would take for a break, a second space or the next field is written with a backslash. */
function shielded(text: string): string {
  return text
    .replace(/[\\|#>]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[^\S ]|\p{Cc}/gu, (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/^ | $| (?= )/g, '\\s')
}

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\p', '#': '\\h', '>': '\\g' }
const MEANS: Readonly<Record<string, string>> = { '\\': '\\', p: '|', h: '#', g: '>', s: ' ' }

export function unshielded(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (whole, code: string | undefined, letter = '') => (code === undefined ? (MEANS[letter] ?? whole) : String.fromCharCode(parseInt(code, 16))))
}

/** One numbered line, with two signs at its end by which a change on the way is seen. */
export function ratingsLine(number: number, kind: LineKind, fields: readonly string[]): string {
  const body = `${number} ${kind} ${fields.map(shielded).join(' | ')}`.trimEnd()
  return `${body} #${signsOf(body)}`
}

/** Two letters or digits of a line: one changed letter in 1,296 goes unseen. Spaces do not count: a mail program may break the line at one. */
export function signsOf(body: string): string {
  let hash = 0x811c9dc5
  for (const unit of body.replace(/\s+/g, '')) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  hash ^= hash >>> 15
  return ((hash >>> 0) % 1296).toString(36).padStart(2, '0')
}
