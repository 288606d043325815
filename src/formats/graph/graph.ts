import { sharedOf, listed, type SystemMap } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import type { Slot } from '../../model/kinds.ts'
import type { Point } from '../../model/records.ts'
import { resolve } from '../../reading/resolve.ts'
import type { WriteOptions } from '../format.ts'
import { voiceColumns } from '../sheets/judgement-rows.ts'
import type { Cell, Column } from '../sheets/sheet.ts'
import { elementColumns, tieColumns } from '../sheets/sheets.ts'

/** What is said of an element or a tie besides what every graph file has a place for. A column that is empty throughout is not there. */
interface Item {
  readonly id: string
  readonly label: string
  readonly values: readonly (readonly [column: Attribute, value: Exclude<Cell, null>])[]
}

export interface Attribute extends Column {
  readonly is: 'text' | 'number' | 'flag'
}

export interface GraphNode extends Item {
  readonly kind: string
  readonly organisation: string
  readonly position: Point | undefined
  /** `#rrggbb`; undefined where nobody chose one. */
  readonly colour: string | undefined
}

export interface GraphTie extends Item {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly mutual: boolean
  /** The shared strength, 1 to 5; a middle of two may be a half. */
  readonly weight: number | undefined
}

/** A map as other tools see one: nodes, edges, and named values on either. */
export interface Graph {
  readonly title: string
  readonly question: string
  readonly nodeAttributes: readonly Attribute[]
  readonly tieAttributes: readonly Attribute[]
  readonly nodes: readonly GraphNode[]
  readonly ties: readonly GraphTie[]
}

/** Columns that have a place of their own in every graph file. */
const OWN = new Set(['id', 'name', 'label', 'x', 'y', 'fromId', 'toId', 'from', 'to', 'weight'])

/** The map as a graph; hidden ties are not in it. What perspectives say is a value for each thing that each says, absent where it said nothing. */
export function graphOf(map: SystemMap, { colours }: Pick<WriteOptions, 'colours'> = {}): Graph {
  const { ties } = pool(map)
  const elements = listed(map.elements)
  const shared = resolve(map, sharedOf(map).id)
  const nodes = attributes(elements, [...byRecord(elementColumns(map)), ...bySubject(voiceColumns(map, new Set(map.elements.keys())))])
  const edges = attributes([...ties.values()], [...byRecord(tieColumns(map)), ...bySubject(voiceColumns(map, new Set(ties.keys())))])
  const slot = (organisation: string | null): Slot | undefined => map.organisations.get(organisation ?? '')?.slot
  return {
    title: map.meta.title,
    question: map.meta.question,
    nodeAttributes: nodes.columns,
    tieAttributes: edges.columns,
    nodes: elements.map((element) => {
      const home = slot(element.organisation)
      return {
        id: element.id, label: element.name, kind: element.kind, organisation: map.organisations.get(element.organisation ?? '')?.name ?? '',
        position: map.positions.get(element.id), colour: home && colours?.get(home), values: nodes.of(element),
      }
    }),
    ties: [...ties.values()].map((tie) => ({
      id: tie.id, label: tie.label, from: tie.from, to: tie.to, kind: tie.kind, mutual: tie.mutual, weight: shared.of(tie.id).strength, values: edges.of(tie),
    })),
  }
}

interface ColumnOver<R> extends Column {
  of(record: R): Cell
}

const byRecord = <R>(columns: readonly ColumnOver<R>[]): readonly ColumnOver<R>[] => columns.filter(({ key }) => !OWN.has(key))
const bySubject = (columns: readonly ColumnOver<string>[]): readonly ColumnOver<{ readonly id: string }>[] => columns.map((column) => ({ ...column, of: ({ id }) => column.of(id) }))

function attributes<R extends { readonly id: string }>(records: readonly R[], columns: readonly ColumnOver<R>[]) {
  const used = columns.flatMap((column) => {
    const kinds = new Set(records.map((record) => column.of(record)).filter((value) => value !== null).map((value) => typeof value))
    if (kinds.size === 0) return []
    const is = kinds.size > 1 || kinds.has('string') ? 'text' : kinds.has('number') ? 'number' : 'flag'
    return [{ attribute: { key: column.key, title: column.title, is } satisfies Attribute as Attribute, of: column.of }]
  })
  return {
    columns: used.map(({ attribute }) => attribute),
    of: (record: R): Item['values'] => used.flatMap(({ attribute, of }) => {
      const value = of(record)
      return value === null ? [] : [[attribute, value] as const]
    }),
  }
}
