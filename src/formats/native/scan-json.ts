import { grouped, LIMITS } from './limits.ts'

/** Why a text cannot be parsed, and where: lines and columns count from 1. */
export interface Fault {
  readonly line: number
  readonly column: number
  readonly reason: string
}

export interface Scan {
  readonly fault: Fault | null
  /** Keys that stand twice in one object; the last one counts. */
  readonly repeated: readonly { readonly key: string; readonly line: number }[]
}

/** One list or object that is open at this point of the text. */
interface Open {
  readonly isObject: boolean
  /** The key it stands under. */
  readonly under: string
  readonly keys: Set<string>
  key: string
  items: number
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS = ['true', 'false', 'null']
/** How many lists and objects stand around `elements`: the file; or the file, `versions`, a version and its `content`. */
const MAP_DEPTHS = new Set([1, 4])
const MOST_REPEATED = 100

/**
 * Walks JSON (RFC 8259) without building it, so that a bad file is refused with its line before memory is spent on it, and without
 * calling itself, so that depth cannot break it. Linear in the text.
 */
export function scanJson(text: string): Scan {
  return new Scanner(text).scan()
}

class Scanner {
  private readonly text: string
  private readonly open: Open[] = []
  private readonly repeated: { key: string; line: number }[] = []
  private at = 0
  private fault: Fault | null = null

  constructor(text: string) {
    this.text = text
  }

  scan(): Scan {
    this.value()
    while (this.fault === null && this.open.length > 0) this.step(this.open[this.open.length - 1] as Open)
    this.skipSpace()
    if (this.fault === null && this.at < this.text.length) this.fail(`the file should end here, and goes on with ${this.found()}`)
    return { fault: this.fault, repeated: this.repeated }
  }

  /** The next item or the end of the innermost list or object. */
  private step(inside: Open): void {
    this.skipSpace()
    const close = inside.isObject ? '}' : ']'
    if (this.text[this.at] === close) {
      this.at++
      this.open.pop()
      return
    }
    if (inside.items > 0) {
      if (this.text[this.at] !== ',') return this.fail(`a comma or ${close} was expected, and ${this.found()} stands here`)
      this.at++
      this.skipSpace()
    }
    inside.items++
    if (inside.isObject && !this.key(inside)) return
    if (!inside.isObject && MAP_DEPTHS.has(this.open.length - 1)) this.count(inside)
    if (this.fault === null) this.value()
  }

  private key(inside: Open): boolean {
    const start = this.at
    if (this.text[start] !== '"') {
      this.fail(`a name in double quotes was expected, and ${this.found()} stands here`)
      return false
    }
    if (!this.quoted()) return false
    const raw = this.text.slice(start + 1, this.at - 1)
    inside.key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw
    if (inside.keys.has(inside.key)) {
      if (this.repeated.length < MOST_REPEATED) this.repeated.push({ key: inside.key, line: this.where(start).line })
    } else inside.keys.add(inside.key)
    this.skipSpace()
    if (this.text[this.at] !== ':') {
      this.fail(`a colon was expected, and ${this.found()} stands here`)
      return false
    }
    this.at++
    return true
  }

  private value(): void {
    this.skipSpace()
    const first = this.text[this.at]
    if (first === '{' || first === '[') {
      if (this.open.length === LIMITS.depth) return this.fail(`lists and objects stand more than ${LIMITS.depth} deep inside one another`)
      this.open.push({ isObject: first === '{', under: this.open.at(-1)?.key ?? '', keys: new Set(), key: '', items: 0 })
      this.at++
    } else if (first === '"') this.quoted()
    else if (!this.number()) {
      const word = WORDS.find((each) => this.text.startsWith(each, this.at))
      if (word === undefined) this.fail(`a value was expected, and ${this.found()} stands here`)
      else this.at += word.length
    }
  }

  private number(): boolean {
    NUMBER.lastIndex = this.at
    if (!NUMBER.test(this.text)) return false
    this.at = NUMBER.lastIndex
    return true
  }

  private quoted(): boolean {
    const { text } = this
    for (this.at++; this.at < text.length; this.at++) {
      const unit = text.charCodeAt(this.at)
      if (unit === 0x22) {
        this.at++
        return true
      }
      if (unit < 0x20) {
        this.fail('a line break or another control character stands inside quotes')
        return false
      }
      if (unit === 0x5c && !this.escape()) return false
    }
    this.fail('the file ends inside quotes')
    return false
  }

  private escape(): boolean {
    const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.at + 1, this.at + 6))
    if (escaped) this.at += escaped[0].length
    else this.fail('a backslash inside quotes has no meaning here')
    return escaped !== null
  }

  private count(inside: Open): void {
    const most = inside.under === 'elements' ? LIMITS.elements : inside.under === 'relationships' ? LIMITS.relationships : Infinity
    if (inside.items > most) this.fail(`there are more than ${grouped(most)} ${inside.under === 'elements' ? 'elements' : 'ties'}, which is the most Sightlines opens`)
  }

  private skipSpace(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.at)
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return
      this.at++
    }
  }

  private found(): string {
    const point = this.text.codePointAt(this.at)
    return point === undefined ? 'the end of the file' : `“${String.fromCodePoint(point)}”`
  }

  private where(at: number): { line: number; column: number } {
    const before = this.text.slice(0, at)
    const line = before.split('\n').length
    return { line, column: at - before.lastIndexOf('\n') }
  }

  private fail(reason: string): void {
    this.fault ??= { ...this.where(Math.min(this.at, this.text.length)), reason }
  }
}
