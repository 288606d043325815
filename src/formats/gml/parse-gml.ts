import { Refusal } from '../found/finder.ts'
import { LIMITS } from '../native/limits.ts'

/** A list of GML: keys in their order, each any number of times. */
export interface GmlList {
  readonly pairs: readonly GmlPair[]
}
export interface GmlPair {
  readonly key: string
  readonly value: string | number | GmlList
  readonly line: number
}

/** Pairs read between two reports of how far it is. */
const STEP = 20_000
const TOKEN = /[ \t\r\n\ufeff]+|#[^\n]*|([A-Za-z_][\w.-]*)|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\w.])|"([^"]*)"|(\[)|(\])/y

/**
 * Reads GML (Himsolt 1997) into lists. It does not call itself, so depth cannot break it; linear in the text. `seen` hears of every pair as it ends, and may
 * throw, so that a file with too much in it is refused before it is read to its end.
 */
export function* parseGml(text: string, seen: (key: string, line: number, depth: number) => void): Generator<number, GmlList> {
  const open: { readonly key: string; readonly line: number; readonly pairs: GmlPair[] }[] = [{ key: '', line: 1, pairs: [] }]
  let [at, line, keyLine, count] = [0, 1, 1, 0]
  let key: string | null = null
  const put = (value: GmlPair['value'], from: number) => {
    seen(key ?? '', from, open.length - 1)
    open.at(-1)?.pairs.push({ key: key ?? '', value, line: from })
    key = null
  }
  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) throw new Refusal(`Line ${line}`, text[at] === '"' ? 'the file ends inside quotes; it may have been cut short' : `a key, a number or a text in quotes was expected, and “${String.fromCodePoint(text.codePointAt(at) ?? 0)}” stands here`)
    const [whole, word, number, quoted, opens, closes] = token
    if (++count % STEP === 0) yield at / text.length
    if (word !== undefined) {
      // Some tools write NaN and INF, which are no numbers of GML: they are kept as text.
      if (key === null) [key, keyLine] = [word, line]
      else put(word, keyLine)
    } else if (number !== undefined || quoted !== undefined || opens !== undefined) {
      if (key === null) throw new Refusal(`Line ${line}`, `a key was expected, and ${opens ? 'a list' : 'a value'} stands here`)
      if (number !== undefined) put(Number.isFinite(Number(number)) ? Number(number) : number, keyLine)
      else if (quoted !== undefined) put(unescaped(quoted), keyLine)
      else {
        if (open.length > LIMITS.depth) throw new Refusal(`Line ${line}`, `lists stand more than ${LIMITS.depth} deep inside one another`)
        open.push({ key, line: keyLine, pairs: [] })
        key = null
      }
    } else if (closes !== undefined) {
      const list = open.length > 1 ? open.pop() : undefined
      if (!list) throw new Refusal(`Line ${line}`, 'a list ends here that never began')
      if (key !== null) throw new Refusal(`Line ${line}`, `“${key}” has no value`)
      key = list.key
      put({ pairs: list.pairs }, list.line)
    }
    for (let i = 0; i < whole.length; i++) if (whole.charCodeAt(i) === 10) line++
    at += whole.length
  }
  const unclosed = open.at(-1)
  if (open.length > 1 && unclosed) throw new Refusal(`Line ${line}`, `the file ends inside the list “${unclosed.key}” that began on line ${unclosed.line}; it may have been cut short`)
  if (key !== null) throw new Refusal(`Line ${line}`, `“${key}” has no value; the file may have been cut short`)
  return { pairs: open[0]?.pairs ?? [] }
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: '\u00a0' }

/** GML writes what is not ASCII, and quotes, as numbered or named entities. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,6}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? whole
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return point >= 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole
  })
}
