import type { Point } from '../../model/records.ts'
import type { Refused, Repair } from '../repair.ts'
import { grouped, LIMITS } from '../native/limits.ts'
import { shown } from '../native/mend-value.ts'
import type { Found, FoundElement, FoundLoop, FoundNote, FoundTie, Value } from './found.ts'

/** Thrown inside a reader, and turned into a value where the reader is called. */
export class Refusal extends Error {
  readonly refused: Refused
  constructor(place: string, reason: string) {
    super(reason)
    this.refused = { ok: false, place, reason }
  }
}

/** Places named with a note that is said of many things; the rest is counted. */
const PLACES_NAMED = 5

/** The same words of several places, as one note. */
class Notes {
  private readonly places = new Map<string, { readonly named: string[]; more: number }>()

  add(place: string, words: string): void {
    const before = this.places.get(words)
    if (!before) this.places.set(words, { named: [place], more: 0 })
    else if (before.named.at(-1) === place) return
    else if (before.named.length < PLACES_NAMED) before.named.push(place)
    else before.more++
  }

  list(): readonly Repair[] {
    return [...this.places].map(([words, { named, more }]) => ({ place: named.join('; ') + (more > 0 ? `; and ${grouped(more)} more` : ''), words }))
  }
}

type Given = Partial<Omit<FoundElement, 'values'>> & { readonly values?: Iterable<readonly [string, Value]> }
type GivenTie = Partial<Omit<FoundTie, 'values' | 'from' | 'to'>> & { readonly from: string; readonly to: string; readonly values?: Iterable<readonly [string, Value]> }

/** Gathers what a reader comes upon, keeps to the limits while it does, and writes down what was put right and what was lost. */
export class Finder {
  title = ''
  private readonly elements: FoundElement[] = []
  private readonly ties: FoundTie[] = []
  private readonly loops: FoundLoop[] = []
  private readonly notes: FoundNote[] = []
  private readonly byId = new Map<string, number>()
  private readonly next = new Map<string, number>()
  private readonly tiePlaces: string[] = []
  private readonly repairs = new Notes()
  private readonly losses = new Notes()

  mended(place: string, words: string): void {
    this.repairs.add(place, words)
  }

  lost(place: string, words: string): void {
    this.losses.add(place, words)
  }

  /** An element without an id of its own gets one; one whose id stands already is kept beside the first. */
  element(place: string, { id = '', name = '', values = [], tags = [], description = '', at = null, fields }: Given): string {
    if (this.elements.length === LIMITS.elements) throw new Refusal(place, `there are more than ${grouped(LIMITS.elements)} elements, which is the most Sightlines opens`)
    const own = this.freeId(id)
    if (id === '') this.mended(place, 'it had no id of its own; it was given one')
    else if (own !== id) this.mended(place, `the id ${shown(id)} stands on an element before it; both are kept, and ties go to the first`)
    const given = flat(name)
    if (given.trim() === '') this.mended(place, 'it had no name; it is called by its id')
    const where = at !== null && at.every(Number.isFinite) ? at : null
    if (at !== null && where === null) this.mended(place, 'its position is no pair of numbers; it is placed anew')
    this.byId.set(own, this.elements.push({ id: own, name: given.trim() === '' ? own : given, values: new Map(values), tags, description, at: where, ...(fields ? { fields } : {}) }) - 1)
    return own
  }

  private freeId(id: string): string {
    const stem = id === '' ? 'element' : id
    let free = id === '' ? `element-${this.elements.length + 1}` : id
    // Where the same id stands thousands of times, the search goes on from the last number.
    let n = this.next.get(stem) ?? 2
    for (; this.byId.has(free); n++) free = `${stem} (${n})`
    this.next.set(stem, n)
    return free
  }

  has(id: string): boolean {
    return this.byId.has(id)
  }

  /** Says more of an element that was found before. */
  more(id: string, more: { readonly values?: Iterable<readonly [string, Value]>; readonly at?: Point; readonly name?: string; readonly description?: string }): void {
    const index = this.byId.get(id)
    const before = index === undefined ? undefined : this.elements[index]
    if (!before || index === undefined) return
    const { values = [], ...rest } = more
    this.elements[index] = { ...before, ...rest, values: new Map([...before.values, ...values]) }
  }

  tie(place: string, { id = '', from, to, label = '', mutual = false, delay = false, sign = null, values = [], description = '', fields }: GivenTie): void {
    if (this.ties.length === LIMITS.relationships) throw new Refusal(place, `there are more than ${grouped(LIMITS.relationships)} ties, which is the most Sightlines opens`)
    if (from === '' || to === '') return this.lost(place, `a tie that says ${from === '' ? 'not where it begins' : 'not where it ends'} joins nothing`)
    const columns = new Map(values)
    this.tiePlaces.push(place)
    this.ties.push({ id, from, to, label: flat(label), mutual: directionIn(columns) ?? mutual, delay, sign, values: columns, description, ...(fields ? { fields } : {}) })
  }

  loop(loop: FoundLoop): void {
    this.loops.push(loop)
  }

  note(text: string, at: Point): void {
    if (at.every(Number.isFinite)) this.notes.push({ text, at })
  }

  /** Everything that was found. Ties whose ends are missing and ties from an element to itself are kept, and said. */
  done(): Found {
    for (const [i, { from, to }] of this.ties.entries()) {
      const place = this.tiePlaces[i] ?? ''
      const missing = [from, to].find((end) => !this.byId.has(end))
      if (missing !== undefined) this.mended(place, 'an end of this tie is not in the file; the tie is kept, and stays hidden until the element is there')
      else if (from === to) this.mended(place, 'this tie begins and ends at the same element; it is kept as it is')
    }
    return { title: this.title.trim(), elements: this.elements, ties: this.ties, loops: this.loops, notes: this.notes, repairs: this.repairs.list(), losses: this.losses.list() }
  }

  get isEmpty(): boolean {
    return this.elements.length === 0 && this.ties.length === 0
  }
}

/** What a column called direction says, which is then no column any more; null where it says nothing that is known. */
function directionIn(columns: Map<string, Value>): boolean | null {
  for (const [name, value] of columns) {
    const said = String(value).trim().toLowerCase()
    if (name.trim().toLowerCase() !== 'direction' || !/^(?:mutual|undirected|both|directed)$/.test(said)) continue
    columns.delete(name)
    return said !== 'directed'
  }
  return null
}

/** A name is one line here. */
function flat(name: string): string {
  return name.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
}

