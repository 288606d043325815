import { contentKey } from '../../src/formats/native/content-key.ts'
import { canonicalContent } from '../../src/formats/native/write-content.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { ELEMENT_KINDS, TIE_KINDS, type Slot } from '../../src/model/kinds.ts'
import { sharedOf, type SystemMap, type WholeMap } from '../../src/model/system-map.ts'
import { between, oneOf, seeded } from '../support/seeded.ts'

const ORGANISATIONS = 7
const PLACES = ['North', 'South', 'East', 'West', 'Harbour', 'Valley', 'Central', 'Riverside']
const SERVICES = ['district nursing', 'discharge hub', 'care brokerage', 'housing panel', 'memory clinic', 'therapy team', 'day centre', 'carers group']
const LABELS = ['daily call', 'weekly meeting', 'referral form', 'joint visit']
/** A cell holds a card of about 160 × 44 and the room round it, world units. */
const CELL = [230, 96] as const

/** The element with 20 ties, in the middle of the map. */
export const HUB = 'hub'

export interface SyntheticOptions {
  readonly seed?: number
  /** The shared picture, one for each organisation, and tables; each judges a share of the ties. */
  readonly perspectives?: number
  /** With a version in which every fourth tie was judged otherwise. */
  readonly hasVersion?: boolean
}

/**
 * A stakeholder map to measure with: names of two lines, two and a half ties for each element (four in five inside an organisation
 * or to the same place in the next one, every fifth labelled), the hub with 20, and perspectives that judge a share of them.
 */
export function syntheticMap(elements: number, { seed = 1, perspectives: voices = ORGANISATIONS + 1, hasVersion = false }: SyntheticOptions = {}): WholeMap {
  const random = seeded(seed)
  const map = emptyMap(`synthetic${elements}`, { title: `Synthetic ${elements}`, question: 'Who works with whom?' })
  const shared = sharedOf(map).id
  const writes: Write[] = []
  const perspectives = [shared]
  for (let i = 0; i < ORGANISATIONS; i++) {
    writes.push(make('organisations', `o${i}`, { name: `Organisation ${i + 1}`, code: `O${i + 1}`, slot: (i + 1) as Slot, order: i + 1 }))
    if (perspectives.length >= voices) continue
    writes.push(make('perspectives', `p${i}`, { name: `Organisation ${i + 1}`, type: 'organisation', organisation: `o${i}`, order: i + 2 }))
    perspectives.push(`p${i}`)
  }
  for (let i = perspectives.length; i < voices; i++) {
    writes.push(make('perspectives', `table${i}`, { name: `Table ${i}`, type: 'table', order: i + 1 }))
    perspectives.push(`table${i}`)
  }
  const each = Math.ceil(elements / ORGANISATIONS)
  const hub = 4 * each + Math.floor(each / 2)
  const idOf = (i: number) => (i === hub ? HUB : `e${i}`)
  const columns = Math.ceil(Math.sqrt(each / 2))
  const rows = Math.ceil(each / columns)
  const [width, height] = [(columns + 1) * CELL[0], (rows + 2) * CELL[1]]
  for (let i = 0; i < elements; i++) {
    const block = Math.floor(i / each)
    const at = i % each
    writes.push(make('elements', idOf(i), {
      name: `${oneOf(random, PLACES)} ${oneOf(random, SERVICES)} ${i + 1}`,
      organisation: `o${block}`,
      kind: i === 0 ? 'people' : oneOf(random, ELEMENT_KINDS).value,
    }))
    const x = (block % 3) * width + (at % columns) * CELL[0] + between(random, -20, 20)
    const y = Math.floor(block / 3) * height + Math.floor(at / columns) * CELL[1] + between(random, -10, 10)
    writes.push(place(idOf(i), x, y))
  }
  const ties = Math.round(elements * 2.5)
  for (let i = 0; i < ties; i++) {
    const from = i < 20 ? hub : between(random, 0, elements - 1)
    const near = random() < 0.8 ? from + between(random, 1, columns + 1) * (random() < 0.5 ? -1 : 1) : between(random, 0, elements - 1)
    const to = i < 20 ? hub + 1 + i : Math.min(elements - 1, Math.max(0, near))
    writes.push(make('relationships', `t${i}`, {
      from: idOf(from),
      to: idOf(to === from ? (from + 1) % elements : to),
      kind: oneOf(random, TIE_KINDS).value,
      ...(i % 5 === 0 ? { label: oneOf(random, LABELS) } : {}),
    }))
    for (const perspective of perspectives) {
      if (random() < (perspective === shared ? 0.2 : 0.55)) continue
      writes.push({ at: 'judgements', id: judgementId(perspective, `t${i}`), field: 'presence', to: between(random, 0, 5) })
      writes.push({ at: 'judgements', id: judgementId(perspective, `t${i}`), field: 'quality', to: between(random, -2, 2) })
    }
  }
  const whole = apply(map, { writes })
  return hasVersion ? withVersion(whole, ties, random) : { map: whole, contents: new Map() }
}

function withVersion(map: SystemMap, ties: number, random: () => number): WholeMap {
  const before: Write[] = []
  for (const { id } of map.perspectives.values()) {
    for (let i = 0; i < ties; i += 4) before.push({ at: 'judgements', id: judgementId(id, `t${i}`), field: 'presence', to: between(random, 0, 5) })
  }
  const content = apply(map, { writes: before })
  const key = contentKey(canonicalContent(content))
  const card = make('versions', 'v1', { name: 'Spring', date: '2026-03-20', room: 'All of us', content: key, order: 1 })
  return { map: apply(map, { writes: [card] }), contents: new Map([[key, content]]) }
}
