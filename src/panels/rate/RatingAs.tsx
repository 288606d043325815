import { perspectivesInOrder, seenBy } from '../../commands/chosen.ts'
import { SelectField } from '../../controls/Field.tsx'
import type { Perspective } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { lookAt } from '../../session/look.ts'

/** Whose view is written, and the choice of another. */
export function RatingAs({ map, perspective }: { readonly map: SystemMap; readonly perspective: Perspective }) {
  return (
    <div className="rate-who">
      <SelectField label="Rating as" value={perspective.id} onChange={(event) => {
        lookAt({ perspective: event.target.value })
        // The next digit rates, and does not choose in the list.
        event.target.blur()
      }}>
        {perspectivesInOrder(map).map((each) => (
          <option key={each.id} value={each.id}>
            {seenBy(each)}
            {each.private ? ' (private)' : ''}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
