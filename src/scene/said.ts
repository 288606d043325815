import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Question } from '../reading/question.ts'
import type { Reading } from '../reading/resolve.ts'
import { askedOf } from './ask.ts'
import type { Asked } from './asked.ts'
import type { Ground } from './ground.ts'
import { legendOf, note, Used } from './legend.ts'
import type { LegendEntry, SceneTie } from './scene.ts'
import { grey } from './palette.ts'
import { namesKept, touchedBy, type Touched } from './standing.ts'
import { tieLook, type TieLook, type TieView } from './tie-look.ts'

export interface SaidInput {
  readonly moment: MapContent
  readonly reading: Reading
  readonly selection: readonly Id[]
  readonly hovered?: Id | null
  readonly cardScale: number
  readonly qualityTint: boolean
  readonly question?: Question
  readonly hidden?: ReadonlySet<Id>
}

/** What a reading says of what is on the map, and what of it a selection calls out, wherever things stand. */
export interface Said {
  readonly isTogether: boolean
  /** What the picture asks beyond what the reading says. */
  readonly asked: Asked | null
  readonly chosen: ReadonlySet<Id>
  readonly touched: Touched
  /** The ends of the ties picked out of what is asked: they alone stay in full, while every tie keeps its ink. Null where none is picked. */
  readonly ends: ReadonlySet<Id> | null
  /** Elements with a tie that is there. */
  readonly present: ReadonlySet<Id>
  readonly looks: ReadonlyMap<Id, TieLook>
  readonly standings: ReadonlyMap<Id, SceneTie['standing']>
  /** The ties as they are painted: those stepped back first, those called out last, thick ones beneath thin ones. */
  readonly inOrder: readonly Relationship[]
  readonly names: ReadonlySet<Id>
  readonly legend: readonly LegendEntry[]
  readonly from: readonly unknown[]
  readonly askedFrom: readonly unknown[]
}

const STANDING_ORDER: Readonly<Record<SceneTie['standing'], number>> = { 'stepped back': 0, plain: 1, 'called out': 2 }

/** The same as long as only places change: a drag asks nobody anew. */
export function saidOf(input: SaidInput, { elements, ties, middle, organisations }: Ground, before: Said | null): Said {
  const { moment, reading, selection, hovered, cardScale, qualityTint, question, hidden } = input
  const from = [moment, reading, selection, hovered, cardScale, qualityTint, question, hidden]
  if (before && from.every((part, i) => part === before.from[i])) return before

  const isTogether = reading.perspective === '*' || moment.perspectives.get(reading.perspective)?.type === 'shared'
  const chosen = new Set(selection)
  const view: TieView = { isTogether, qualityTint, standing: 'plain', isSelected: false, scale: cardScale > 1 ? 1.15 : 1 }
  const isSame = before !== null && before.asked !== null && [moment, reading, cardScale, question, hidden].every((part, i) => part === before.askedFrom[i])
  const asked = isSame ? before.asked : askedOf(question, { moment, reading, ground: { elements, ties }, scale: view.scale })
  // A tie that is picked out of what is asked stands among the rest of it; an element calls out its own ties.
  const touched = touchedBy(asked ? selection.filter((id) => !ties.has(id)) : selection, ties)
  const pointed = hovered == null ? null : touchedBy([hovered], ties)
  const looks = new Map<Id, TieLook>()
  const standings = new Map<Id, SceneTie['standing']>()
  const present = new Set<Id>()
  const used = new Used()
  const drawn: { readonly tie: Relationship; readonly order: number; readonly width: number }[] = []
  for (const tie of ties.values()) {
    const answer = reading.of(tie.id)
    if (answer.state === 'yes') present.add(tie.from).add(tie.to)
    const isSelected = chosen.has(tie.id)
    const standing = touched.ties.has(tie.id) || pointed?.ties.has(tie.id) || (asked && isSelected) ? 'called out' : touched.isAsking ? 'stepped back' : 'plain'
    const plain = tieLook(answer, { ...view, standing, isSelected })
    const look = lookAsked(plain, asked, tie.id, standing)
    standings.set(tie.id, standing)
    looks.set(tie.id, look)
    drawn.push({ tie, order: STANDING_ORDER[standing], width: look.width })
    if (!asked) note(used, answer, tie.kind, tie.polarity, isTogether)
  }
  drawn.sort((a, b) => a.order - b.order || b.width - a.width || (a.tie.id < b.tie.id ? -1 : 1))
  return {
    isTogether, asked, chosen, touched, ends: asked && !touched.isAsking ? endsOf(selection, ties) : null, present, looks, standings, from,
    askedFrom: [moment, reading, cardScale, question, hidden],
    inOrder: drawn.map(({ tie }) => tie),
    names: namesKept(elements, ties, touched, middle),
    legend: [...legendOf(used, organisations, view), ...(asked?.legend ?? [])],
  }
}

function endsOf(selection: readonly Id[], ties: ReadonlyMap<Id, Relationship>): ReadonlySet<Id> | null {
  const ends = selection.flatMap((id) => {
    const tie = ties.get(id)
    return tie ? [tie.from, tie.to] : [id]
  })
  return selection.some((id) => ties.has(id)) ? new Set(ends) : null
}

/** A tie keeps its place on its cards when something is asked: only its line becomes another. */
function lookAsked(plain: TieLook, asked: Asked | null, id: Id, standing: SceneTie['standing']): TieLook {
  const tie = asked?.ties.get(id)
  if (!tie) return plain
  const { room, isSelected } = plain
  if (standing === 'stepped back') return { body: 'solid', width: Math.max(1, tie.look.width * 0.4), room, colour: grey(0.15), bead: null, hasKind: false, hasHalo: false, isSelected }
  return { body: 'solid', bead: null, room, isSelected, ...tie.look }
}
