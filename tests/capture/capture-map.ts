import type { CaptureContext, Understanding } from '../../src/capture/intent.ts'
import { changeFor } from '../../src/capture/change-for.ts'
import { understand } from '../../src/capture/understand.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { ElementKind } from '../../src/model/kinds.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { seeded } from '../support/seeded.ts'

const ELEMENTS: readonly (readonly [id: string, name: string, organisation: string | null, kind: ElementKind, x: number, y: number])[] = [
  ['brokerage', 'Care brokerage', 'SC', 'team', -430, 190],
  ['homes', 'Care homes', 'PA', 'organisation', -680, 0],
  ['discharge', 'Hospital discharge team', 'AC', 'team', 430, 190],
  ['wards', 'Medical wards', 'AC', 'team', 430, 260],
  ['delays', 'Delayed discharges', 'AL', 'factor', 0, 350],
  ['trust', 'Trust', 'AL', 'factor', 200, 350],
  ['story', 'People tell their story once', 'RE', 'outcome', 0, -386],
  ['comma', 'Beds, chairs and kit', 'AC', 'asset', 600, 190],
  ['night-ac', 'Night team', 'AC', 'team', 600, 260],
  ['night-sc', 'Night team', 'SC', 'team', -600, 260],
]

/** Four organisations, partners, residents and things shared by all, with a few elements and one tie. */
export function roomMap(): SystemMap {
  const organisations: readonly (readonly [string, string, 1 | 2 | 3 | 4 | 'partner' | 'people' | 'shared'])[] = [
    ['CO', 'Commissioning', 1], ['CH', 'Community Healthcare', 2], ['AC', 'Acute Care', 3], ['SC', 'Adult Social Care', 4],
    ['PA', 'Partners', 'partner'], ['RE', 'Residents and carers', 'people'], ['AL', 'Shared by all', 'shared'],
  ]
  return apply(emptyMap('m'), {
    writes: [
      ...organisations.map(([code, name, slot], order) => make('organisations', code, { name, code, slot, order: order + 1 })),
      make('perspectives', 'p-ac', { name: 'Acute Care', type: 'organisation', organisation: 'AC', order: 1 }),
      make('perspectives', 'me', { name: 'My own view', type: 'person', private: true, order: 2 }),
      ...ELEMENTS.flatMap(([id, name, organisation, kind, x, y]): Write[] => [make('elements', id, { name, organisation, kind }), place(id, x, y)]),
      make('relationships', 'call', { from: 'discharge', to: 'brokerage', kind: 'refers', label: 'daily call' }),
      make('relationships', 'bare', { from: 'wards', to: 'discharge', kind: 'refers' }),
    ],
  })
}

export interface Typed {
  readonly understood: Understanding
  readonly map: SystemMap
  readonly select: readonly string[] | undefined
  readonly announce: string
  /** The preview as one text, a glyph as its slot in brackets, bold in stars. */
  readonly preview: string
}

export function contextOf(map: SystemMap, more: Partial<CaptureContext> = {}): CaptureContext {
  return { map, organisation: 'SC', perspective: 'shared', selection: [], now: new Date(2016, 4, 19, 10, 30), random: seeded(7), ...more }
}

/** Types a line and presses Enter. */
export function type(line: string, more: Partial<CaptureContext> = {}, map: SystemMap = roomMap()): Typed {
  const context = contextOf(map, more)
  const understood = understand(line, context)
  const outcome = changeFor(understood, map, context)
  const preview = understood.preview.map((one) => `${one.glyph === undefined ? '' : `[${one.glyph}] `}${one.strong ? `*${one.text}*` : one.text}`).join('')
  return { understood, map: apply(map, outcome), select: outcome.select, announce: outcome.announce, preview }
}

/** What a line added: elements as `name · organisation · kind`, ties as `from kind to: label`. */
export function added(typed: Typed, before: SystemMap = roomMap()): readonly string[] {
  const name = (id: string) => typed.map.elements.get(id)?.name ?? '?'
  return [
    ...[...typed.map.elements.values()].filter((e) => !before.elements.has(e.id)).map((e) => `${e.name} · ${e.organisation ?? '–'} · ${e.kind}`),
    ...[...typed.map.relationships.values()].filter((t) => !before.relationships.has(t.id)).map((t) => `${name(t.from)} ${t.kind}${t.polarity ?? ''} ${name(t.to)}${t.label ? `: ${t.label}` : ''}`),
  ]
}
