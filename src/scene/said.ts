import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Reading } from '../reading/resolve.ts'
import type { Ground } from './ground.ts'
import { legendOf, note, Used } from './legend.ts'
import type { LegendEntry, SceneTie } from './scene.ts'
import { namesKept, touchedBy, type Touched } from './standing.ts'
import { tieLook, type TieLook, type TieView } from './tie-look.ts'

export interface SaidInput {
  readonly moment: MapContent
  readonly reading: Reading
  readonly selection: readonly Id[]
  readonly hovered?: Id | null
  readonly cardScale: number
  readonly qualityTint: boolean
  readonly hidden?: ReadonlySet<Id>
}

/** What a reading says of what is on the map, and what of it a selection calls out, wherever things stand. */
export interface Said {
  readonly isTogether: boolean
  readonly chosen: ReadonlySet<Id>
  readonly touched: Touched
  /** Elements with a tie that is there. */
  readonly present: ReadonlySet<Id>
  readonly looks: ReadonlyMap<Id, TieLook>
  readonly standings: ReadonlyMap<Id, SceneTie['standing']>
  /** The ties as they are painted: those stepped back first, those called out last, thick ones beneath thin ones. */
  readonly inOrder: readonly Relationship[]
  readonly names: ReadonlySet<Id>
  readonly legend: readonly LegendEntry[]
  readonly from: readonly unknown[]
}

const STANDING_ORDER: Readonly<Record<SceneTie['standing'], number>> = { 'stepped back': 0, plain: 1, 'called out': 2 }

/** The same as long as only places change: a drag asks nobody anew. */
export function saidOf(input: SaidInput, { elements, ties, middle, organisations }: Ground, before: Said | null): Said {
  const { moment, reading, selection, hovered, cardScale, qualityTint, hidden } = input
  const from = [moment, reading, selection, hovered, cardScale, qualityTint, hidden]
  if (before && from.every((part, i) => part === before.from[i])) return before

  const isTogether = reading.perspective === '*' || moment.perspectives.get(reading.perspective)?.type === 'shared'
  const chosen = new Set(selection)
  const touched = touchedBy(selection, ties)
  const pointed = hovered == null ? null : touchedBy([hovered], ties)
  const looks = new Map<Id, TieLook>()
  const standings = new Map<Id, SceneTie['standing']>()
  const present = new Set<Id>()
  const used = new Used()
  const view: TieView = { isTogether, qualityTint, standing: 'plain', isSelected: false, scale: cardScale > 1 ? 1.15 : 1 }
  const drawn: { readonly tie: Relationship; readonly order: number; readonly width: number }[] = []
  for (const tie of ties.values()) {
    const answer = reading.of(tie.id)
    if (answer.state === 'yes') present.add(tie.from).add(tie.to)
    const standing = touched.ties.has(tie.id) || pointed?.ties.has(tie.id) ? 'called out' : touched.isAsking ? 'stepped back' : 'plain'
    const look = tieLook(answer, { ...view, standing, isSelected: chosen.has(tie.id) })
    standings.set(tie.id, standing)
    looks.set(tie.id, look)
    drawn.push({ tie, order: STANDING_ORDER[standing], width: look.width })
    note(used, answer, tie.kind, tie.polarity, isTogether)
  }
  drawn.sort((a, b) => a.order - b.order || b.width - a.width || (a.tie.id < b.tie.id ? -1 : 1))
  return {
    isTogether, chosen, touched, present, looks, standings, from,
    inOrder: drawn.map(({ tie }) => tie),
    names: namesKept(elements, ties, touched, middle),
    legend: legendOf(used, organisations, view),
  }
}
