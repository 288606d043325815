import { apply } from '../../model/apply.ts'
import { make, set, type Write } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import { isSame } from '../../model/project.ts'
import type { Judgement, Perspective } from '../../model/records.ts'
import { listed, nextOrder, type Records, type SystemMap } from '../../model/system-map.ts'
import { judgementDifferences } from '../record-writes.ts'
import { derivedId } from './derived-id.ts'
import { labelOf, viewId, viewIn, type KeyedFile } from './gather-file.ts'
import { earlierId } from './plan.ts'

/** A view that comes: what it is called and of what kind, and what it says of things of the open map. */
interface Arriving {
  readonly id: Id
  readonly name: string
  readonly type: Perspective['type']
  readonly organisation: Id | null
  readonly coverage: Perspective['coverage']
  readonly coverageAt: string | null
  readonly handedIn: string
  readonly digest: string
  readonly said: Records<Judgement>
}

/** How a file's ids read in the open map. */
export interface Turned {
  subject(file: KeyedFile, id: Id): Id | undefined
  organisation(file: KeyedFile, id: Id | null): Id | null
}

/**
 * Each file's view becomes a perspective of type table, never the shared one. Where the same table handed in before, the newer stands and the older
 * is kept beside it as *earlier*. Other views that a file holds and the map has not come as what they are, outside the voices. Private ones stay.
 */
export function arriveViews(receiver: SystemMap, files: readonly KeyedFile[], turned: Turned): readonly Write[] {
  let map = receiver
  const writes: Write[] = []
  for (const file of files) {
    for (const view of viewsOf(file, map, receiver, turned)) {
      const more = arrive(map, view)
      writes.push(...more)
      map = apply(map, { writes: more })
    }
  }
  return writes
}

function viewsOf(file: KeyedFile, map: SystemMap, receiver: SystemMap, turned: Turned): readonly Arriving[] {
  const own = viewIn(file.map)
  const label = labelOf(file)
  const id = openId(viewId(file, receiver), map)
  const arriving = (one: Perspective, as: Pick<Arriving, 'id' | 'name' | 'type'>): Arriving => ({
    ...as, organisation: turned.organisation(file, one.organisation), coverage: one.coverage, coverageAt: one.coverageAt, handedIn: file.savedAt,
    digest: file.digest, said: saidOf(file, one.id, turned),
  })
  const isOurs = file.map.meta.lineage === receiver.meta.lineage
  const others = listed(file.map.perspectives).filter((one) => one !== own && one.type !== 'shared' && !one.private && (file.map.judgements.get(one.id)?.size ?? 0) > 0 && !(isOurs && receiver.perspectives.has(one.id)))
  return [
    arriving(own, { id, name: label, type: 'table' }),
    ...others.map((one) => arriving(one, { id: openId(derivedId('other view', id, one.id), map), name: `${one.name} (${label})`, type: one.type === 'vision' ? 'vision' : 'outside' })),
  ]
}

/** A view never goes to the shared picture nor to a private one that happens to have its id. */
function openId(id: Id, map: SystemMap): Id {
  const here = map.perspectives.get(id)
  return here && (here.private || here.type === 'shared') ? derivedId('open view', id) : id
}

/** What a view says, of things of the open map. Where two of the file's things are one here, what the first says stands and the second fills in. */
function saidOf(file: KeyedFile, perspective: Id, turned: Turned): Records<Judgement> {
  const said = new Map<Id, Judgement>()
  for (const [subject, judgement] of [...(file.map.judgements.get(perspective) ?? [])].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const to = turned.subject(file, subject)
    if (to !== undefined) said.set(to, { ...judgement, ...said.get(to) })
  }
  return said
}

function arrive(map: SystemMap, view: Arriving): readonly Write[] {
  const here = map.perspectives.get(view.id)
  const before = map.judgements.get(view.id) ?? new Map<Id, Judgement>()
  if (!here) return anew(map, view)
  if (isSameSaid(before, view.said)) return here.handedIn >= view.handedIn ? [] : coverage(here, view)
  // Of two undated views nobody knows the newer. In one gathering the newest of a table comes first, so one of the same moment is an older one too.
  const isOlder = view.handedIn === '' ? before.size > 0 : here.handedIn >= view.handedIn
  if (isOlder) return view.said.size === 0 ? [] : keptEarlier(map, here, view)
  const old = before.size === 0 ? [] : keptEarlier(map, here, { ...view, ...here, said: before, digest: 'before' })
  return [...old, ...saying(view.id, before, view.said), ...coverage(here, view)]
}

function anew(map: SystemMap, { id, name, type, organisation, coverage: covers, coverageAt, handedIn, said }: Arriving): readonly Write[] {
  return [make('perspectives', id, { name: unlike(map, name), type, organisation, coverage: covers, coverageAt, handedIn, order: nextOrder(map.perspectives) }), ...saying(id, new Map(), said)]
}

/** An older view beside the one that stands. It is no voice: one table is counted once. */
function keptEarlier(map: SystemMap, stands: Perspective, view: Arriving): readonly Write[] {
  const id = earlierId(stands.id, view.handedIn || view.digest)
  return map.perspectives.has(id) ? [] : anew(map, { ...view, id, name: `${stands.name} (earlier)`, type: 'outside' })
}

function coverage(here: Perspective, view: Arriving): readonly Write[] {
  return (['coverage', 'coverageAt', 'handedIn'] as const).flatMap((field) => (here[field] === view[field] ? [] : [set('perspectives', here.id, field, view[field])]))
}

function saying(perspective: Id, before: Records<Judgement>, after: Records<Judgement>): readonly Write[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((subject) => judgementDifferences(perspective, subject, before.get(subject), after.get(subject)))
}

function isSameSaid(a: Records<Judgement>, b: Records<Judgement>): boolean {
  return a.size === b.size && [...b].every(([subject, judgement]) => isSame(a.get(subject), judgement))
}

/** A name that no perspective has: "Table 3", "Table 3 2". */
function unlike(map: SystemMap, name: string): string {
  const names = new Set([...map.perspectives.values()].map((one) => one.name))
  let free = name
  for (let n = 2; names.has(free); n++) free = `${name} ${n}`
  return free
}
