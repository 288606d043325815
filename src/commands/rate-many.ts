import { halvesOf, middleOf, takeMiddle, takeMiddleOfClose } from '../edits/take-middle.ts'
import { joined } from '../model/change.ts'
import { voicesIn } from '../reading/voices.ts'
import { counted } from '../words/counts.ts'
import { nameOf } from '../words/tie-sentence.ts'
import { canEdit, opens } from './anywhere.ts'
import { chosenElements, chosenTies } from './chosen.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

const hasTies = (c: CommandContext) => canEdit(c) && (c.map?.relationships.size ?? 0) > 0
const subjects = (c: CommandContext) => [...chosenTies(c), ...chosenElements(c)]

function takeChosen(c: CommandContext): Outcome | void {
  const { map } = c
  if (!map) return undefined
  const voices = voicesIn(map, c.session.voices)
  const found = subjects(c).map((subject) => ({ subject, middle: middleOf(map, subject, voices) }))
  const taken = found.filter(({ middle }) => middle !== null && middle.presence !== 'even')
  const [only] = taken
  if (!only) return { announce: found.some(({ middle }) => middle?.presence === 'even') ? 'As many say yes as no: there is no middle to take.' : 'Fewer than two of the voices have said: there is no middle to take.' }
  const halves = taken.filter(({ middle }) => middle !== null && halvesOf(middle).length > 0).length
  if (taken.length === 1 && halves > 0) {
    c.setSession({ dialog: { name: 'Take the middle' }, selection: [only.subject] })
    return undefined
  }
  const change = joined(...taken.map(({ subject }) => takeMiddle(map, subject, voices)))
  return { change, announce: `Taken to the shared picture: ${taken.length === 1 ? nameOf(map, only.subject) : counted(taken.length, 'thing')}.${halvesLeft(halves)}` }
}

const halvesLeft = (halves: number) => (halves === 0 ? '' : ` ${halves === 1 ? 'One lies' : `${halves} lie`} between two values, and ${halves === 1 ? 'is' : 'are'} left.`)

export const RATE_MANY_COMMANDS: readonly Command[] = [
  opens('Rate', { id: 'rate-ties', title: 'Rate ties', group: 'Rate it', menu: 3, keys: ['r'], keywords: 'walk one after another starred unrated between organisations strength quality', when: hasTies }),
  opens('Fingers', { id: 'fingers', title: 'Show of fingers', group: 'Rate it', menu: 3, keys: ['f'], keywords: 'hands vote blind organisations four digits thumbs', when: hasTies }),
  { id: 'take-middle', title: 'Take the middle', group: 'Rate it', keywords: 'agree median consensus shared picture', when: (c) => canEdit(c) && subjects(c).length > 0, run: takeChosen },
  {
    id: 'take-middle-close',
    title: 'Take the middle of all that are close',
    group: 'Rate it',
    keywords: 'agree median consensus shared picture everything same',
    when: canEdit,
    run(c): Outcome | void {
      if (!c.map) return undefined
      const { change, taken, halves } = takeMiddleOfClose(c.map, voicesIn(c.map, c.session.voices))
      const words = taken === 0 ? 'Nothing to take: what the voices are close about is agreed already' : `The middle of ${counted(taken, 'thing')} is in the shared picture`
      c.setSession({ toast: { words: `${words}.${halvesLeft(halves)}`, ...(taken > 0 ? { button: { title: 'Undo', command: 'undo' } } : {}) } })
      return { change, announce: `${words}.${halvesLeft(halves)}` }
    },
  },
  opens('Move ratings', { id: 'move-ratings', title: 'Move these ratings to…', group: 'Rate it', keywords: 'wrong perspective mend correct view', when: canEdit }),
]
