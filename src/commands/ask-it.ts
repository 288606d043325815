import type { OverlayName } from '../model/kinds.ts'
import { compareWith } from '../session/look.ts'
import { onScreen } from '../session/on-screen.ts'
import { focusOn } from '../session/session.ts'
import { askedWords } from '../words/asked-words.ts'
import { isMapOpen } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

/** A view spends its ink on one question: a comparison is another. */
const isAsked = (c: CommandContext, overlay: OverlayName) => c.session.overlay === overlay && c.session.compared === null

function asks(overlay: OverlayName, command: Pick<Command, 'id' | 'title' | 'keys' | 'keywords'>): Command {
  return {
    ...command,
    group: 'See it',
    when: isMapOpen,
    isOn: (c) => isAsked(c, overlay),
    run(c): Outcome | void {
      const { map } = c
      if (!map) return undefined
      const isOn = isAsked(c, overlay)
      if (c.session.compared) compareWith(null)
      const next = { overlay: isOn ? null : overlay, ...(isOn ? {} : { panel: 'Compare' as const }) }
      c.setSession(next)
      if (isOn) return { announce: `${command.title} off.` }
      // Down then steps through what there is to talk about.
      focusOn('talk')
      const { moment, question } = onScreen(map, c.live.contents, { ...c.session, compared: null, overlay })
      return { announce: askedWords(moment, question) }
    },
  }
}

export const ASK_COMMANDS: readonly Command[] = [
  asks('differences', { id: 'differences', title: 'Differences', keys: ['d'], keywords: 'overlay all perspectives voices disagree far apart range spread pips' }),
  asks('blind', { id: 'blind-spots', title: 'Blind spots', keys: ['b'], keywords: 'overlay not seen says no unnamed own end only we others see' }),
  asks('ends', { id: 'two-ends', title: 'Two ends', keys: ['w'], keywords: 'overlay wedge reciprocity both sides gap organisations' }),
  {
    id: 'unattributed',
    title: 'Unattributed',
    group: 'See it',
    keywords: 'overlay hide whose anonymous who said names voices',
    when: isMapOpen,
    isOn: (c) => c.session.unattributed,
    run(c): Outcome {
      const unattributed = !c.session.unattributed
      c.setSession({ unattributed })
      return { announce: unattributed ? 'Shown without who said what.' : 'Shown with who said what.' }
    },
  },
]
