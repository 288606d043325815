/** What a file is by its first bytes; its name is not asked. */
export type Content = 'native' | 'locked' | 'json' | 'zip' | 'web page' | 'xml' | 'pdf' | 'image' | 'gzip' | 'office' | 'text' | 'other' | 'empty'

const STARTS: readonly (readonly [Content, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['gzip', [0x1f, 0x8b]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
]

const WORDS: Readonly<Record<Content, string>> = {
  native: 'a Sightlines map',
  locked: 'a Sightlines map with a passphrase',
  json: 'a data file (JSON) of another program',
  zip: 'a zip file',
  'web page': 'a web page',
  xml: 'an XML file',
  pdf: 'a PDF',
  image: 'a picture',
  gzip: 'a compressed file',
  office: 'an old Office file, or one with a password',
  text: 'plain text',
  other: 'a file that Sightlines does not know',
  empty: 'empty',
}

/** Bytes looked at: enough for a byte order mark, an XML declaration and the first key. */
const FIRST = 4096

/** What the bytes are. Cost: the first 4 kB. */
export function detect(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty'
  const start = STARTS.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))
  if (start) return start[0]
  const first = bytes.subarray(0, FIRST)
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (wide) return detectText(new TextDecoder(wide).decode(first).trimStart())
  if (first.includes(0)) return 'other'
  return detectText(new TextDecoder().decode(first).trimStart())
}

function detectText(text: string): Content {
  if (text === '') return 'empty'
  if (text.startsWith('{')) {
    const own = /"format"\s*:\s*"sightlines(-encrypted)?"/.exec(text)
    return own === null ? 'json' : own[1] === undefined ? 'native' : 'locked'
  }
  if (text.startsWith('[')) return 'json'
  if (/^<(?:!doctype html|html|head|body)[\s>]/i.test(text)) return 'web page'
  if (text.startsWith('<')) return /<html[\s>]/i.test(text) ? 'web page' : 'xml'
  return 'text'
}

/** What a file is, in words that end a sentence beginning "It is". */
export function describe(content: Content): string {
  return WORDS[content]
}
