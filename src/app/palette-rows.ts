import { COMMANDS } from '../commands/commands.ts'
import type { Command } from '../commands/command.ts'
import { commandContext, invoke, isOffered } from '../commands/dispatch.ts'
import { goTo } from '../commands/go-to.ts'
import { capsOf } from '../commands/keys.ts'
import type { Id } from '../model/ids.ts'
import { ELEMENT_KINDS, type Slot } from '../model/kinds.ts'
import type { MapElement } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { say, select, session } from '../session/session.ts'
import { selectedWords } from '../words/announcements.ts'
import { plural } from '../words/counts.ts'
import { isApple } from './platform.ts'

/** One line of the palette. */
export interface PaletteRow {
  readonly id: string
  readonly title: string
  readonly keyCap?: string
  readonly end?: string
  readonly run: () => void
}

export interface PaletteGroup {
  readonly title: string
  readonly slot?: Slot
  readonly rows: readonly PaletteRow[]
}

const MOST_NOUNS = 3
const MOST_MENTIONS = 4
const MOST_HANDFULS = 3

/** Letters and digits, lower case, without accents: what people type and what they mean meet here. */
export function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/** How well words answer what was typed: 0 from the start, 1 at a word's start, 2 somewhere, undefined not at all. */
function fit(words: string, typed: string): number | undefined {
  const at = plain(words)
  const all = plain(typed).split(/\s+/)
  if (at.startsWith(plain(typed))) return 0
  if (all.every((part) => at.startsWith(part) || at.includes(` ${part}`))) return 1
  return all.every((part) => at.includes(part)) ? 2 : undefined
}

const titleOf = (command: Command): string => command.titleNow?.(commandContext()) ?? command.title

function commandRow(command: Command): PaletteRow {
  const key = command.keys?.[0]
  return {
    id: command.id,
    title: titleOf(command),
    ...(key === undefined ? {} : { keyCap: capsOf(key, isApple).join(' ') }),
    ...(command.isOn?.(commandContext()) ? { end: 'on' } : {}),
    run: () => void invoke(command.id),
  }
}

/** Numbers in words stand in their own order. */
const { compare } = new Intl.Collator('en-GB', { numeric: true })

/** The best answers to what was typed; where two are as good, the one whose name comes first. */
function best<T>(list: Iterable<T>, words: (item: T) => string, typed: string, most: number, name = words): readonly T[] {
  const found: { readonly item: T; readonly fit: number }[] = []
  for (const item of list) {
    const how = fit(words(item), typed)
    if (how !== undefined) found.push({ item, fit: how })
  }
  return found.sort((a, b) => a.fit - b.fit || compare(name(a.item), name(b.item))).slice(0, most).map(({ item }) => item)
}

function nouns(map: SystemMap, typed: string): readonly PaletteGroup[] {
  return best(map.elements.values(), (element) => element.name, typed, MOST_NOUNS).map((element, i) => {
    const ties = [...map.relationships.values()].filter((tie) => tie.from === element.id || tie.to === element.id)
    const slot = element.organisation === null ? undefined : map.organisations.get(element.organisation)?.slot
    const go = (ids: readonly string[]) => {
      session.setState({ panel: 'Details' })
      goTo(ids)
    }
    return {
      title: element.name,
      ...(slot === undefined ? {} : { slot }),
      rows: [
        { id: `go-${element.id}`, title: `Go to ${element.name}`, run: () => go([element.id]) },
        ...(ties.length === 0
          ? []
          : [{ id: `ties-${element.id}`, title: ties.length === 1 ? 'Show its tie' : `Show its ${ties.length} ties`, run: () => go([...ties.map((tie) => tie.id), element.id]) }]),
        // What else can be asked of its ties, of the best answer alone: three such lists would push the commands out of sight.
        ...(i === 0 && ties.length > 0 ? tieRows(element, () => go([...ties.map((tie) => tie.id), element.id]), () => go([element.id])) : []),
        { id: `connect-${element.id}`, title: 'Connect it', keyCap: 'C', run: () => (go([element.id]), void invoke('connect')) },
        ...sameRows(map, element),
        ...takenRows(element),
      ],
    }
  })
}

const canEdit = (): boolean => session.getState().reading.version === null

function tieRows({ id }: MapElement, goToTies: () => void, goToIt: () => void): readonly PaletteRow[] {
  const isAsked = session.getState().overlay === 'ends' && session.getState().compared === null
  return [
    ...(canEdit() ? [{ id: `rate-${id}`, title: 'Rate its ties', run: () => (goToIt(), void invoke('rate-ties')) }] : []),
    { id: `ends-${id}`, title: 'Compare its two ends', run: () => (goToTies(), isAsked || void invoke('two-ends')) },
  ]
}

/** With one other element chosen, that it is this one; else which one it is, is asked. */
function sameRows(map: SystemMap, { id, name }: MapElement): readonly PaletteRow[] {
  if (!canEdit()) return []
  const others = session.getState().selection.filter((other) => other !== id && map.elements.has(other))
  const [only] = others
  if (only === undefined || others.length > 1) return [{ id: `same-${id}`, title: 'Same as…', run: () => (goTo([id]), void invoke('same-as')) }]
  return [{ id: `same-${id}`, title: `${map.elements.get(only)?.name} is the same as ${name}`, run: () => session.setState({ dialog: { name: 'Same as', kept: id, gone: [only] } }) }]
}

/** Chooses these where they are seen: in the table its rows, else on the map. */
function choose(ids: readonly Id[]): void {
  const { map } = live.getState()
  if (session.getState().view !== 'table' || !map) return goTo(ids)
  select(ids)
  say(selectedWords(map, ids))
}

/** With something chosen, this one too. */
function takenRows({ id }: MapElement): readonly PaletteRow[] {
  const { selection } = session.getState()
  return selection.length === 0 || selection.includes(id) ? [] : [{ id: `take-${id}`, title: 'Select it too', run: () => choose([...selection, id]) }]
}

/** Handfuls by what they have in common: an organisation, a kind, a tag that was typed. */
function handfuls(map: SystemMap, typed: string): PaletteGroup {
  const elements = [...map.elements.values()]
  const tags = new Set(elements.flatMap((element) => [...element.tags.keys()]))
  const of = (key: string, title: string, keeps: (element: MapElement) => boolean) => ({ key, title, keeps })
  const all = [
    ...[...map.organisations.values()].map(({ id, name }) => of(id, `Select everything in ${name}`, ({ organisation }) => organisation === id)),
    ...ELEMENT_KINDS.map(({ value, title }) => of(value, `Select all ${plural(title)}`, ({ kind }) => kind === value)),
    ...[...tags].map((tag) => of(tag, `Select everything tagged ${tag}`, (element) => element.tags.has(tag))),
  ]
  const found = best(all, ({ title }) => title, typed, MOST_HANDFULS).map(({ key, title, keeps }) => ({ key, title, ids: elements.filter(keeps).map(({ id }) => id) }))
  const rows = found.filter(({ ids }) => ids.length > 0)
  return { title: 'Select', rows: rows.map(({ key, title, ids }) => ({ id: `select-${key}`, title, end: String(ids.length), run: () => choose(ids) })) }
}

function mentions(map: SystemMap, typed: string): PaletteGroup {
  const actions = best(map.actions.values(), (action) => action.title, typed, MOST_MENTIONS).map((action) => ({
    id: `action-${action.id}`,
    title: `Action: ${action.title}`,
    end: action.status,
    run: () => session.setState({ panel: 'Actions', panelsHidden: false, opened: action.id, selection: action.touches }),
  }))
  return { title: 'Mentioned in', rows: actions }
}

/** Commands that can be invoked now and are listed for what was typed. */
function listed(typed: string): readonly Command[] {
  const c = commandContext()
  const [first = ''] = plain(typed).split(/\s+/)
  const isListed = ({ typedFirst }: Command) => typedFirst === undefined || (first !== '' && typedFirst.startsWith(first))
  return COMMANDS.filter((command) => command.id !== 'commands' && isListed(command) && isOffered(command, c))
}

function bestCommands(list: readonly Command[], typed: string): readonly Command[] {
  return best(list, (command) => `${titleOf(command)} ${command.keywords ?? ''}`, typed, list.length, ({ title }) => title)
}

/** Commands on offer that answer these words, the best first. */
export function commandRows(typed: string): readonly PaletteRow[] {
  return bestCommands(listed(typed), typed).map(commandRow)
}

/** What the palette shows for what was typed: things of the map first, then commands, those used lately before the rest. */
export function paletteRows(typed: string): readonly PaletteGroup[] {
  const c = commandContext()
  const offered = listed(typed)
  const begins = (command: Command) => fit(titleOf(command), typed) === 0
  const isExact = typed.trim() !== '' && offered.some(begins)
  // What was used lately comes first among equals: not before a command that was typed by its name.
  const recent = c.preferences.recentCommands.flatMap((id) => offered.filter((command) => command.id === id && command.typedFirst === undefined && (!isExact || begins(command))))
  const rest = offered.filter((command) => !recent.includes(command))
  // A choice for each organisation would push all else out of sight: it waits below until it is typed for.
  const others = [...rest.filter(({ isOneOfMany }) => !isOneOfMany), ...rest.filter(({ isOneOfMany }) => isOneOfMany)]
  if (typed.trim() === '') return named(['Commands you used lately', recent], ['Commands', others])
  const commands = named(['Commands you used lately', bestCommands(recent, typed)], ['Commands', bestCommands(others, typed)])
  const things = c.map ? [...nouns(c.map, typed), handfuls(c.map, typed), mentions(c.map, typed)] : []
  return (isExact ? [...commands, ...things] : [...things, ...commands]).filter((group) => group.rows.length > 0)
}

function named(...groups: readonly (readonly [title: string, commands: readonly Command[]])[]): readonly PaletteGroup[] {
  return groups.filter(([, commands]) => commands.length > 0).map(([title, commands]) => ({ title, rows: commands.map(commandRow) }))
}
