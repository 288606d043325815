import { dispatch } from '../../commands/dispatch.ts'
import { setFact } from '../../edits/set-field.ts'
import { joined } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { DraftText } from './DraftText.tsx'
import { NewFact } from './FactsField.tsx'

/** The facts of several elements or ties: the value that they share, or that there are several; each can be given to all or taken off all. */
export function FactsOfMany({ map, ids, disabled }: { readonly map: SystemMap; readonly ids: readonly Id[]; readonly disabled: boolean }) {
  const values = new Map<string, (string | number)[]>()
  for (const id of ids) {
    for (const [name, value] of (map.elements.get(id) ?? map.relationships.get(id))?.facts ?? []) values.set(name, [...(values.get(name) ?? []), value])
  }
  const give = (name: string, to: string | null) => dispatch(to === null ? 'Take off a fact' : 'Change a fact', (now) => joined(...ids.map((id) => setFact(now, id, name, to))))
  return (
    <fieldset className="labelled" disabled={disabled}>
      <legend className="field-label">Facts</legend>
      {[...values].map(([name, held]) => {
        const isShared = held.length === ids.length && held.every((value) => value === held[0])
        return (
          <div key={name} className="details-fact-of-many">
            <DraftText
              label={name}
              value={isShared ? String(held[0]) : ''}
              disabled={disabled}
              placeholder={isShared ? '' : 'Several'}
              {...(held.length < ids.length ? { hint: `On ${held.length} of ${ids.length}.` } : {})}
              onKeep={(to) => give(name, to.trim() === '' ? null : to)}
            />
            <button type="button" className="details-cross" disabled={disabled} aria-label={`Take ${name} off all`} onClick={() => give(name, null)}>
              ×
            </button>
          </div>
        )
      })}
      <NewFact onAdd={give} />
    </fieldset>
  )
}
