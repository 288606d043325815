import type { Id } from '../model/ids.ts'
import { median } from '../reading/answer.ts'
import type { Question } from '../reading/question.ts'
import { resolve } from '../reading/resolve.ts'
import { unseenBy, type Unseen } from '../reading/unseen.ts'
import { legendFace, legendStrokes, legendVoices, MOST_CHIPS, MOST_TEXTURED, plainTie, strokedTie, widthOf, type Asked, type AskedElement, type AskedTie, type AskInput } from './asked.ts'
import type { LegendEntry } from './scene.ts'
import { sign, type SignName } from './signs.ts'
import { raised, sleeved, type Strokes } from './strokes.ts'

const BACK = 0.2
const BACK_WIDTH = 0.6

const nameOf = ({ is, isOwnEnd }: Unseen): SignName => (isOwnEnd ? 'own end' : is)
const strokesOf = ({ is }: Unseen, width: number): Strokes => (is === 'only we' ? raised(width) : sleeved(width, is === 'unnamed'))

/** What others see and one does not, or what any voice does not, lifted out of all the rest. */
export function askBlind({ voices, asked, unattributed }: Extract<Question, { is: 'blind' }>, { moment, reading, ground, scale }: AskInput): Asked {
  const onMap = new Set(ground.elements.map(({ id }) => id))
  const list = unseenBy(moment, voices, asked).filter(({ id }) => ground.ties.has(id) || onMap.has(id))
  const readings = voices.map(({ id }) => resolve(moment, id))
  /** What those who see it say of it, in the middle. */
  const middle = (id: Id) => {
    const said = readings.flatMap((each) => (each.of(id).state === 'yes' ? (each.of(id).strength ?? []) : []))
    return said.length ? median(said) : undefined
  }
  const ties = new Map<Id, AskedTie>()
  const elements = new Map<Id, AskedElement>()
  let signs = 0
  for (const unseen of list) {
    const { id } = unseen
    const face = signs < MOST_CHIPS ? sign(nameOf(unseen)) : undefined
    const tie = ground.ties.get(id)
    if (!tie) {
      elements.set(id, { state: 'lifted', ...(face ? { face: { is: face, at: 'corner' } } : {}) })
    } else if (ties.size < MOST_TEXTURED) {
      ties.set(id, strokedTie(strokesOf(unseen, widthOf(middle(id), scale)), face ? { face } : {}))
      for (const end of [tie.from, tie.to]) if (!elements.has(end)) elements.set(end, { state: 'plain' })
    } else continue
    if (face) signs++
  }
  for (const id of ground.ties.keys()) if (!ties.has(id)) ties.set(id, plainTie(widthOf(reading.of(id).strength, scale) * BACK_WIDTH, BACK))
  return { ties, elements, rest: 'stepped back', legend: [...legendOf(list, asked !== null, asked === null || unattributed ? 'some' : (moment.perspectives.get(asked)?.name ?? 'some')), legendVoices(moment, voices, unattributed)] }
}

function legendOf(list: readonly Unseen[], isOne: boolean, who: string): readonly LegendEntry[] {
  const has = (name: SignName) => list.some((unseen) => nameOf(unseen) === name)
  const say = isOne ? 'says no' : 'say no'
  const entries: LegendEntry[] = []
  if (list.length === 0) return [{ group: 'overlay', words: isOne ? `nothing that others see and ${who} does not` : 'nothing that some see and others do not', marks: [] }]
  if (has('own end')) entries.push(legendFace(`others see it, ${who} ${say}, and it ends at home`, sign('own end')))
  if (has('blind')) entries.push(legendFace(`others see it, ${who} ${say}`, sign('blind')))
  if (has('unnamed')) entries.push(legendFace(isOne ? `${who} looked at everything and did not name it` : 'some looked at everything and did not name it', sign('unnamed')))
  if (has('only we')) entries.push(legendFace(isOne ? `only ${who} sees it` : 'only one sees it', sign('only we')))
  if (list.length > MOST_CHIPS) entries.push(legendStrokes(`the first ${MOST_CHIPS} of ${list.length}`, sleeved(3, false)))
  return entries
}
