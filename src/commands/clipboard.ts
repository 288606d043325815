import { carried } from '../edits/areas.ts'
import { partOf, type MapPart } from '../edits/part.ts'
import { pastePart, type PastedPart } from '../edits/paste-part.ts'
import { removeSubjects } from '../edits/remove.ts'
import { writeClip } from '../formats/clip/write-clip.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { bringIntoSight } from '../session/session.ts'
import { inSight } from '../session/sight.ts'
import { counted, together } from '../words/counts.ts'
import { canEdit } from './anywhere.ts'
import { chosenBeside, making } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

/** The selection as it is in the moment on screen: a version can be copied from. Notes and areas stand in now alone. */
function chosen(c: CommandContext): readonly Id[] {
  return [...c.session.selection.filter((id) => c.moment?.elements.has(id) || c.moment?.relationships.has(id)), ...chosenBeside(c)]
}

/** With each area what lies in it, as when it is moved. */
function chosenWhole(c: CommandContext, map: SystemMap): readonly Id[] {
  return [...carried(map, chosen(c))]
}

function counts(sizes: readonly [elements: number, ties: number, notes: number, areas: number]): string {
  const nouns = ['element', 'tie', 'note', 'area']
  return together(sizes.flatMap((size, i) => (size > 0 ? [counted(size, nouns[i] ?? '')] : []))) || 'nothing'
}

function countsOf({ elements, relationships, notes, areas }: MapPart): string {
  return counts([elements.size, relationships.size, notes.size, areas.size])
}

/** Puts the selection on the clipboard; gives what was put there, in words. */
function copy(c: CommandContext): string {
  if (!c.map || !c.moment) return ''
  const part = partOf(c.moment, chosenWhole(c, c.map), c.map)
  c.clips.write(writeClip(part, c.map.meta.lineage))
  return countsOf(part)
}

function pasted(c: CommandContext, made: PastedPart, verb: string, more = ''): Outcome {
  const standing = [...made.elements, ...made.notes, ...made.areas]
  const ids = [...standing, ...made.ties]
  bringIntoSight(ids)
  const organisations = made.organisations.length === 0 ? '' : ` ${together(made.organisations)} ${made.organisations.length === 1 ? 'is' : 'are'} new here.`
  const words = `${verb} ${counts([made.elements.length, made.ties.length, made.notes.length, made.areas.length])}${more}`
  c.setSession({ toast: { words, button: { title: 'Undo', command: 'undo' } } })
  return { change: made.change, select: standing.length > 0 ? standing : ids, announce: `${words}.${organisations}` }
}

/** Puts in what the clipboard holds: a part of a map at once; rows of anything else by way of the dialog that shows what they would make. */
async function paste(c: CommandContext, withJudgements: boolean): Promise<Outcome | void> {
  const [found, { readClip }] = await Promise.all([c.clips.read(), import('../formats/clip/read-clip.ts')])
  const clip = found?.clip ? readClip(found.clip) : null
  const { map } = live.getState()
  if (!map) return undefined
  if (clip) {
    if (countsOf(clip.part) === 'nothing') return { announce: 'Nothing to paste.' }
    const made = pastePart(map, clip.part, { making: making(c, map), withJudgements, isKin: clip.lineage === map.meta.lineage, sight: inSight() })
    return pasted(c, made, 'Pasted', withJudgements ? ', with judgements' : '')
  }
  if (found && found.text.trim() !== '') return c.setSession({ dialog: { name: 'Paste', text: found.text } })
  return { announce: 'Nothing to paste yet. Copy something first.' }
}

function duplicate(c: CommandContext): Outcome | void {
  const { map } = c
  if (!map) return undefined
  const part = partOf(map, chosenWhole(c, map), map)
  return pasted(c, pastePart(map, part, { making: making(c, map), withJudgements: false, isKin: true }), 'Duplicated')
}

const hasChosen = (c: CommandContext) => chosen(c).length > 0
const canChange = (c: CommandContext) => canEdit(c) && hasChosen(c)

export const CLIPBOARD_COMMANDS: readonly Command[] = [
  {
    id: 'copy', title: 'Copy', group: 'Copy', keys: ['$mod+c'], isEvent: true, more: 'both', keywords: 'clipboard',
    sheet: { keys: ['$mod+c', '$mod+x', '$mod+v'], title: 'Copy, cut, paste' },
    when: hasChosen,
    run(c) {
      const words = `Copied ${copy(c)}`
      c.setSession({ toast: { words } })
      return { announce: `${words}.` }
    },
  },
  {
    id: 'cut', title: 'Cut', group: 'Copy', keys: ['$mod+x'], isEvent: true, more: 'both', keywords: 'clipboard move', sheet: null,
    when: canChange,
    run(c) {
      if (!c.map) return undefined
      const words = `Cut ${copy(c)}`
      c.setSession({ toast: { words, button: { title: 'Undo', command: 'undo' } } })
      return { change: removeSubjects(c.map, chosenWhole(c, c.map)), select: [], announce: `${words}.` }
    },
  },
  {
    id: 'paste', title: 'Paste', group: 'Copy', keys: ['$mod+v'], isEvent: true, more: 'water', keywords: 'clipboard insert', sheet: null,
    when: canEdit,
    run: (c) => paste(c, false),
  },
  {
    id: 'paste-judgements', title: 'Paste with judgements', group: 'Copy', keys: ['$mod+Shift+v'], keywords: 'clipboard ratings perspectives views',
    when: canEdit,
    run: (c) => paste(c, true),
  },
  {
    id: 'duplicate', title: 'Duplicate', group: 'Copy', keys: ['$mod+d'], more: 'both', keywords: 'copy again twice double',
    when: canChange,
    run: duplicate,
  },
]
