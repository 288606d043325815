import { THEMES, type ColourName } from '../../scene/palette.ts'
import { xmlText } from '../../painters/xml.ts'
import type { Block, ReportInput, Section } from './report.ts'
import { SECTIONS } from './sections.ts'

/** A section that has something to say. */
export interface Told extends Pick<Section, 'id' | 'title' | 'wide'> {
  readonly blocks: readonly Block[]
}

export interface ReportPage {
  readonly title: string
  readonly lead: string
  readonly sections: readonly Told[]
  /** The face, and the report's style sheet. */
  readonly style: string
}

/** Base64 of the SHA-256 of a text, as a policy names it. */
export type Hashed = (text: string) => Promise<string>

/** The colours of paper, so that the style sheet that the preview wears holds here. */
export function paperTokens(): Readonly<Record<string, string>> {
  return Object.fromEntries(['ink', 'ink-2', 'rule', 'hairline', 'paper', 'wash'].map((name) => [`--${name}`, (name === 'paper' ? THEMES.print : THEMES.light).colours[name as ColourName]]))
}

/**
 * A report as one page that stands alone: no script, no request, one style sheet that its own policy names by its hash. It prints on A4.
 */
export async function reportHtml({ title, lead, sections, style }: ReportPage, hashed: Hashed): Promise<string> {
  const tokens = Object.entries(paperTokens()).map(([name, value]) => `${name}:${value}`).join(';')
  const css = `:root{${tokens};--font:'Atkinson Hyperlegible Next',system-ui,'Segoe UI',Arial,sans-serif}${style}`
  const policy = `default-src 'none'; style-src 'sha256-${await hashed(css)}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${xmlText(title)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<main class="report">',
    `<h1>${xmlText(title)}</h1>`,
    lead ? `<p class="report-lead">${xmlText(lead)}</p>` : '',
    ...sections.map((section) => `<section${section.wide ? ' class="report-wide"' : ''}>\n<h2>${xmlText(section.title)}</h2>\n${section.blocks.map(blockHtml).join('\n')}\n</section>`),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level}>${xmlText(block.text)}</h${block.level}>`
    case 'words':
      return `<p${block.look ? ` class="report-${block.look}"` : ''}>${xmlText(block.text)}</p>`
    case 'table':
      return tableHtml(block)
    case 'figure':
      return `<figure>${block.picture.svg}<figcaption>${xmlText(block.caption)}</figcaption></figure>`
  }
}

function tableHtml({ caption, head, rows }: Extract<Block, { is: 'table' }>): string {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell, i) => (i === 0 ? `<th scope="row">${xmlText(cell)}</th>` : `<td>${xmlText(cell)}</td>`)).join('')}</tr>`
  return `<table><caption>${xmlText(caption)}</caption><thead><tr>${head.map((cell) => `<th scope="col">${xmlText(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map(row).join('')}</tbody></table>`
}

/** What a report says, section by section in the order asked; one with nothing to say is not there. */
export function toldOf(input: ReportInput, ids: readonly string[]): readonly Told[] {
  return ids.flatMap((id) => {
    const section = SECTIONS.find((one) => one.id === id)
    const blocks = section?.blocks(input) ?? []
    return section && blocks.length ? [{ ...section, blocks }] : []
  })
}
