import { useState } from 'react'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { setFact, setField, setNames } from '../../edits/set-field.ts'
import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import { joined } from '../../model/change.ts'
import { namesOf, type SystemMap } from '../../model/system-map.ts'
import { select } from '../../session/session.ts'
import { countedOnMap } from '../../words/beside.ts'
import { someOf } from '../../words/counts.ts'
import { FieldControl } from './FieldControl.tsx'

/** What makes sense to give to many at once; a name is one thing's own. */
const ELEMENTS = ['organisation', 'kind', 'pinned', 'description']
const TIES = ['kind', 'label', 'mutual', 'star', 'description']

/** Several elements, ties or both: what they share can be set for all of them at once. */
export function ManyDetails({ map, elements, ties, beside = [], disabled }: {
  readonly map: SystemMap
  readonly elements: readonly Id[]
  readonly ties: readonly Id[]
  /** Notes and areas. */
  readonly beside?: readonly Id[]
  readonly disabled: boolean
}) {
  const [tag, setTag] = useState('')
  const said = countedOnMap(map, [...elements, ...ties, ...beside])
  const names = elements.flatMap((id) => map.elements.get(id)?.name ?? [])
  function addTag() {
    const name = tag.trim()
    setTag('')
    if (name === '') return
    dispatch('Add a tag', (now) => joined(...elements.map((id) => setNames(now, id, 'tag', [...namesOf(now.elements.get(id)?.tags ?? new Map()), name]))))
  }
  return (
    <>
      <header className="details-head">
        <h2>{said}</h2>
        {names.length > 0 && <p className="details-text">{someOf(names, 6)}</p>}
        <p className="details-many">
          {elements.length === 2 && <Button small disabled={disabled} onClick={() => void invoke('connect')}>Connect</Button>}
          <Button small disabled={disabled} onClick={() => void invoke('delete')}>
            Remove
          </Button>
          <Button small onClick={() => select([])}>
            Choose none
          </Button>
        </p>
      </header>
      {elements.length > 0 && (
        <section className="details-section">
          <h3>{ties.length > 0 ? 'All of these elements' : 'All of these'}</h3>
          <Shared map={map} table="elements" ids={elements} only={ELEMENTS} disabled={disabled} />
          <div className="labelled">
            <label className="field-label" htmlFor="details-tag">Add a tag to all</label>
            <input id="details-tag" className="field" autoComplete="off" value={tag} disabled={disabled} onChange={(event) => setTag(event.target.value)} onBlur={addTag}
              onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), addTag())} />
          </div>
        </section>
      )}
      {ties.length > 0 && (
        <section className="details-section">
          <h3>{elements.length > 0 ? 'All of these ties' : 'All of these'}</h3>
          <Shared map={map} table="relationships" ids={ties} only={TIES} disabled={disabled} />
          <p className="quiet-text">Digits rate all of them, in the view on screen.</p>
        </section>
      )}
    </>
  )
}

function Shared({ map, table, ids, only, disabled }: { readonly map: SystemMap; readonly table: 'elements' | 'relationships'; readonly ids: readonly Id[]; readonly only: readonly string[]; readonly disabled: boolean }) {
  const records: Record<string, unknown>[] = ids.flatMap((id) => {
    const record = map[table].get(id)
    return record ? [record as unknown as Record<string, unknown>] : []
  })
  const fields = (FIELDS[table] as readonly Field[]).filter((field) => only.includes(field.name))
  return (
    <div className="details-form">
      {fields.map((field) => {
        const first = records[0]?.[field.name]
        const value = records.every((record) => record[field.name] === first) ? first : undefined
        return (
          <FieldControl key={field.name} field={field} value={value} map={map} disabled={disabled}
            onChange={(to) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setField(now, table, ids, field.name, to))}
            onNames={() => {}}
            onFact={(name, to) => dispatch('Change a fact', (now) => joined(...ids.map((id) => setFact(now, id, name, to))))} />
        )
      })}
    </div>
  )
}
