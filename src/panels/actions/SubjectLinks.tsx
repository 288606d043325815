import { Button } from '../../controls/Button.tsx'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { bringIntoSight, select } from '../../session/session.ts'
import { nameOf } from '../../words/tie-sentence.ts'

/** Elements and ties that something is about: a press chooses one and brings it into sight. */
export function SubjectLinks({ title, map, ids, noteOf }: { readonly title: string; readonly map: SystemMap; readonly ids: readonly Id[]; readonly noteOf?: (id: Id) => string }) {
  if (ids.length === 0) return null
  return (
    <div className="action-touches">
      <span>{title}</span>
      <ul aria-label={title}>
        {ids.map((id, i) => {
          const note = noteOf?.(id) ?? ''
          return (
            <li key={`${id} ${i}`}>
              <Button
                look="link"
                disabled={!map.elements.has(id) && !map.relationships.has(id)}
                onClick={() => {
                  select([id])
                  bringIntoSight([id])
                }}
              >
                {nameOf(map, id)}
              </Button>
              {note !== '' && <span className="action-note"> {note}</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
