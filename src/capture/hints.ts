import { fieldIn, FIELDS } from '../model/fields.ts'
import type { SystemMap } from '../model/system-map.ts'
import type { Intent } from './intent.ts'
import { keyOf } from './names.ts'

/** Words that a role or a team is called by: with one of them, two capitalised words are no person. */
const NO_SURNAMES = new Set(
  `acute admission admissions adult adviser advisor agency alliance ambulance assessment association board budget bureau care carers centre charity children clinic clinical clinician college
  commissioner commissioning committee community consultant coordinator council crisis day department desk director discharge district doctor drug education emergency family finance forum foundation
  group head health healthcare home hospital hospice housing hub lead leader learning library line local locality manager managers meeting mental midwife ministry network nurse nurses nursing office officer
  older outcome panel parents partner partners partnership patient pharmacist pharmacy physiotherapist planning police policy practice practices primary project provider providers public record referral
  register registrar residents school secretary service services single sister social specialist staff station strategy surgery system team teams therapist therapy transport trust unit university
  ward wards work worker workers young youth board chief executive`.split(/\s+/u),
)
const personShape = /^\p{Lu}\p{Ll}+(?:[-’']\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+(?:[-’']\p{Lu}\p{Ll}+)?$/u

/** Two capitalised words, neither of them one that roles, places or this map's organisations are called by. */
export function looksLikePerson(name: string, map: SystemMap): boolean {
  if (!personShape.test(name)) return false
  const known = new Set([...map.organisations.values()].flatMap((o) => keyOf(o.name).split(' ')))
  return keyOf(name).split(' ').every((word) => !NO_SURNAMES.has(word) && !known.has(word))
}

function advice(table: 'elements' | 'relationships', field: string): number {
  const type = fieldIn(FIELDS[table], field)?.type
  return type?.is === 'text' ? (type.advice ?? Infinity) : Infinity
}

/** A quiet suggestion on what would be made; none for what is here already. */
export function hintFor(intent: Intent, map: SystemMap): string | null {
  if (intent.is !== 'elements' && intent.is !== 'ties') return null
  const fresh = intent.elements.filter((element) => element.existing === null)
  if (fresh.some((element) => element.kind !== 'organisation' && looksLikePerson(element.name, map))) return 'Use a role instead?'
  if (fresh.some((element) => element.name.length > advice('elements', 'name'))) return 'A shorter name reads better on the map.'
  if (intent.is === 'ties' && intent.ties.some((tie) => tie.label.length > advice('relationships', 'label'))) return 'A shorter label reads better on the map.'
  return null
}
