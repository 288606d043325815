import { useId, useState } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { Chip } from '../../controls/Chip.tsx'
import { setTag } from '../../edits/set-field.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'

/** The tags of several elements: a tag of all of them is filled; one that only some have says so, and a press gives it to all. */
export function TagsOfMany({ map, ids, disabled }: { readonly map: SystemMap; readonly ids: readonly Id[]; readonly disabled: boolean }) {
  const field = useId()
  const [typed, setTyped] = useState('')
  const counts = new Map<string, number>()
  for (const id of ids) for (const tag of map.elements.get(id)?.tags.keys() ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const give = (tag: string) => dispatch('Add a tag', (now) => setTag(now, ids, tag, true))
  const takeOff = (tag: string) => dispatch('Take off a tag', (now) => setTag(now, ids, tag, false))
  function add() {
    setTyped('')
    if (typed.trim() !== '') give(typed)
  }
  return (
    <div className="labelled">
      {counts.size > 0 && (
        <div className="details-chips">
          {[...counts].sort(([a], [b]) => a.localeCompare(b, 'en-GB')).map(([tag, count]) => {
            const ofAll = count === ids.length
            const words = ofAll ? tag : `${tag}, on ${count} of ${ids.length}`
            if (disabled) return <Chip key={tag}>{words}</Chip>
            return (
              <Chip key={tag} isOn={ofAll} {...(ofAll ? {} : { onPress: () => give(tag) })} onRemove={() => takeOff(tag)} removeLabel={`Take ${tag} off all`}>
                {words}
              </Chip>
            )
          })}
        </div>
      )}
      <label className="field-label" htmlFor={field}>
        Add a tag to all
      </label>
      <input
        id={field}
        className="field"
        autoComplete="off"
        value={typed}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
    </div>
  )
}
