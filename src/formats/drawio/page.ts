import type { Point } from '../../model/records.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { Found, Value } from '../found/found.ts'
import { htmlText } from '../found/html-text.ts'
import { numberOf } from '../found/values.ts'
import type { Tag } from '../found/walk-xml.ts'
import { LIMITS } from '../native/limits.ts'

interface Cell {
  readonly id: string
  readonly place: string
  readonly words: string
  readonly style: string
  readonly sort: 'vertex' | 'edge' | 'layer'
  readonly parent: string
  readonly source: string
  readonly target: string
  readonly values: readonly (readonly [string, Value])[]
  /** Upper left corner within its parent, width and height. */
  box: readonly [x: number, y: number, width: number, height: number]
}

const OWN = new Set(['label', 'id', 'placeholders'])

/** One page of a diagram: cells as they come, and what they make once all are there. */
export class Page {
  readonly title: string
  private readonly cells = new Map<string, Cell>()
  private readonly next = new Map<string, number>()
  private wrapper: Tag | null = null
  private last: Cell | null = null

  constructor(title: string) {
    this.title = title
  }

  open(tag: Tag): void {
    const { name, attributes } = tag
    if (name === 'object' || name === 'UserObject') this.wrapper = tag
    else if (name === 'mxCell') this.cell(tag)
    else if (name === 'mxGeometry' && this.last) {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((side) => numberOf(attributes.get(side)) || 0)
      this.last.box = [x, y, width, height]
    }
  }

  close({ name }: Tag): void {
    if (name === 'object' || name === 'UserObject') this.wrapper = null
  }

  private cell({ attributes, place }: Tag): void {
    const around = this.wrapper?.attributes
    const style = attributes.get('style') ?? ''
    const given = around?.get('label') ?? attributes.get('value') ?? ''
    this.last = {
      id: around?.get('id') ?? attributes.get('id') ?? '', place, style,
      words: /(?:^|;)html=1(?:;|$)/.test(style) ? htmlText(given) : given,
      sort: attributes.get('vertex') === '1' ? 'vertex' : attributes.get('edge') === '1' ? 'edge' : 'layer',
      parent: attributes.get('parent') ?? '', source: attributes.get('source') ?? '', target: attributes.get('target') ?? '',
      values: [...(around ?? [])].filter(([key, value]) => !OWN.has(key) && value !== ''), box: [0, 0, 0, 0],
    }
    if (this.cells.size > LIMITS.elements + LIMITS.relationships) throw new Refusal(place, 'the page has more shapes and lines than Sightlines opens')
    let id = this.last.id
    let n = this.next.get(id) ?? 2
    for (; this.cells.has(id); n++) id = `${this.last.id} (${n})`
    this.next.set(this.last.id, n)
    this.cells.set(id, this.last)
  }

  done(): Found {
    const finder = new Finder()
    finder.title = this.title
    const tied = new Set<string>()
    const holders = new Set<string>()
    const labels = new Map<string, string[]>()
    for (const { sort, parent, source, target, words } of this.cells.values()) {
      if (sort === 'edge') tied.add(source).add(target)
      else if (sort === 'vertex' && this.cells.get(parent)?.sort === 'edge') {
        const known = labels.get(parent)
        if (known) known.push(words)
        else labels.set(parent, [words])
      }
      else if (sort === 'vertex') holders.add(parent)
    }
    for (const [id, cell] of this.cells) if (cell.sort === 'vertex' && this.cells.get(cell.parent)?.sort !== 'edge') this.vertex(id, cell, tied.has(id), holders.has(id), finder)
    for (const [id, cell] of this.cells) if (cell.sort === 'edge') this.edge(id, cell, labels.get(id) ?? [], finder)
    return finder.done()
  }

  private vertex(id: string, cell: Cell, isTied: boolean, isHolder: boolean, finder: Finder): void {
    if (isHolder && !isTied) {
      if (cell.words !== '') finder.mended(cell.place, 'a group: what is in it says so as “Inside”, and the group itself is no element')
      return
    }
    const [x, y] = this.corner(cell)
    const inside = this.around(cell)
    // Words in a group are an item of its list; those that stand free say something of the page.
    if (/^text(?:;|$)|(?:^|;)shape=note/.test(cell.style) && !isTied && inside === '') {
      if (cell.words !== '') finder.note(cell.words, [x, y])
      return
    }
    if (/(?:^|;)(?:shape=)?image(?:;|$)/.test(cell.style)) finder.lost(cell.place, 'a picture: the element has its words alone')
    if (/(?:fill|stroke)Color=#/.test(cell.style)) finder.lost(cell.place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
    finder.element(cell.place, { id, name: cell.words, at: [x + cell.box[2] / 2, y + cell.box[3] / 2], values: inside === '' ? cell.values : [...cell.values, ['Inside', inside]] })
  }

  private edge(id: string, cell: Cell, labels: readonly string[], finder: Finder): void {
    const missing = [cell.source, cell.target].filter((end) => end === '' || this.cells.get(end)?.sort === 'edge')
    if (missing.length > 0) return finder.lost(cell.place, missing[0] === '' ? 'a line that is not attached at both ends joins nothing' : 'a line to another line: a tie joins two elements')
    const arrow = (end: string, usual: string) => (new RegExp(`(?:^|;)${end}=([^;]*)`).exec(cell.style)?.[1] ?? usual) !== 'none'
    const [tail, head] = [arrow('startArrow', 'none'), arrow('endArrow', 'classic')]
    const [from, to] = tail && !head ? [cell.target, cell.source] : [cell.source, cell.target]
    finder.tie(cell.place, { id, from, to, label: [cell.words, ...labels].filter((words) => words !== '').join(' '), mutual: tail === head, values: cell.values })
  }

  /** Where it stands on the page: positions in a group are counted from the group's corner. */
  private corner(cell: Cell): Point {
    let [x, y] = cell.box
    const seen = new Set<Cell>([cell])
    for (let around = this.cells.get(cell.parent); around?.sort === 'vertex' && !seen.has(around) && seen.size < LIMITS.depth; around = this.cells.get(around.parent)) {
      seen.add(around)
      x += around.box[0]
      y += around.box[1]
    }
    return [x, y]
  }

  /** The words of the nearest group that has any. */
  private around(cell: Cell): string {
    const seen = new Set<Cell>([cell])
    for (let around = this.cells.get(cell.parent); around?.sort === 'vertex' && !seen.has(around) && seen.size < LIMITS.depth; around = this.cells.get(around.parent)) {
      if (around.words !== '') return around.words.replace(/\s*\n\s*/g, ' ')
      seen.add(around)
    }
    return ''
  }
}
