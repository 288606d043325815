import { readCsv } from './read-csv.ts'

type Row = Readonly<Record<string, string | null>>

/** What a person who has only the exported tables says that a report should say. Nothing here is taken from the app. */
export interface Recounted {
  /** Paragraphs, whole. */
  readonly sentences: readonly string[]
  /** Rows of the report's tables by their caption: the first cell, and the cells that hold a figure. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const day = (date: string | null) => (date ? `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}` : '')
const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
const number = (cell: string | null | undefined) => (cell == null ? undefined : Number(cell))
const TOLD = 12

/** One moment of the shared picture, or of anybody: what is there, and what is said of it. */
class Moment {
  readonly ties: ReadonlyMap<string, Row>
  private readonly said: ReadonlyMap<string, Row>

  constructor(ties: readonly Row[], judgements: readonly Row[]) {
    this.ties = new Map(ties.map((row) => [row['ID'] ?? '', row]))
    this.said = new Map(judgements.map((row) => [`${row['Perspective ID']} ${row['About ID']}`, row]))
  }

  of(who: string, subject: string): Row | undefined {
    const row = this.said.get(`${who} ${subject}`)
    return row && (row['Seen'] ?? row['Strength'] ?? row['Quality'] ?? row['Influence'] ?? row['Interest'] ?? row['Progress']) !== null ? row : undefined
  }

  isNo = (who: string, subject: string) => this.of(who, subject)?.['Seen'] === 'no'
  isYes = (who: string, subject: string) => this.of(who, subject) !== undefined && !this.isNo(who, subject)
  strength = (who: string, tie: string) => (this.isNo(who, tie) ? 0 : number(this.of(who, tie)?.['Strength']))
  quality = (who: string, tie: string) => (this.isNo(who, tie) || this.ties.get(tie)?.['Type'] === 'influences' ? undefined : number(this.of(who, tie)?.['Quality']))
}

export function recounted(files: Readonly<Record<string, string>>, date: string): Recounted {
  const rows = (name: string): readonly Row[] => (files[`${name}.csv`] === undefined ? [] : readCsv(files[`${name}.csv`] ?? ''))
  const [elements, perspectives, organisations, versions, actions, readings, judgements] = ['elements', 'perspectives', 'organisations', 'versions', 'actions', 'outcomes', 'judgements'].map(rows) as [readonly Row[], readonly Row[], readonly Row[], readonly Row[], readonly Row[], readonly Row[], readonly Row[]]
  const place = rows('map').find((row) => row['About the map'] === 'Place')?.['Value']
  const now = new Moment(rows('ties'), judgements)
  const shared = perspectives.find(({ Type }) => Type === 'shared')?.['ID'] ?? ''
  const numbered = new Set(organisations.filter(({ Slot }) => /^[1-8]$/.test(Slot ?? '')).map(({ ID }) => ID))
  const voices = perspectives.filter((one) => one['Type'] === 'organisation' && numbered.has(one['Organisation ID'] ?? null))
  const ids = voices.map(({ ID }) => ID ?? '')
  const homeOf = new Map(elements.map((row) => [row['ID'], row['Organisation ID']]))
  const called = new Map([...elements.map((row) => [row['ID'], row['Label']] as const), ...judgements.map((row) => [row['About ID'], row['About']] as const)])
  const ties = [...now.ties.keys()]
  const cells = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const more = (count: number, most = TOLD) => (count > most ? [`And ${count - most} more, not listed here.`] : [])

  // How far apart the voices are: highest less lowest, as a share of the scale; a yes without a strength beside a no counts as three quarters.
  const apart = ties.flatMap((id) => {
    const here = ids.filter((who) => now.of(who, id))
    const shares = ([[now.strength, 5], [now.quality, 4]] as const).flatMap(([of, range]) => {
      const values = here.flatMap((who) => of(who, id) ?? [])
      return values.length < 2 ? [] : [(Math.max(...values) - Math.min(...values)) / range]
    })
    const isSplit = here.some((who) => now.isNo(who, id)) && here.some((who) => now.isYes(who, id) && now.strength(who, id) === undefined)
    return here.length < 2 || (shares.length === 0 && !isSplit) ? [] : [{ id, n: here.length, yes: here.filter((who) => now.isYes(who, id)).length, share: Math.max(...shares, isSplit ? 0.75 : 0) }]
  })
  const within = (least: number, most: number) => apart.filter(({ share }) => share > least && share <= most).length
  const alike = apart.filter(({ share, yes }) => share <= 0.25 && yes > 0)
  cells.set('Ties that are seen alike, the strongest first', new Map(alike.map(({ id, n }) => [called.get(id) ?? '', [`${n} of ${ids.length}`]])))

  const bothEnds = ties.flatMap((id) => {
    const [from, to] = ['From ID', 'To ID'].map((end) => homeOf.get(now.ties.get(id)?.[end] ?? null))
    const [one, other] = [from, to].map((home) => (home ? (voices.find((voice) => voice['Organisation ID'] === home)?.['ID'] ?? '') : ''))
    if (!one || !other || from === to || !now.of(one, id) || !now.of(other, id)) return []
    const gaps = [now.strength, now.quality].map((of) => Math.abs((of(one, id) ?? NaN) - (of(other, id) ?? NaN)))
    return [gaps.some((gap) => gap >= 2)]
  })
  const twoViews = bothEnds.filter(Boolean).length

  const isOfEnd = (who: string, id: string) => ['From ID', 'To ID'].some((end) => homeOf.get(now.ties.get(id)?.[end] ?? null) === voices.find(({ ID }) => ID === who)?.['Organisation ID'])
  const unseen = [...ties, ...elements.map(({ ID }) => ID ?? '')].flatMap((id) => {
    const others = (who: string) => ids.filter((other) => other !== who && now.of(other, id))
    const blind = ids.filter((who) => now.isNo(who, id) && others(who).some((other) => now.isYes(other, id)) && others(who).filter((other) => now.isYes(other, id)).length * 2 >= others(who).length)
    const alone = ids.filter((who) => now.isYes(who, id) && others(who).length >= 2 && others(who).every((other) => now.isNo(other, id)))
    return blind.length ? [{ is: 'blind', isOwn: blind.some((who) => now.ties.has(id) && isOfEnd(who, id)) }] : alone.length ? [{ is: 'alone', isOwn: false }] : []
  })
  const [blind, alone, own] = [unseen.filter(({ is }) => is === 'blind').length, unseen.filter(({ is }) => is === 'alone').length, unseen.filter(({ isOwn }) => isOwn).length]

  const [first] = versions.toSorted((a, b) => ((a['Date'] ?? '') < (b['Date'] ?? '') ? -1 : 1))
  const then = new Moment(rows(`ties ${first?.['Date']}`), rows(`judgements ${first?.['Date']}`))
  const isThere = (moment: Moment, id: string) => moment.ties.has(id) && moment.isYes(shared, id)
  const strength = (moment: Moment, id: string) => (moment.ties.has(id) ? moment.strength(shared, id) : 0)
  const changes = [...new Set([...then.ties.keys(), ...ties])].map((id) => {
    const [before, after] = [isThere(then, id), isThere(now, id)]
    const [by, warmth] = [(strength(now, id) ?? NaN) - (strength(then, id) ?? NaN), (now.quality(shared, id) ?? NaN) - (then.quality(shared, id) ?? NaN)]
    const is = !before && after ? 'New' : before && !after ? 'Lost' : by ? (by > 0 ? 'Stronger' : 'Weaker') : warmth ? (warmth > 0 ? 'Warmer' : 'Cooler') : 'Unchanged'
    return { id, is, by }
  })
  const kinds = ['New', 'Lost', 'Stronger', 'Weaker', 'Warmer', 'Cooler', 'Unchanged'].map((is) => [is, changes.filter((one) => one.is === is)] as const)
  const named = (id: string) => {
    const tie = now.ties.get(id) ?? then.ties.get(id)
    return `${tie?.['From']} ${tie?.['Direction'] === 'mutual' ? '–' : '→'} ${tie?.['To']}`
  }
  const groups = [['New', 'New'], ['Lost', 'Lost'], ['Stronger or warmer', 'Stronger', 'Warmer'], ['Weaker or cooler', 'Weaker', 'Cooler']].map(([title, ...of]) => [title, changes.filter(({ is }) => of.includes(is))] as const)
  for (const [title, list] of groups) {
    cells.set(`${title}: ${many(list.length, 'tie')}`, new Map(list.map(({ id, is, by }) => [named(id), is === 'Stronger' ? [`▲${by}`] : is === 'Weaker' ? [`▼${-by}`] : []])))
  }
  const vision = perspectives.find(({ Type }) => Type === 'vision')
  const nearer = [...then.ties.keys(), ...ties.filter((id) => !then.ties.has(id))].flatMap((id) => {
    const to = vision?.['ID'] ?? ''
    const by = (goal?: number, before?: number, after?: number) => (goal === undefined || before === undefined || after === undefined ? undefined : Math.abs(goal - before) - Math.abs(goal - after))
    const strong = by(now.strength(to, id), strength(then, id), now.ties.has(id) ? now.strength(shared, id) : 0)
    return (strong === 0 ? (by(now.quality(to, id), then.quality(shared, id), now.quality(shared, id)) ?? 0) : strong) ?? []
  })

  const outcomes = elements.filter(({ Type }) => Type === 'outcome')
  const value = (of: Row, cell: string | null | undefined) => `${cell}${of['Unit'] ? ` ${of['Unit']}` : ''}`
  cells.set('Outcomes and what was read of them', new Map(outcomes.map((of) => [of['Label'] ?? '', [
    readings.filter((one) => one['Outcome ID'] === of['ID']).toSorted((a, b) => ((a['Date'] ?? '') < (b['Date'] ?? '') ? -1 : 1)).map((one) => `${day(one['Date'] ?? null)}: ${value(of, one['Value'])}`).join('; '),
    `${value(of, of['Target'])} (${of['Better'] === 'up' ? 'higher' : 'lower'} is better)`,
  ]])))
  cells.set('Actions', new Map(actions.map((of) => [of['Action'] ?? '', [of['First step'] ?? '–', day(of['By'] ?? null), `${called.get(of['Touches IDs']?.split('|')[0] ?? '')} and ${(of['Touches IDs'] ?? '').split('|').length - 1} more`]])))
  cells.set('Who was in the room', new Map(versions.map((of) => [of['Version'] ?? '', [day(of['Date'] ?? null), of['Who was in the room'] ?? '–', of['Who was not'] ?? '–']])))
  const answers = (who: string, of: readonly string[]) => `${of.filter((id) => now.of(who, id)).length} of ${of.length}`
  cells.set('Who answered how much', new Map(perspectives.map((of) => [of['Name'] ?? '', [answers(of['ID'] ?? '', ties), answers(of['ID'] ?? '', elements.map(({ ID }) => ID ?? ''))]])))

  const by = (column: string, values: readonly (readonly [string, string])[], isAll = false) => values.flatMap(([cell, words]) => {
    const count = actions.filter((one) => one[column] === cell).length
    return count || isAll ? [`${count} ${words}`] : []
  })
  const joined = (list: readonly string[]) => (list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`)
  return {
    cells,
    sentences: [
      `${place}. Read on ${day(date)}: ${many(elements.length, 'element')} and ${many(ties.length, 'tie')}. Heard: ${joined(voices.map(({ Name }) => Name ?? ''))}.`,
      `${many(elements.length, 'element')} and ${many(ties.length, 'tie')}. Now, seen by the shared picture.`,
      `Of ${ties.length} ties, ${apart.length} can be held against one another: two or more of ${ids.length} voices answered. On ${within(-1, 0.25)} of them the answers are the same or close.`,
      ...more(alike.length),
      `${within(0.5, 1)} ties are far apart, ${within(0.25, 0.5)} different, ${within(0, 0.25)} close, ${within(-1, 0)} the same.`,
      ...more(apart.length - within(-1, 0)),
      `Of ${bothEnds.length} ties that both ends rated, ${twoViews} have two views.`,
      ...more(twoViews),
      `Others see ${blind} things that somebody says no to, ${own === 1 ? 'one of them a tie that ends' : `${own} of them ties that end`} at home. ${many(alone, 'thing')} only one voice sees.`,
      ...more(unseen.length),
      `Ties. ${kinds.filter(([, list]) => list.length).map(([is, list]) => `${is}: ${list.length}`).join('. ')}.`,
      ...groups.flatMap(([title, list]) => [`${title}: ${many(list.length, 'tie')}`, ...more(list.length, 6)]),
      `Held against ${vision?.['Name']}: ${many(nearer.filter((one) => one > 0).length, 'tie')} towards the vision, ${nearer.filter((one) => one < 0).length} away from it, ${nearer.filter((one) => one === 0).length} no nearer and no further.`,
      `${many(actions.length, 'action')}: ${joined(by('Status', [['proposed', 'proposed'], ['agreed', 'agreed'], ['underway', 'under way'], ['done', 'done'], ['stopped', 'stopped']]))}. By kind of change: ${joined(by('Kind of change', [['technical', 'technical'], ['psychological', 'psychological'], ['social', 'social or political']], true))}.`,
      `The map holds ${many(perspectives.length, 'perspective')}. Silence is never counted as no: of ${ties.length} ties, the shared picture has not said anything of ${ties.filter((id) => !now.of(shared, id)).length}, and says of ${ties.filter((id) => now.isYes(shared, id) && now.strength(shared, id) === undefined).length} that they are there without rating them.`,
      `Difference is measured between ${ids.length} voices:`,
      'A no counts as strength 0.',
      'Strength: 0 no tie, 1 aware, 2 in touch, 3 coordinated, 4 joined, 5 as one. Quality: −2 working against, −1 strained, 0 untested, 1 good, 2 trusting.',
    ],
  }
}

/** A report as its reader has it: its words without the drawing, and its tables by caption. */
export interface ReadReport {
  readonly words: string
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>
}

/** What of a report is not as it was counted again: sentences that are missing, cells that differ, and figures that nobody can account for. */
export function unaccounted({ sentences, cells }: Recounted, { words, tables }: ReadReport): readonly string[] {
  const wrong: string[] = sentences.filter((sentence) => !words.includes(sentence)).map((sentence) => `Not said: ${sentence}`)
  const told = [...sentences]
  for (const [caption, rows] of tables) {
    const expected = cells.get(caption)
    for (const [first = '', ...others] of rows) {
      const wanted = expected?.get(first)
      if (expected && !wanted) wrong.push(`${caption}: no “${first}” in the tables`)
      for (const cell of wanted ?? []) if (!others.includes(cell)) wrong.push(`${caption}, ${first}: “${cell}” is not among ${others.join(' | ')}`)
      told.push(first, ...(wanted ?? []))
    }
  }
  // The longest first: a date stands in a sentence too.
  const rest = told.filter(Boolean).toSorted((a, b) => b.length - a.length).reduce((left, text) => left.replaceAll(text, ' '), words)
  return [...wrong, ...[...rest.matchAll(/[^.;]{0,40}\d[^.;]{0,40}/g)].map(([around]) => `Not accounted for: ${around.trim()}`)]
}
