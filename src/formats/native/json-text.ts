import type { Json } from '../../model/json.ts'

/** JSON whose objects may be maps: a JavaScript object would put the keys 9 and 10 first, and lose `__proto__`. */
export type Writable = Json | readonly Writable[] | ReadonlyMap<string, Writable>

/** As `JSON.stringify(value, null, indent)` writes it, but maps are objects in their own order. */
export function jsonText(value: Writable, indent = ''): string {
  return textOf(value, indent, indent === '' ? '' : '\n')
}

function textOf(value: Writable, indent: string, line: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = line + indent
  if (Array.isArray(value)) return bracketed('[', (value as readonly Writable[]).map((item) => textOf(item, indent, inner)), ']', line, inner)
  const entries = value instanceof Map ? [...(value as ReadonlyMap<string, Writable>)] : Object.entries(value as { readonly [key: string]: Json })
  const colon = line === '' ? ':' : ': '
  return bracketed('{', entries.map(([key, item]) => JSON.stringify(key) + colon + textOf(item, indent, inner)), '}', line, inner)
}

function bracketed(open: string, items: readonly string[], close: string, line: string, inner: string): string {
  return items.length === 0 ? open + close : open + inner + items.join(`,${inner}`) + line + close
}
