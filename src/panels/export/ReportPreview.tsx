import { useLayoutEffect, useRef, type CSSProperties } from 'react'
import { pagesOf, PAGE_WIDTH, type Piece } from '../../outputs/report/pages.ts'
import type { Block } from '../../outputs/report/report.ts'
import { paperTokens, type Told } from '../../outputs/report/report-html.ts'
import '../../outputs/report/report.css'

const paper = { ...paperTokens(), width: `${PAGE_WIDTH}px` } as CSSProperties

/** The report as its file shows it, on paper, whatever the theme. Tells how many pages it prints on. */
export function ReportPreview({ title, lead, sections, pictureUrl, onPages }: {
  readonly title: string
  readonly lead: string
  readonly sections: readonly Told[]
  readonly pictureUrl: string
  readonly onPages: (pages: number) => void
}) {
  const page = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = page.current
    if (!element) return
    // Until the face is there, lines are as long as another's.
    void document.fonts.ready.then(() => onPages(counted(element)))
  }, [title, lead, sections, onPages])
  return (
    <div className="report" style={paper} ref={page}>
      <h1>{title}</h1>
      {lead && <p className="report-lead">{lead}</p>}
      {sections.map((section) => (
        <section key={section.id} data-wide={section.wide}>
          <h2>{section.title}</h2>
          {section.blocks.map((block, i) => (
            <Part key={i} block={block} pictureUrl={pictureUrl} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Part({ block, pictureUrl }: { readonly block: Block; readonly pictureUrl: string }) {
  switch (block.is) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'words':
      return <p className={block.look && `report-${block.look}`}>{block.text}</p>
    case 'figure':
      return (
        <figure>
          <img src={pictureUrl} alt={block.picture.alt} width={1920} height={1080} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      )
    case 'table':
      return (
        <table>
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(([first, ...cells], i) => (
              <tr key={i}>
                <th scope="row">{first}</th>
                {cells.map((cell, j) => (
                  <td key={j}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

/** A wide section is one page; what stands before, between and after is broken into pages of its own. */
function counted(page: HTMLElement): number {
  const runs: Piece[][] = [[]]
  let wide = 0
  for (const element of page.querySelectorAll<HTMLElement>('h1, h2, h3, p, caption, tr')) {
    if (element.closest('[data-wide]')) {
      if (element.matches('h2')) {
        wide++
        runs.push([])
      }
      continue
    }
    const { offsetTop: top, offsetHeight: height } = placeOf(element, page)
    const head = element.closest('tbody')?.parentElement?.querySelector('thead')?.offsetHeight ?? 0
    runs.at(-1)?.push({ top, bottom: top + height, keeps: element.matches('h1, h2, h3, caption, thead tr'), head })
  }
  return wide + runs.reduce((sum, run) => sum + pagesOf(run), 0)
}

/** Laid out, not as it is scaled on screen. */
function placeOf(element: HTMLElement, page: HTMLElement): { readonly offsetTop: number; readonly offsetHeight: number } {
  const scale = page.getBoundingClientRect().width / page.offsetWidth || 1
  const box = element.getBoundingClientRect()
  return { offsetTop: (box.top - page.getBoundingClientRect().top) / scale, offsetHeight: box.height / scale }
}
