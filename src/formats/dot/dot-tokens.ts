import { Refusal } from '../found/finder.ts'
import { htmlText } from '../found/html-text.ts'

/** A name, a sign of the grammar, or the end. `html` is a name between angle brackets, its words alone. */
export interface DotToken {
  readonly is: 'id' | 'quoted' | 'html' | 'sign' | 'end'
  readonly text: string
  readonly line: number
}

const PLAIN = /-?(?:\.\d+|\d+(?:\.\d*)?)|[\p{L}_\u0080-\uffff][\p{L}\p{N}_\u0080-\uffff]*/uy
const SIGNS = ['->', '--', '{', '}', '[', ']', '=', ';', ',', ':']

/** Reads a DOT file sign by sign (graphviz.org/doc/info/lang.html). */
export class DotTokens {
  private readonly text: string
  private at = 0
  private line = 1
  private ahead: DotToken | null = null

  constructor(text: string) {
    this.text = text
  }

  /** From 0 to 1. */
  get share(): number {
    return this.at / this.text.length
  }

  peek(): DotToken {
    return (this.ahead ??= this.read())
  }

  next(): DotToken {
    const token = this.peek()
    this.ahead = null
    return token
  }

  /** Takes the sign where it comes next. */
  take(sign: string): boolean {
    const { is, text } = this.peek()
    if (is !== 'sign' || text !== sign) return false
    this.ahead = null
    return true
  }

  /** A name; quoted ones are joined by plus signs. */
  name(): DotToken {
    const token = this.next()
    if (token.is === 'sign' || token.is === 'end') throw new Refusal(`Line ${token.line}`, token.is === 'end' ? 'the file ends before it is complete; it may have been cut short' : `a name was expected, and “${token.text}” stands here`)
    return token
  }

  private read(): DotToken {
    this.skip()
    const { text, line } = this
    const first = text[this.at]
    if (first === undefined) return { is: 'end', text: '', line }
    if (first === '"') return { is: 'quoted', text: this.quoted(), line }
    if (first === '<') return { is: 'html', text: this.html(), line }
    const sign = SIGNS.find((one) => text.startsWith(one, this.at))
    if (sign !== undefined && !(first === '-' && /^-[.\d]/.test(text.slice(this.at, this.at + 2)))) {
      this.at += sign.length
      return { is: 'sign', text: sign, line }
    }
    PLAIN.lastIndex = this.at
    const plain = PLAIN.exec(text)?.[0]
    if (plain === undefined) throw new Refusal(`Line ${line}`, `“${String.fromCodePoint(text.codePointAt(this.at) ?? 0)}” has no meaning here`)
    this.at += plain.length
    return { is: 'id', text: plain, line }
  }

  private skip(): void {
    for (;;) {
      const { text } = this
      const here = text[this.at]
      if (here === '\n') this.line++
      if (here !== undefined && /[\s\ufeff]/.test(here)) this.at++
      else if (here === '/' && text[this.at + 1] === '*') this.pass(text.indexOf('*/', this.at + 2), 2, 'a comment that never ends')
      else if ((here === '/' && text[this.at + 1] === '/') || here === '#') this.pass(text.indexOf('\n', this.at), 0, '')
      else return
    }
  }

  /** Goes to where something ends, counting lines; the end of the file where nothing needs to end. */
  private pass(end: number, length: number, unended: string): void {
    if (end < 0 && unended !== '') throw new Refusal(`Line ${this.line}`, `${unended}; the file may have been cut short`)
    const to = end < 0 ? this.text.length : end + length
    for (let i = this.at; i < to; i++) if (this.text.charCodeAt(i) === 10) this.line++
    this.at = to
  }

  private quoted(): string {
    const from = this.at + 1
    let end = from
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1
    if (end >= this.text.length) throw new Refusal(`Line ${this.line}`, 'the file ends inside quotes; it may have been cut short')
    this.pass(end, 1, '')
    const words = this.text.slice(from, end).replace(/\\\r?\n/g, '').replaceAll('\\"', '"')
    const [back, line] = [this.at, this.line]
    this.skip()
    if (this.text[this.at] === '+') {
      this.at++
      this.skip()
      if (this.text[this.at] === '"') return words + this.quoted()
    }
    ;[this.at, this.line] = [back, line]
    return words
  }

  private html(): string {
    const from = this.at + 1
    let depth = 1
    let end = from
    for (; end < this.text.length && depth > 0; end++) depth += this.text[end] === '<' ? 1 : this.text[end] === '>' ? -1 : 0
    if (depth > 0) throw new Refusal(`Line ${this.line}`, 'the file ends inside a label in HTML; it may have been cut short')
    this.pass(end, 0, '')
    return htmlText(this.text.slice(from, end - 1))
  }
}
