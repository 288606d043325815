export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

const unescaped = (text: string): string => {
  if (/&(?!(amp|lt|gt|quot|#39|#9|#10|#13);)/.test(text)) throw new Error(`A bare & in ${text.slice(0, 60)}`)
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll('&amp;', '&')
}

/** A reader of exactly as much XML as we write; throws where it is not well formed. */
export function readXml(text: string): XmlElement {
  // XML 1.0 §2.2: what a document may hold.
  const forbidden = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text)
  if (forbidden) throw new Error(`U+${forbidden[0].codePointAt(0)?.toString(16)} at ${forbidden.index}`)
  text = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"( standalone="yes")?\?>\s*/, '').trimEnd()
  interface Open { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] }
  const root: Open = { name: '', attributes: new Map(), children: [] }
  const open: Open[] = [root]
  const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y
  let at = 0
  while (at < text.length) {
    const current = open[open.length - 1] as Open
    if (text[at] !== '<') {
      const end = text.indexOf('<', at)
      const words = text.slice(at, end < 0 ? undefined : end)
      if (words.includes(']]>')) throw new Error('A bare ]]>')
      current.children.push(unescaped(words))
      at = end < 0 ? text.length : end
      continue
    }
    tag.lastIndex = at
    const found = tag.exec(text)
    if (!found) throw new Error(`No tag at ${at}: ${text.slice(at, at + 80)}`)
    const [whole, isEnd, name = '', attributes = '', isEmpty] = found
    at += whole.length
    if (isEnd) {
      if (current.name !== name) throw new Error(`</${name}> closes <${current.name}>`)
      open.pop()
      continue
    }
    const element: Open = { name, attributes: new Map(), children: [] }
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (element.attributes.has(key)) throw new Error(`${key} twice`)
      element.attributes.set(key, unescaped(value))
    }
    current.children.push(element)
    if (!isEmpty) open.push(element)
  }
  if (open.length !== 1) throw new Error(`<${open[open.length - 1]?.name}> is not closed`)
  const [only, ...others] = root.children
  if (only === undefined || typeof only === 'string' || others.length) throw new Error('Not one element')
  return only
}

export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* everyElement(child)
}

export const textOf = (element: XmlElement): string => element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
