import { SaxesParser } from 'saxes'
import { LIMITS } from '../native/limits.ts'
import { decode } from './decode.ts'
import { Refusal, type Finder } from './finder.ts'

/** An element of XML as it opens: its name without a prefix, and its attributes under theirs. */
export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** For a person: "Line 12". */
  readonly place: string
}

export interface XmlListener {
  open(tag: Tag, path: readonly Tag[]): void
  /** With the text that stood directly in it. */
  close(tag: Tag, text: string, path: readonly Tag[]): void
}

/** Letters parsed between two reports of how far it is. */
const STEP = 256 * 1024
const bare = (name: string) => name.slice(name.indexOf(':') + 1)

/** The text of an XML file. A document type is refused before anything is parsed: what it defines can grow without end. */
export function xmlText(bytes: Uint8Array, finder: Finder): string {
  const head = new TextDecoder().decode(bytes.subarray(0, 200))
  const { text, repairs } = decode(bytes, 'refuse', /^[\ufeff\s]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1])
  for (const { place, words } of repairs) finder.mended(place, words)
  refuseDocumentType(text)
  return text.replace(/^\ufeff?\s*/, '')
}

function refuseDocumentType(text: string): void {
  const root = /<[A-Za-z_]/.exec(text)?.index ?? text.length
  for (let at = text.indexOf('<!'); at >= 0 && at < root; at = text.indexOf('<!', at + 2)) {
    if (/^<!(?:doctype|entity)/i.test(text.slice(at, at + 10))) throw new Refusal(`Line ${text.slice(0, at).split('\n').length}`, 'the file begins with a document type (DOCTYPE), which can hide what a file grows to; Sightlines does not open it. Save it again without one')
  }
}

/** Walks XML from start to end; yields the share that is done. Throws a refusal with line and column where it is not well formed or too deep. */
export function* walkXml(text: string, listener: XmlListener): Generator<number, void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const path: Tag[] = []
  const texts: string[] = []
  const where = () => `Line ${parser.line}, column ${parser.columnIndex + 1}`
  parser.on('error', (fault) => {
    throw new Refusal(where(), inWords(fault.message))
  })
  parser.on('doctype', () => {
    throw new Refusal(where(), 'a document type (DOCTYPE) stands here, and Sightlines opens no file that has one')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === LIMITS.depth) throw new Refusal(where(), `things stand more than ${LIMITS.depth} deep inside one another`)
    const tag: Tag = { name: bare(name), attributes: new Map(Object.entries(attributes as Readonly<Record<string, string>>)), place: `Line ${parser.line}` }
    listener.open(tag, path)
    path.push(tag)
    texts.push('')
  })
  const hear = (more: string) => {
    if (texts.length > 0) texts[texts.length - 1] += more
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', () => {
    const tag = path.pop()
    const words = texts.pop() ?? ''
    if (tag) listener.close(tag, words, path)
  })
  for (let at = 0; at < text.length; at += STEP) {
    parser.write(text.slice(at, at + STEP))
    yield Math.min(1, (at + STEP) / text.length)
  }
  parser.close()
}

function inWords(message: string): string {
  const plain = message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
  if (/unclosed tag|unexpected end|document must contain|unclosed/i.test(plain)) return 'the file ends before it is complete; it may have been cut short'
  if (/undefined entity/i.test(plain)) return 'a name between & and ; is used that the file does not define'
  if (/disallowed character/i.test(plain)) return 'a character stands here that XML cannot hold'
  return `the XML is not well formed (${plain})`
}
