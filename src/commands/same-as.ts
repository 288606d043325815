import { splitAlias } from '../edits/merge.ts'
import { parallelTo } from '../edits/merge-ties.ts'
import type { Id } from '../model/ids.ts'
import { namesOf } from '../model/system-map.ts'
import { bringIntoSight } from '../session/session.ts'
import { canEdit } from './anywhere.ts'
import { chosenElements, chosenTies, making } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

/** The one element that is chosen, and its other names. */
function named(c: CommandContext): { readonly id: Id; readonly aliases: readonly string[] } | undefined {
  const [id, more] = chosenElements(c)
  const element = id === undefined || more !== undefined ? undefined : c.map?.elements.get(id)
  return element && element.aliases.size > 0 ? { id: element.id, aliases: namesOf(element.aliases) } : undefined
}

/** Of the ties that are chosen, or of all beside the one that is, those that could be one with the first. */
function oneWith(c: CommandContext): readonly Id[] {
  const [first, ...rest] = chosenTies(c)
  if (!c.map || first === undefined) return []
  const parallel = parallelTo(c.map, first).map(({ id }) => id)
  return rest.length === 0 ? parallel : rest.filter((id) => parallel.includes(id))
}

/** Takes one of an element's other names off it, and makes it an element of its own. */
export function apart(c: CommandContext, element: Id, alias: string): Outcome | void {
  if (!c.map) return undefined
  const made = splitAlias(c.map, element, alias, making(c, c.map))
  bringIntoSight([element, made.id])
  return { change: made.change, select: [made.id], announce: `${alias} is an element of its own.` }
}

export const SAME_AS_COMMANDS: readonly Command[] = [
  {
    id: 'same-as',
    title: 'Same as…',
    group: 'Change',
    more: 'elements',
    keywords: 'merge duplicate combine one join double',
    when: (c) => canEdit(c) && chosenElements(c).length > 0,
    run(c) {
      const [kept, ...gone] = chosenElements(c)
      if (kept === undefined) return
      if (gone.length > 0) c.setSession({ dialog: { name: 'Same as', kept, gone } })
      else c.setSession({ aiming: { is: 'same', element: kept }, view: 'map' })
    },
  },
  {
    id: 'not-the-same',
    title: 'Not the same…',
    group: 'Change',
    more: 'elements',
    keywords: 'split separate other name alias apart',
    when: (c) => canEdit(c) && named(c) !== undefined,
    run(c) {
      const of = named(c)
      const [alias, more] = of?.aliases ?? []
      if (!of || alias === undefined) return undefined
      if (more === undefined) return apart(c, of.id, alias)
      c.setSession({ dialog: { name: 'Not the same', element: of.id } })
      return undefined
    },
  },
  {
    id: 'one-tie',
    title: 'Make one of these ties',
    group: 'Change',
    more: 'ties',
    keywords: 'merge parallel duplicate same combine',
    when: (c) => canEdit(c) && oneWith(c).length > 0,
    run: (c) => c.setSession({ dialog: { name: 'Same as', kept: chosenTies(c)[0] ?? '', gone: oneWith(c) } }),
  },
]
