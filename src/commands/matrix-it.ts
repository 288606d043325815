import { matrixOf, type Matrix } from '../reading/matrix.ts'
import type { MatrixFigure } from '../session/session.ts'
import { shownOf } from '../session/shown.ts'
import { matrixParagraphs, matrixRows } from '../words/matrix-words.ts'
import { isMapOpen } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'

/** The matrix of the moment on screen, of what the filter leaves. */
function matrixNow(c: CommandContext): Matrix | null {
  if (!c.map || !c.moment) return null
  return matrixOf(c.moment, shownOf(c.map, c.moment, c.session.reading.perspective, c.session.filter)?.ties)
}

async function copy(c: CommandContext, textOf: (matrix: Matrix) => string, said: string): Promise<Outcome | void> {
  const matrix = matrixNow(c)
  if (!matrix) return undefined
  if (c.session.unattributed) return { announce: 'Names are off, and the matrix says who says what.' }
  if (matrix.rows.length === 0) return { announce: 'No organisation has a view of its own yet, so there is no matrix to copy.' }
  await c.files.copyText(textOf(matrix))
  c.setSession({ toast: { words: said } })
  return { announce: said }
}

function shows(figure: MatrixFigure, title: string, keywords: string): Command {
  return {
    id: `matrix-${figure}`, title, group: 'See it', keywords: `organisations cross table ${keywords}`,
    when: isMapOpen,
    isOn: (c) => c.session.view === 'matrix' && c.session.matrixFigure === figure,
    run: (c) => c.setSession({ view: 'matrix', matrixFigure: figure }),
  }
}

export const MATRIX_COMMANDS: readonly Command[] = [
  shows('strength', 'Matrix of strength', 'mean rates'),
  shows('quality', 'Matrix of quality', 'good strained trust'),
  shows('count', 'Matrix of how many ties', 'count number answered'),
  shows('change', 'Matrix of change', 'version then now moved'),
  {
    id: 'copy-matrix', title: 'Copy matrix as a table', group: 'See it', keywords: 'clipboard excel sheet organisations', when: isMapOpen,
    run: (c) => copy(c, (matrix) => matrixRows(matrix).map((row) => row.join('\t')).join('\n'), 'The matrix is on the clipboard, as a table.'),
  },
  {
    id: 'copy-matrix-text', title: 'Copy matrix as text', group: 'See it', keywords: 'clipboard words sentences organisations read', when: isMapOpen,
    run: (c) => copy(c, (matrix) => matrixParagraphs(matrix).join('\n\n'), 'The matrix is on the clipboard, as text.'),
  },
]
