import { gridNow } from '../session/grid-now.ts'
import { gridRows, standingWords } from '../words/grid-words.ts'
import { isMapOpen } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

async function copy(c: CommandContext, sort: 'table' | 'text'): Promise<Outcome | void> {
  if (!c.map) return undefined
  const { moment, standings } = gridNow(c.map, c.live.contents, c.session)
  const text = sort === 'table' ? gridRows(moment, standings).map((row) => row.join('\t')).join('\n') : standings.map((standing) => standingWords(moment, standing)).join('\n')
  await c.files.copyText(text)
  const said = `The grid is on the clipboard, as ${sort === 'table' ? 'a table' : 'text'}.`
  c.setSession({ toast: { words: said } })
  return { announce: said }
}

export const GRID_COMMANDS: readonly Command[] = [
  {
    id: 'grid-ranges', title: 'Grid: show where answers are wide apart', group: 'See it', keywords: 'range influence interest bars highest lowest', when: isMapOpen,
    isOn: (c) => c.session.gridRanges,
    run: (c) => c.setSession({ gridRanges: !c.session.gridRanges, view: 'grid' }),
  },
  { id: 'copy-grid', title: 'Copy grid as a table', group: 'See it', keywords: 'clipboard excel sheet influence interest', when: isMapOpen, run: (c) => copy(c, 'table') },
  { id: 'copy-grid-text', title: 'Copy grid as text', group: 'See it', keywords: 'clipboard words sentences influence interest read', when: isMapOpen, run: (c) => copy(c, 'text') },
]
