import { PERSPECTIVE_TYPES } from '../../model/kinds.ts'

/** Every type that a perspective may be given: the shared picture is there already. */
export function TypeOptions() {
  return PERSPECTIVE_TYPES.filter(({ value }) => value !== 'shared').map(({ value, title }) => (
    <option key={value} value={value}>
      {title}
    </option>
  ))
}
