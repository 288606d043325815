import { boxesOf } from '../boxes/boxes.ts'
import { keepLayout } from '../edits/keep-layout.ts'
import { settled } from '../edits/settle.ts'
import { ARRANGEMENTS, type Arrangement } from '../layout/layouts.ts'
import { settledDigest } from '../layout/settled-digest.ts'
import { apply } from '../model/apply.ts'
import { joined, type MapChange } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import { centreOf, type SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { bringIntoSight, focusOn, session } from '../session/session.ts'
import { hasMoved, pictureWords, stuckWords, wouldMove } from '../words/layout-words.ts'
import { canEdit } from './anywhere.ts'
import { chosenElements } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

/** The layout being worked out: another one takes its place. */
let running: AbortController | null = null

/** The only ones that may move: those selected, or those that a layout on screen was asked for. */
function onlyThese(c: CommandContext): readonly Id[] {
  const chosen = chosenElements(c)
  return chosen.length > 1 ? chosen : (c.session.preview?.only?.filter((id) => c.map?.elements.has(id)) ?? [])
}

/** What a layout of everything is called where it is shown: rings by what they go round. */
function nameOf(c: CommandContext, { id, title }: Arrangement): string {
  if (id !== 'rings' || !c.map) return title
  const chosen = chosenElements(c)
  if (chosen.length > 1) return `Rings around ${chosen.length} elements`
  const name = c.map.elements.get(chosen[0] ?? centreOf(c.map) ?? '')?.name
  return name === undefined ? 'Rings' : `Rings around ${name}`
}

/** Works a layout out and shows it, laid over the map. Nothing is written. */
async function show(c: CommandContext, arrangement: Arrangement, isOnly: boolean): Promise<Outcome | void> {
  const { map } = c
  if (!map) return undefined
  const chosen = chosenElements(c)
  const only = isOnly ? onlyThese(c) : null
  const last = c.session.preview
  const attempt = last?.layout === arrangement.id && (last.only !== null) === isOnly ? last.attempt + 1 : 1
  running?.abort()
  const own = (running = new AbortController())
  const result = await c.work.arrange(map, arrangement.id, { signal: own.signal, attempt, ...(only ? { only: new Set(only) } : { around: chosen }) }).catch((reason: unknown) => {
    if (reason instanceof Error && reason.name === 'AbortError') return null
    throw reason
  })
  if (running !== own) return undefined
  running = null
  if (!result) return { announce: 'Stopped. Nothing moved.' }
  // Meanwhile another map may have been opened, or an earlier version of this one.
  if (live.getState().map?.meta.mapId !== map.meta.mapId || session.getState().reading.version !== null) return undefined
  const isNew = session.getState().preview === null
  const moved = result.positions.size
  const words = [wouldMove(only ? arrangement.ofSome : nameOf(c, arrangement), moved), stuckWords(result.overlaps.length)].filter(Boolean).join(' ')
  const picture = moved > 0 && map.relationships.size > 0 ? pictureWords(result.measured) : ''
  const title = only ? arrangement.ofSome : arrangement.title
  c.setSession({ view: 'map', renaming: null, aiming: null, preview: { layout: arrangement.id, title, words, picture, only, positions: result.positions, on: map, attempt } })
  bringIntoSight(only ?? [])
  return { announce: [words, picture, isNew && 'Enter keeps it, Escape puts it back.'].filter(Boolean).join(' ') }
}

/** Notes that the map is settled as this change leaves it, so that settling it again moves nothing. */
function asSettled(map: SystemMap, change: MapChange): MapChange {
  const next = apply(map, change)
  return settled(map, { positions: new Map(), digest: settledDigest(next, boxesOf(next.elements.values())) })
}

/** Keeps what is shown: on the map as it is now, which another tab may have changed. */
function keep(c: CommandContext): Outcome | void {
  const { preview } = c.session
  if (!preview) return undefined
  const { title, positions, on, only, layout } = preview
  c.maps.dispatch(title, (map) => {
    const change = keepLayout(map, positions, on)
    return layout === 'settle-again' && only === null ? joined(change, asSettled(map, change)) : change
  })
  c.setSession({ preview: null })
  focusOn('map')
  return { announce: hasMoved(title, positions.size) }
}

export const LAYOUT_COMMANDS: readonly Command[] = [
  ...ARRANGEMENTS.flatMap((arrangement): Command[] => [
    {
      id: arrangement.id,
      title: arrangement.title,
      group: 'Arrange',
      keywords: arrangement.keywords,
      when: canEdit,
      run: (c) => show(c, arrangement, false),
    },
    {
      id: `${arrangement.id}-selection`,
      title: arrangement.ofSome,
      group: 'Arrange',
      keywords: `${arrangement.keywords} selection`,
      when: (c) => canEdit(c) && onlyThese(c).length > 1,
      run: (c) => show(c, arrangement, true),
    },
  ]),
  {
    id: 'keep-layout',
    title: 'Keep the layout',
    group: 'Arrange',
    keys: ['Enter'],
    keywords: 'apply accept yes',
    when: (c) => c.session.preview !== null,
    run: keep,
  },
  {
    id: 'put-back-layout',
    title: 'Put the layout back',
    group: 'Arrange',
    keys: ['Escape'],
    keywords: 'cancel no undo before',
    when: (c) => c.session.preview !== null,
    run(c): Outcome {
      c.setSession({ preview: null })
      focusOn('map')
      return { announce: 'Put back. Nothing was moved.' }
    },
  },
]
