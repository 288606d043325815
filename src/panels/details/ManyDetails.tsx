import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { FIELDS } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { select } from '../../session/session.ts'
import { countedOnMap } from '../../words/beside.ts'
import { someOf } from '../../words/counts.ts'
import { ArrangeRows } from './ArrangeRows.tsx'
import { FactsOfMany } from './FactsOfMany.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { SharedFields } from './SharedFields.tsx'
import { TagsOfMany } from './TagsOfMany.tsx'

/** What makes sense to give to many at once; a name is one thing's own. */
const ELEMENTS = ['organisation', 'kind', 'pinned', 'description']
const OUTCOMES = FIELDS.elements.flatMap(({ name, ofKind }) => (ofKind === 'outcome' ? [name] : []))
const TIES = ['kind', 'label', 'mutual', 'star', 'description']
const INFLUENCES = FIELDS.relationships.flatMap(({ name, ofKind }) => (ofKind === 'influences' ? [name] : []))

/** Several elements, ties or both: what they share can be set for all of them at once. */
export function ManyDetails({ map, elements, ties, beside = [], disabled }: {
  readonly map: SystemMap
  readonly elements: readonly Id[]
  readonly ties: readonly Id[]
  /** Notes and areas. */
  readonly beside?: readonly Id[]
  readonly disabled: boolean
}) {
  const said = countedOnMap(map, [...elements, ...ties, ...beside])
  const names = elements.flatMap((id) => map.elements.get(id)?.name ?? [])
  const areOutcomes = elements.every((id) => map.elements.get(id)?.kind === 'outcome')
  const areInfluences = ties.every((id) => map.relationships.get(id)?.kind === 'influences')
  return (
    <>
      <header className="details-head">
        <h2>{said}</h2>
        {names.length > 0 && <p className="details-text">{someOf(names, 6)}</p>}
        <div className="details-many">
          {elements.length === 2 && <Button small disabled={disabled} onClick={() => void invoke('connect')}>Connect</Button>}
          {elements.length > 1 && <Button small disabled={disabled} onClick={() => void invoke('same-as')}>Same as…</Button>}
          <Button small disabled={disabled} onClick={() => void invoke('delete')}>
            Remove
          </Button>
          <Button small onClick={() => select([])}>
            Choose none
          </Button>
          <MoreMenu chosen={[...elements, ...ties, ...beside]} />
        </div>
      </header>
      {elements.length > 0 && (
        <section className="details-section">
          <h3>{ties.length > 0 ? 'All of these elements' : 'All of these'}</h3>
          <div className="details-form">
            <SharedFields map={map} table="elements" ids={elements} only={areOutcomes ? [...ELEMENTS, ...OUTCOMES] : ELEMENTS} disabled={disabled} />
            <TagsOfMany map={map} ids={elements} disabled={disabled} />
            <FactsOfMany map={map} ids={elements} disabled={disabled} />
          </div>
        </section>
      )}
      {elements.length > 1 && <ArrangeRows count={elements.length} disabled={disabled} />}
      {ties.length > 0 && (
        <section className="details-section">
          <h3>{elements.length > 0 ? 'All of these ties' : 'All of these'}</h3>
          <div className="details-form">
            <SharedFields map={map} table="relationships" ids={ties} only={areInfluences ? [...TIES, ...INFLUENCES] : TIES} disabled={disabled} />
            <FactsOfMany map={map} ids={ties} disabled={disabled} />
          </div>
          <p className="quiet-text">Digits rate all of them, in the view on screen.</p>
        </section>
      )}
    </>
  )
}
