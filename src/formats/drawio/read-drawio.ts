import type { Source } from '../format.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile } from '../found/found.ts'
import { walkXml, xmlText, type Tag, type XmlListener } from '../found/walk-xml.ts'
import { Page } from './page.ts'
import { unpackPage } from './unpack-page.ts'

/** Pages of a file, each plain or packed. */
class Pages implements XmlListener {
  readonly pages: Page[] = []
  readonly packed: { readonly page: Page; readonly text: string; readonly place: string }[] = []
  private isPlain = false

  open(tag: Tag): void {
    if (tag.name === 'diagram') {
      this.pages.push(new Page(tag.attributes.get('name') ?? `Page ${this.pages.length + 1}`))
      this.isPlain = false
    } else if (tag.name === 'mxGraphModel') {
      if (this.pages.length === 0) this.pages.push(new Page(''))
      this.isPlain = true
    } else this.pages.at(-1)?.open(tag)
  }

  close(tag: Tag, text: string): void {
    const page = this.pages.at(-1)
    page?.close(tag)
    if (tag.name === 'diagram' && page && !this.isPlain && text.trim() !== '') this.packed.push({ page, text, place: `Page “${page.title}”` })
  }
}

/** Reads draw.io’s files: every page that has something on it. */
export function* findDrawio({ bytes }: Source): Generator<number, FoundFile> {
  const finder = new Finder()
  const pages = new Pages()
  for (const share of walkXml(xmlText(bytes, finder), pages)) yield share / 2
  for (const { page, text, place } of pages.packed) {
    const inner = xmlText(new TextEncoder().encode(unpackPage(text, place)), finder)
    try {
      yield* walkXml(inner, { open: (tag) => page.open(within(tag, place)), close: (tag) => page.close(tag) })
    } catch (problem) {
      throw problem instanceof Refusal ? new Refusal(`${place}, ${problem.refused.place.toLowerCase()}`, problem.refused.reason) : problem
    }
  }
  const found = pages.pages.map((page) => page.done())
  const full = found.filter(({ elements, ties, notes }) => elements.length + ties.length + notes.length > 0)
  return { ok: true, format: 'a draw.io diagram', maps: full.length > 0 ? full : [finder.done()] }
}

/** A packed page has no lines of the file: its place is the page, and what the cell is called there. */
function within(tag: Tag, page: string): Tag {
  const id = tag.attributes.get('id')
  return { ...tag, place: id === undefined ? page : `${page}, “${id}”` }
}
