import { focusOn, type PanelName } from '../session/session.ts'
import { canEdit, isMapOpen } from './anywhere.ts'
import type { Command, CommandContext } from './command.ts'

/** The panel has no place beside a projected map. */
const hasPanel = (c: CommandContext) => c.preferences.projector === 'off'

function panel(id: string, name: PanelName, keywords: string): Command {
  return {
    id, title: `Show ${name.toLowerCase()}`, group: 'See it', keywords: `panel list ${keywords}`,
    when: (c) => isMapOpen(c) && hasPanel(c),
    isOn: (c) => c.session.panel === name && !c.session.panelsHidden,
    run: (c) => c.setSession({ panel: name, panelsHidden: false }),
  }
}

function begin(name: PanelName, of: 'action' | 'reflection', keywords: string): Command {
  return {
    id: `new-${of}`, title: `New ${of}`, group: 'Say it', keywords: `add ${keywords}`,
    when: (c) => canEdit(c) && hasPanel(c),
    run(c) {
      c.setSession({ panel: name, panelsHidden: false })
      focusOn(`new ${of}`)
    },
  }
}

export const AGREEMENT_COMMANDS: readonly Command[] = [
  begin('Actions', 'action', 'agree do next step owner'),
  begin('Reflections', 'reflection', 'look back prompt words coaching'),
  panel('show-actions', 'Actions', 'agreed next step owner due'),
  panel('show-reflections', 'Reflections', 'look back prompt coaching'),
]
