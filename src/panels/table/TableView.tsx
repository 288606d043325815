import { useDeferredValue, useMemo, useState } from 'react'
import { Tabs } from '../../controls/Tabs.tsx'
import { sharedOf } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { session } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'
import { counted } from '../../words/counts.ts'
import { rowName, TABS, tableShape } from './columns.ts'
import { TableGrid } from './TableGrid.tsx'
import './TableView.css'

const PANEL = 'table-rows'

/** The same map as rows: everything can be read, found, sorted, rated and changed here. */
export function TableView() {
  const map = useLive((s) => s.map)
  const contents = useLive((s) => s.contents)
  const reading = useSession((s) => s.reading)
  const filter = useSession((s) => s.filter)
  const tab = useSession((s) => s.tab)
  const [sought, setSought] = useState('')
  const words = useDeferredValue(sought)
  const moment = useMemo(() => map && momentOf(map, contents, reading), [map, contents, reading])
  const shape = useMemo(() => {
    if (!map || !moment) return null
    const perspective = moment.perspectives.has(reading.perspective) ? reading.perspective : sharedOf(moment).id
    return tableShape(map, moment, tab, perspective)
  }, [map, moment, tab, reading.perspective])
  const shown = map && moment && shownOf(map, moment, reading.perspective, filter)
  const rows = useMemo(() => {
    const given = words.trim().toLowerCase()
    const all = shown ? (shape?.rows ?? []).filter((row) => !shown.hidden.has(row)) : (shape?.rows ?? [])
    if (!shape || given === '') return all
    return all.filter((row) => shape.columns.some((column) => column.read(row).toLowerCase().includes(given)))
  }, [shape, words, shown])
  if (!map || !moment || !shape) return null

  const counts: Readonly<Record<string, number>> = {
    elements: moment.elements.size,
    ties: tableShape(map, moment, 'ties', sharedOf(moment).id).rows.length,
    actions: map.actions.size,
    reflections: map.reflections.size,
  }
  return (
    <section className="table-view" aria-label="Table">
      <div className="table-head">
        <Tabs
          label="What the table lists"
          panel={PANEL}
          value={tab}
          tabs={TABS.map(({ value, title }) => ({ value, title: `${title} ${counts[value] ?? 0}` }))}
          onChange={(next) => session.setState({ tab: next })}
        />
      </div>
      <div className="table-tools">
        <input className="field table-find" aria-label={`Find in ${counted(shape.rows.length, shape.noun)}`} placeholder={`Find in ${counted(shape.rows.length, shape.noun)}`} value={sought} onChange={(event) => setSought(event.target.value)} />
        <p className="quiet-text" role="status">
          {words.trim() === '' ? '' : `${counted(rows.length, shape.noun)} shown`}
        </p>
        <p className="table-hint">Enter edits a cell. A digit rates and moves down.</p>
      </div>
      <div id={PANEL} role="tabpanel" aria-labelledby={`${PANEL}-${tab}`} className="table-body">
        <TableGrid key={tab} label={TABS.find(({ value }) => value === tab)?.title ?? ''} rows={rows} columns={shape.columns} isReadOnly={reading.version !== null} nameOf={(row) => rowName(map, moment, tab, row)} empty={shown && words.trim() === '' && shape.rows.length > 0 ? 'The filter leaves nothing here. A shows all.' : words.trim() === '' ? NOTHING[tab] : 'Nothing here has these words.'} />
      </div>
    </section>
  )
}

const NOTHING = {
  elements: 'No element yet. Type a name in the line below and press Enter.',
  ties: 'No tie yet. Type “Ward -> Care brokerage” in the line below and press Enter.',
  actions: 'No action yet. Begin a line below with “!”.',
  reflections: 'No reflection yet. Begin a line below with “?”.',
}
