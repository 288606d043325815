import { codeFor, freeSlot, organisationWrites } from '../../edits/organisations.ts'
import { apply } from '../../model/apply.ts'
import { judgementId, make, place, type MapChange, type Write } from '../../model/change.ts'
import { emptyMap } from '../../model/empty-map.ts'
import type { Id } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import type { Slot } from '../../model/kinds.ts'
import { SHARED_ID } from '../../model/one-shared.ts'
import { sharedOf, type SystemMap } from '../../model/system-map.ts'
import { idFrom, IdGiver } from '../native/ids.ts'
import { columnFor, groupsOf, tieGroup, wordKey, type Choices } from './choices.ts'
import type { Found, FoundElement, FoundOwn, FoundTie, Value } from './found.ts'
import { elementKindGuess, signOf, tieMeaningGuess } from './guesses.ts'
import { spreadOut } from './spread-out.ts'
import type { ElementUse, TieUse } from './uses.ts'

export interface ImportOptions {
  readonly mapId: Id
  readonly lineage: string
  /** When, as an ISO moment. */
  readonly added: string
  /** The name of the perspective that says yes, and of the map where the file has none for it. */
  readonly title: string
  /** Null: what the file says goes to the shared picture, as in a file to be gathered. */
  readonly perspective: Id | null
}

export interface Imported {
  /** The map before anything is in it, and the one change that fills it. */
  readonly empty: SystemMap
  readonly change: MapChange
  readonly map: SystemMap
}

/**
 * What was found as a map of its own, by what the person said that its words mean. Everything in it is said yes to by one perspective. Elements for
 * which the file has no place have none: they are settled after this.
 */
export function importedMap(found: Found, choices: Choices, options: ImportOptions): Imported {
  const empty = emptyMap(options.mapId, { title: found.title || options.title, lineage: options.lineage, question: found.own?.question ?? '' })
  const importing = new Importing(found, choices, options.added, options.perspective ?? sharedOf(empty).id)
  const view = options.perspective === null || found.own ? [] : [make('perspectives', options.perspective, { name: options.title, type: 'outside', order: 2 })]
  const change = { writes: [...view, ...importing.writes(empty)] }
  return { empty, change, map: apply(empty, change) }
}

class Importing {
  private readonly found: Found
  private readonly choices: Choices
  private readonly added: string
  private readonly view: Id
  private readonly organisations = new Map<string, Id>()
  private readonly ids = new Map<string, Id>()
  private readonly tieIds = new Map<string, Id>()
  private readonly taken = new Set<Id>()

  constructor(found: Found, choices: Choices, added: string, view: Id) {
    this.found = found
    this.choices = choices
    this.added = added
    this.view = view
  }

  writes(map: SystemMap): readonly Write[] {
    const { elements, ties, loops, notes } = this.found
    const given = new IdGiver(elements.map(({ id }) => idFrom(id)), this.taken)
    for (const { id } of elements) this.ids.set(id, given.give(idFrom(id) || 'element', idFrom(id) === ''))
    const wanted = new IdGiver(ties.map(({ id }) => idFrom(id)), this.taken)
    const tieIds = ties.map(({ id }) => {
      const own = idFrom(id)
      const one = own === '' ? wanted.give('tie', true) : wanted.give(own)
      if (id !== '' && !this.tieIds.has(id)) this.tieIds.set(id, one)
      return one
    })
    const positions = spreadOut(elements.map(({ at }) => at), notes.map(({ at }) => at))
    return [
      ...(this.found.own ? this.ownOrganisations(this.found.own) : this.organisationWrites(map)),
      ...elements.flatMap((element, i) => this.elementWrites(element, positions[i] ?? null)),
      ...ties.flatMap((tie, i) => this.tieWrites(tie, tieIds[i] ?? '')),
      ...notes.map(({ text }, i) => make('notes', wanted.give('note', true), { text, position: positions[elements.length + i] ?? [0, 0] })),
      ...loops.map((loop, i) => make('loops', `loop-${i + 1}`, { name: loop.name, words: loop.words, ties: loop.ties.flatMap((id) => this.tieIds.get(id) ?? []) })),
      ...(this.found.own ? this.ownViews(this.found.own) : []),
    ]
  }

  private organisationWrites(map: SystemMap): readonly Write[] {
    const column = columnFor(this.choices.elementUses, 'organisation')
    if (column === null) return []
    const writes: Write[] = []
    const slots: Slot[] = []
    const codes: string[] = []
    for (const { key, said } of groupsOf(this.found.elements, column)) {
      if (key === '' || this.choices.noOrganisations.has(key)) continue
      const order = slots.length + 1
      const id = `organisation-${order}`
      const [slot, code] = [freeSlot(slots), codeFor(said, codes)]
      slots.push(slot)
      codes.push(code)
      this.organisations.set(key, id)
      // Nobody of it has spoken: it gets a colour, and a perspective only when it says something.
      writes.push(...organisationWrites(map, id, { name: said, code, slot, order }, '').filter(({ at }) => at === 'organisations'))
    }
    return writes
  }

  private ownOrganisations({ organisations }: FoundOwn): readonly Write[] {
    const given = new IdGiver(organisations.map(({ id }) => idFrom(id)), new Set())
    return organisations.flatMap(({ id, ...fields }, i) => {
      const key = wordKey(fields.name ?? '')
      if (this.choices.noOrganisations.has(key)) return []
      const own = given.give(idFrom(id) || 'organisation', idFrom(id) === '')
      for (const name of [id, key]) if (!this.organisations.has(name)) this.organisations.set(name, own)
      return [make('organisations', own, { ...fields, order: i + 1 })]
    })
  }

  /** The shared picture says what it said; every other view is one of its own. */
  private ownViews({ views }: FoundOwn): readonly Write[] {
    const given = new IdGiver(views.map(({ id }) => idFrom(id)), new Set([SHARED_ID]))
    return views.flatMap(({ id, fields, organisation, said }, i) => {
      const isShared = fields['type'] === 'shared'
      const own = isShared ? SHARED_ID : given.give(idFrom(id) || 'view', idFrom(id) === '')
      const home = this.organisations.get(organisation) ?? this.organisations.get(wordKey(organisation)) ?? null
      const answers = [...said].flatMap(([subject, judgement]) => {
        const about = this.ids.get(subject) ?? this.tieIds.get(subject)
        return about === undefined ? [] : Object.entries(judgement).map(([field, to]): Write => ({ at: 'judgements', id: judgementId(own, about), field, to: to as Json }))
      })
      if (!isShared) return [make('perspectives', own, { ...fields, organisation: home, order: i + 1 }), ...answers]
      const { type: _, private: __, ...rest } = fields
      return [...Object.entries({ name: '', organisation: home, ...rest }).map(([field, to]): Write => ({ at: 'perspectives', id: own, field, to })), ...answers]
    })
  }

  private elementWrites(element: FoundElement, at: readonly [number, number] | null): readonly Write[] {
    const id = this.ids.get(element.id) ?? ''
    const { elementUses, kinds } = this.choices
    const column = columnFor(elementUses, 'kind')
    const said = column === null ? '' : String(element.values.get(column) ?? '')
    const kind = kinds.get(wordKey(said)) ?? elementKindGuess(said, false)
    const home = columnFor(elementUses, 'organisation')
    const organisation = home === null ? null : (this.organisations.get(wordKey(String(element.values.get(home) ?? ''))) ?? null)
    const { facts, tags, description } = this.rest(element.values, elementUses, (use, value) => (use === 'kind' && wordKey(String(value)) === kind) || (use === 'organisation' && organisation !== null))
    if (id !== element.id) facts.push(['id', element.id])
    return [
      make('elements', id, { name: element.name, kind, organisation, facts, tags: [...new Set([...element.tags, ...tags])], description: joinedWords(element.description, description), added: this.added, ...element.fields }),
      ...(at ? [place(id, ...at)] : []),
      ...(this.found.own ? [] : [this.yes(id)]),
    ]
  }

  private tieWrites(tie: FoundTie, id: Id): readonly Write[] {
    const { tieUses, meanings } = this.choices
    const column = columnFor(tieUses, 'kind')
    const group = tieGroup(tie, column)
    const { kind, sign } = meanings.get(wordKey(group)) ?? tieMeaningGuess(group, false)
    const signColumn = columnFor(tieUses, 'sign')
    const own = signColumn === null ? null : signOf(String(tie.values.get(signColumn) ?? ''))
    const [strength, quality] = [this.rating(tie, 'strength', 0, 5), this.rating(tie, 'quality', -2, 2)]
    const { facts, description } = this.rest(tie.values, tieUses, (use, value) => (use === 'kind' && wordKey(String(value)) === kind) || (use === 'sign' && own !== null && kind === 'influences') || (use === 'strength' && strength !== null) || (use === 'quality' && quality !== null))
    const polarity = kind === 'influences' ? (own ?? tie.sign ?? sign ?? '?') : null
    return [
      make('relationships', id, {
        from: this.ids.get(tie.from) ?? (idFrom(tie.from) || 'missing'), to: this.ids.get(tie.to) ?? (idFrom(tie.to) || 'missing'),
        kind, label: tie.label, mutual: tie.mutual, polarity, delay: tie.delay, facts, description: joinedWords(tie.description, description), added: this.added, ...(this.found.own ? { polarity: null, ...tie.fields } : {}),
      }),
      ...(this.found.own ? [] : [strength === null ? this.yes(id) : this.judged(id, 'presence', strength)]),
      ...(quality === null || strength === 0 ? [] : [this.judged(id, 'quality', quality)]),
    ]
  }

  private rating(tie: FoundTie, use: 'strength' | 'quality', least: number, most: number): number | null {
    const column = columnFor(this.choices.tieUses, use)
    const said = column === null ? undefined : tie.values.get(column)
    const value = typeof said === 'string' && said.trim() !== '' ? Number(said.replace('−', '-')) : said
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null
  }

  /** What the other columns become. `isTaken` tells where the record itself now says all that the value says. */
  private rest<U extends ElementUse | TieUse>(values: FoundElement['values'], uses: ReadonlyMap<string, U>, isTaken: (use: U, value: Value) => boolean) {
    const facts: [string, Value][] = []
    const tags: string[] = []
    const words: string[] = []
    for (const [name, value] of values) {
      const use = uses.get(name) ?? 'fact'
      if (use === 'ignore' || isTaken(use as U, value)) continue
      if (use === 'tags') tags.push(...String(value).split('|').map((tag) => tag.trim()).filter(Boolean))
      else if (use === 'description') words.push(String(value))
      else facts.push([name, value])
    }
    return { facts, tags, description: words.join('\n\n') }
  }

  private yes(subject: Id): Write {
    return this.judged(subject, 'presence', 'yes')
  }

  private judged(subject: Id, field: string, to: Json): Write {
    return { at: 'judgements', id: judgementId(this.view, subject), field, to }
  }
}

function joinedWords(...words: readonly string[]): string {
  return words.filter((one) => one.trim() !== '').join('\n\n')
}
