import { putInMiddle } from '../edits/add-element.ts'
import { changeTieKind, reverseTies } from '../edits/add-tie.ts'
import { togglePinned } from '../edits/move.ts'
import { setField } from '../edits/set-field.ts'
import { settled } from '../edits/settle.ts'
import { SETTLINGS } from '../layout/layouts.ts'
import { ELEMENT_KINDS, TIE_KINDS } from '../model/kinds.ts'
import { bringIntoSight } from '../session/session.ts'
import { grouped } from '../words/counts.ts'
import { pictureWords, stuckWords } from '../words/layout-words.ts'
import { canEdit } from './anywhere.ts'
import { chosenElements, chosenTies } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

async function settle(c: CommandContext, options: { readonly carefully?: boolean; readonly only?: ReadonlySet<string> }): Promise<Outcome | void> {
  if (!c.map) return undefined
  const result = await c.work.settle(c.map, options).catch((reason: unknown) => {
    if (reason instanceof Error && reason.name === 'AbortError') return null
    throw reason
  })
  if (!result) return { announce: 'Stopped. Nothing moved.' }
  const moved = result.positions.size
  const words = moved === 0 ? 'Everything stands where it should. Nothing moved.' : `Settled. ${grouped(moved)} moved.`
  const picture = result.measured && moved > 0 && c.map.relationships.size > 0 ? pictureWords(result.measured) : ''
  if (moved > 0 && !options.only) bringIntoSight()
  return { change: (map) => settled(map, result), announce: [words, picture, stuckWords(result.overlaps.length)].filter(Boolean).join(' ') }
}

export const ARRANGE_COMMANDS: readonly Command[] = [
  ...SETTLINGS.map(
    ({ id, title, keywords, key, options }): Command => ({
      id,
      title,
      group: key === undefined ? 'Arrange' : 'Move',
      ...(key === undefined ? {} : { keys: [key] }),
      keywords,
      when: canEdit,
      run: (c) => settle(c, options),
    }),
  ),
  {
    id: 'settle-selection',
    title: 'Settle only these',
    group: 'Arrange',
    keywords: 'layout selection',
    more: 'elements',
    when: (c) => canEdit(c) && chosenElements(c).length > 1,
    run: (c) => settle(c, { only: new Set(chosenElements(c)) }),
  },
  {
    id: 'pin',
    title: 'Pin',
    group: 'Move',
    keys: ['.'],
    keywords: 'unpin fix hold place',
    sheet: { keys: ['.'], title: 'Pin, unpin' },
    more: 'elements',
    when: (c) => canEdit(c) && chosenElements(c).length > 0,
    isOn: (c) => chosenElements(c).every((id) => c.map?.elements.get(id)?.pinned),
    run(c): Outcome | void {
      if (!c.map) return undefined
      const ids = chosenElements(c)
      const isPinned = ids.every((id) => c.map?.elements.get(id)?.pinned)
      return { change: togglePinned(c.map, ids), announce: isPinned ? 'Unpinned.' : 'Pinned. Settling leaves it where it is.' }
    },
  },
  {
    id: 'in-the-middle',
    title: 'Put in the middle',
    group: 'Arrange',
    keywords: 'centre person',
    more: 'elements',
    when: (c) => canEdit(c) && chosenElements(c).length === 1,
    run: (c) => (c.map ? { change: putInMiddle(c.map, chosenElements(c)[0] ?? null), announce: 'In the middle from now on. S settles the map round it.' } : undefined),
  },
  {
    id: 'reverse',
    title: 'Reverse the tie',
    group: 'Change',
    keywords: 'direction arrow other way turn round',
    more: 'ties',
    when: (c) => canEdit(c) && chosenTies(c).length > 0,
    run: (c) => (c.map ? { change: reverseTies(c.map, chosenTies(c)), announce: 'Turned round.' } : undefined),
  },
  ...ELEMENT_KINDS.map(
    (kind): Command => ({
      id: `kind-${kind.value}`,
      title: `Kind: ${kind.title}`,
      group: 'Change',
      keywords: 'kind shape element',
      when: (c) => canEdit(c) && chosenElements(c).length > 0,
      run: (c) => (c.map ? { change: setField(c.map, 'elements', chosenElements(c), 'kind', kind.value), announce: `Kind: ${kind.title}.` } : undefined),
    }),
  ),
  ...TIE_KINDS.map(
    (kind): Command => ({
      id: `tie-kind-${kind.value}`,
      title: `Kind of tie: ${kind.title}`,
      group: 'Change',
      keywords: 'kind tie',
      when: (c) => canEdit(c) && chosenTies(c).length > 0,
      run: (c) => (c.map ? { change: changeTieKind(c.map, chosenTies(c), kind.value), announce: `Kind of tie: ${kind.title}.` } : undefined),
    }),
  ),
]
