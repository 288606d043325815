import { listed } from '../model/system-map.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuItem } from '../controls/MenuList.tsx'
import { useLive, useSession } from '../session/hooks.ts'
import { focusOn, say, session } from '../session/session.ts'
import { isApple } from './platform.ts'

const ALT = isApple ? '⌥' : 'Alt'

/** A name of more characters than this takes two smaller lines. */
const LONG_NAME = 17

function choose(id: string | null, name: string): void {
  session.setState({ organisation: id })
  say(`The next one joins ${name}.`)
  focusOn('capture')
}

/** Which organisation the next typed element joins, and how to choose another. */
export function OrganisationChooser() {
  const organisations = useLive((l) => l.map?.organisations)
  const id = useSession((s) => s.organisation)
  const list = listed(organisations ?? new Map())
  const chosen = id === null ? undefined : organisations?.get(id)
  const digit = chosen ? list.indexOf(chosen) + 1 : 0
  const key = (n: number) => (n >= 1 && n <= 7 ? `${ALT} ${n}` : undefined)
  const name = chosen?.name ?? 'No organisation'
  const items: readonly MenuItem[] = [
    ...list.map((organisation, i) => {
      const cap = key(i + 1)
      return {
        id: organisation.id,
        title: organisation.name,
        before: <Glyph slot={organisation.slot} />,
        isOn: organisation.id === chosen?.id,
        ...(cap === undefined ? {} : { keyCap: cap }),
        onChoose: () => choose(organisation.id, organisation.name),
      }
    }),
    { id: 'none', title: 'No organisation', isOn: !chosen, startsGroup: list.length > 0, onChoose: () => choose(null, 'no organisation') },
    { id: 'all', title: 'Organisations…', startsGroup: true, onChoose: () => session.setState({ dialog: { name: 'Organisations' } }) },
  ]
  return (
    <Menu
      name={`Next one joins: ${name}`}
      opens="up"
      faceClass="organisation-chooser"
      items={items}
      face={
        <>
          {chosen ? <Glyph slot={chosen.slot} size={30} solid /> : <span className="no-organisation" aria-hidden="true" />}
          <span>
            <b className={name.length > LONG_NAME ? 'is-long' : undefined}>{name}</b>
            <i>next one joins{key(digit) === undefined ? '' : ` · ${key(digit)}`}</i>
          </span>
        </>
      }
    />
  )
}
