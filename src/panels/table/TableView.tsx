import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import type { OpensBeside } from '../../controls/Menu.tsx'
import { Tabs } from '../../controls/Tabs.tsx'
import { sharedOf } from '../../model/system-map.ts'
import { voicesIn } from '../../reading/voices.ts'
import { comparedOf } from '../../session/compared.ts'
import { useLive, usePreferences, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { session } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'
import { counted } from '../../words/counts.ts'
import { columnKey, ColumnsMenu } from './ColumnsMenu.tsx'
import { rowName, tabOf, TABS, type TabShape } from './columns.ts'
import { FilterChips } from './FilterChips.tsx'
import { RowMenu } from './RowMenu.tsx'
import { TableGrid } from './TableGrid.tsx'
import './TableView.css'

const PANEL = 'table-rows'

/** To the panel where a row of this sort has all its fields; to the line below where it has none, or there is no room for it. */
async function add({ addsBy }: TabShape): Promise<void> {
  if (addsBy === undefined || !(await invoke(addsBy))) await invoke('capture')
}

/** Arrows and their like go in among the cells, Escape comes out of them and of the tools again: there the single keys are commands, and not letters of a cell. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: view, target, key } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
  if (target === view && /^(Arrow|Page|Home$|End$)/.test(key)) view.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus()
  else if (target !== view && key === 'Escape' && !target.matches('input, select, textarea')) view.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** The same map as rows: everything can be read, found, sorted, rated and changed here. */
export function TableView() {
  const map = useLive((s) => s.map)
  const contents = useLive((s) => s.contents)
  const reading = useSession((s) => s.reading)
  const filter = useSession((s) => s.filter)
  const compared = useSession((s) => s.compared)
  const voices = useSession((s) => s.voices)
  const unattributed = useSession((s) => s.unattributed)
  const tab = useSession((s) => s.tab)
  const hasElement = useSession((s) => s.selection.some((id) => map?.elements.has(id)))
  const hiddenColumns = usePreferences((p) => p.hiddenColumns)
  const [sought, setSought] = useState('')
  const menu = useRef<OpensBeside>(null)
  const words = useDeferredValue(sought)
  const moment = useMemo(() => map && momentOf(map, contents, reading), [map, contents, reading])
  const shape = tabOf(tab)
  const chosen = useSession((s) => s.selection.at(-1) ?? '')
  // What is chosen among actions or reflections is open beside the table, with all that can be said of it.
  const panel = tab === 'actions' && map?.actions.has(chosen) ? 'Actions' : tab === 'reflections' && map?.reflections.has(chosen) ? 'Reflections' : null
  useEffect(() => {
    if (panel) session.setState({ panel, opened: chosen })
  }, [panel, chosen])
  const all = useMemo(() => {
    if (!map || !moment) return null
    const perspective = moment.perspectives.has(reading.perspective) ? reading.perspective : sharedOf(moment).id
    const comparedNow = comparedOf(map, contents, { reading, compared, voices })
    return { rows: shape.rows(map, moment), columns: shape.columns(map, moment, { perspective, voices: voicesIn(moment, voices), unattributed, compared: comparedNow }) }
  }, [map, moment, contents, shape, reading, compared, voices, unattributed])
  const columns = useMemo(() => (all?.columns ?? []).filter((column, i) => i === 0 || !hiddenColumns.includes(columnKey(tab, column))), [all, hiddenColumns, tab])
  const shown = map && moment && shownOf(map, moment, reading.perspective, filter)
  const rows = useMemo(() => {
    const given = words.trim().toLowerCase()
    const left = (all?.rows ?? []).filter((row) => !shown?.hidden.has(row))
    return given === '' ? left : left.filter((row) => all?.columns.some((column) => column.read(row).toLowerCase().includes(given)))
  }, [all, words, shown])
  if (!map || !moment || !all) return null

  const privately = [...map.reflections.values()].filter((reflection) => reflection.private).length
  const find = `Find in ${counted(all.rows.length, shape.noun)}`
  const empty = words.trim() !== '' ? 'Nothing here has these words.' : all.rows.length > 0 ? 'The filter leaves nothing here. A on the map shows all.' : shape.empty
  return (
    <section className="table-view" aria-label="Table" tabIndex={-1} data-keys="itself" onKeyDown={onKeyDown}>
      <div className="table-head">
        <Tabs
          label="What the table lists"
          panel={PANEL}
          value={tab}
          tabs={TABS.filter(({ value, isSeldom, rows: of }) => !isSeldom || value === tab || of(map, moment).length > 0).map(({ value, title, rows: of }) => ({ value, title: `${title} ${of(map, moment).length}${value === 'reflections' && privately > 0 ? `, ${privately} private` : ''}` }))}
          onChange={(next) => session.setState({ tab: next })}
        />
        <span className="grow" />
        <Button small disabled={!hasElement} onClick={() => void invoke('read-as-text')}>
          Read as text
        </Button>
        <Button small onClick={() => void invoke('describe-map')}>
          Describe this map
        </Button>
      </div>
      <div className="table-tools">
        <input className="field table-find" aria-label={find} placeholder={find} value={sought} onChange={(event) => setSought(event.target.value)} />
        <FilterChips map={map} moment={moment} perspective={reading.perspective} tab={tab} />
        {reading.version === null && shape.adds && (
          <Button small onClick={() => void add(shape)}>
            {shape.adds}
          </Button>
        )}
        <RowMenu noun={shape.noun} opener={menu} />
        <ColumnsMenu tab={tab} columns={all.columns.slice(1)} hidden={hiddenColumns} />
        <p className="quiet-text" role="status">
          {rows.length === all.rows.length ? '' : `${counted(rows.length, shape.noun)} shown`}
        </p>
        <p className="table-hint">Enter edits a cell. A digit rates and moves down. Shift takes rows together, Space one more.</p>
      </div>
      <div id={PANEL} role="tabpanel" aria-labelledby={`${PANEL}-${tab}`} className="table-body">
        <TableGrid key={tab} label={shape.title} noun={shape.noun} rows={rows} columns={columns} isReadOnly={reading.version !== null} nameOf={(row) => rowName(map, moment, row)} empty={empty} menu={menu} />
      </div>
    </section>
  )
}
