import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { lyingIn, resizeArea } from '../../edits/areas.ts'
import { nudge } from '../../edits/move.ts'
import { boxOfArea } from '../../edits/standing-box.ts'
import type { Area } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { select } from '../../session/session.ts'
import { countedOnMap, nameOnMap } from '../../words/beside.ts'
import { EditForm } from './EditForm.tsx'
import { PlaceFields } from './PlaceFields.tsx'

/** An area: its title, where it lies, and what lies in it. */
export function AreaDetails({ map, area, disabled }: { readonly map: SystemMap; readonly area: Area; readonly disabled: boolean }) {
  const inside = lyingIn(map, area)
  const box = boxOfArea(area)
  return (
    <>
      <header className="details-head">
        <h2>{area.title || 'Area without a title'}</h2>
        <p className="details-text">Moving it moves what lies in it. Settling moves what is not pinned, in it or out of it.</p>
      </header>
      <section className="details-section">
        <EditForm map={map} table="areas" id={area.id} disabled={disabled} />
      </section>
      <section className="details-section">
        <h3>Place and size</h3>
        <PlaceFields
          box={box}
          disabled={disabled}
          onChange={(side, to) =>
            side === 'x' || side === 'y'
              ? dispatch('Move', (now) => nudge(now, [area.id], side === 'x' ? to - box.x : 0, side === 'y' ? to - box.y : 0))
              : dispatch('Resize', (now) => resizeArea(now, area.id, { [side]: to }))
          }
        />
      </section>
      <section className="details-section">
        <h3>
          <span>{inside.length === 0 ? 'Nothing lies in it' : `${countedOnMap(map, inside)} in it`}</span>
          {inside.length > 0 && (
            <Button look="link" onClick={() => select(inside)}>
              Choose all
            </Button>
          )}
        </h3>
        {inside.length > 0 && <ul>
          {inside.map((id) => (
            <li key={id}>
              <Button look="link" onClick={() => select([id])}>
                {nameOnMap(map, id)}
              </Button>
            </li>
          ))}
        </ul>}
      </section>
      <section className="details-section">
        <p className="details-many">
          <Button small disabled={disabled} onClick={() => void invoke('delete')}>
            Remove
          </Button>
        </p>
      </section>
    </>
  )
}
