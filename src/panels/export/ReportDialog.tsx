import { useEffect, useMemo, useState } from 'react'
import { reportParts, saveReport, type ReportParts } from '../../commands/report.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { AS_IT_IS } from '../../formats/leaving/what-leaves.ts'
import { toldOf } from '../../outputs/report/report-html.ts'
import { SECTIONS } from '../../outputs/report/sections.ts'
import { useLive } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { LeavingOptions } from './LeavingOptions.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import './ReportDialog.css'

const ALL = SECTIONS.map(({ id }) => id)

/** The list with one id a place further up or down. */
function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = ids.indexOf(id)
  const next = ids.filter((one) => one !== id)
  next.splice(at + by, 0, id)
  return next
}

/** A report put together: sections ticked and in order, seen as it will be, with its pages counted. */
export function ReportDialog() {
  const map = useLive((s) => s.map)
  const [order, setOrder] = useState<readonly string[]>(ALL)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [options, setOptions] = useState(AS_IT_IS)
  const [parts, setParts] = useState<ReportParts | null>(null)
  const [pages, setPages] = useState<number | null>(null)
  const [problem, setProblem] = useState('')
  const close = () => session.setState({ dialog: null })

  useEffect(() => {
    let isLate = false
    async function make() {
      try {
        const next = await reportParts(options)
        if (!isLate) setParts(next)
      } catch (reason) {
        if (!isLate) setProblem(`The report could not be made: ${reason instanceof Error ? reason.message : 'the browser gave no reason'}.`)
      }
    }
    void make()
    return () => {
      isLate = true
    }
  }, [options, map])
  const every = useMemo(() => (parts ? toldOf(parts.input, order) : []), [parts, order])
  const told = useMemo(() => every.filter(({ id }) => !off.has(id)), [every, off])
  if (!map) return null
  const { title, question } = parts?.input.map.meta ?? map.meta

  async function save() {
    if (!parts || told.length === 0) return
    try {
      const name = await saveReport(parts.input, told)
      close()
      say(`Saved ${name}.`)
      session.setState({ toast: { words: `Saved ${name}.` } })
    } catch (reason) {
      setProblem(`Nothing was written: ${reason instanceof Error ? reason.message : 'the browser gave no reason'}.`)
    }
  }

  return (
    <Dialog
      title="Report"
      lead="One page that stands alone and prints on A4."
      width="reference"
      onClose={close}
      onSubmit={() => void save()}
      footer={
        <>
          <p className="quiet-text" role="status">
            {problem || (pages === null ? 'Making it…' : `${counted(pages, 'page')} on A4, ${counted(told.length, 'section')}.`)}
          </p>
          <span className="grow" />
          <Button look="quiet" onClick={close}>
            Cancel
          </Button>
          <Button look="primary" keyCap="Enter" submits disabled={parts !== null && told.length === 0}>
            Save report
          </Button>
        </>
      }
    >
      <div className="report-body">
        <section className="report-choices" aria-label="What the report says">
          <h3>Sections</h3>
          <ol>
            {order.map((id, i) => (
              <SectionRow
                key={id}
                title={SECTIONS.find((one) => one.id === id)?.title ?? id}
                isThere={every.some((one) => one.id === id)}
                isOn={!off.has(id)}
                isFirst={i === 0}
                isLast={i === order.length - 1}
                onTick={(isOn) => setOff(new Set(isOn ? [...off].filter((one) => one !== id) : [...off, id]))}
                onMove={(by) => {
                  setOrder(moved(order, id, by))
                  say(`${SECTIONS.find((one) => one.id === id)?.title}: ${i + 1 + by} of ${order.length}.`)
                }}
              />
            ))}
          </ol>
          <LeavingOptions map={map} value={options} onChange={setOptions} of="report" />
        </section>
        <section className="report-preview" aria-label="Preview" tabIndex={0}>
          {parts && <ReportPreview title={title || question || 'Untitled map'} lead={title ? question : ''} sections={told} pictureUrl={parts.pictureUrl} onPages={setPages} />}
        </section>
      </div>
    </Dialog>
  )
}

function SectionRow({ title, isThere, isOn, isFirst, isLast, onTick, onMove }: {
  readonly title: string
  readonly isThere: boolean
  readonly isOn: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onTick: (isOn: boolean) => void
  readonly onMove: (by: -1 | 1) => void
}) {
  return (
    <li>
      <Tick isOn={isOn && isThere} disabled={!isThere} onChange={onTick}>
        {title}
        {!isThere && <span className="quiet-text"> · nothing to say</span>}
      </Tick>
      <button type="button" className="report-move" aria-label={`${title}: move up`} disabled={isFirst} onClick={() => onMove(-1)}>
        ↑
      </button>
      <button type="button" className="report-move" aria-label={`${title}: move down`} disabled={isLast} onClick={() => onMove(1)}>
        ↓
      </button>
    </li>
  )
}
