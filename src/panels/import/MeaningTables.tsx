import { useMemo, type ReactNode } from 'react'
import { columnFor, groupsOf, tieGroupsOf, type Choices } from '../../formats/found/choices.ts'
import type { Found } from '../../formats/found/found.ts'
import type { TieMeaning } from '../../formats/found/uses.ts'
import { ELEMENT_KINDS, TIE_KINDS, type ElementKind } from '../../model/kinds.ts'
import { counted } from '../../words/counts.ts'

interface MeaningProps {
  readonly found: Found
  readonly choices: Choices
  readonly onChange: (next: Choices) => void
}

const MEANINGS: readonly { readonly title: string; readonly means: TieMeaning }[] = TIE_KINDS.flatMap(({ value, title }): { title: string; means: TieMeaning }[] =>
  value === 'influences'
    ? [
        { title: 'changes: more makes more (+)', means: { kind: value, sign: '+' } },
        { title: 'changes: more makes less (−)', means: { kind: value, sign: '-' } },
        { title: 'changes: not sure which way (?)', means: { kind: value, sign: '?' } },
      ]
    : [{ title, means: { kind: value, sign: null } }],
)

/** The file's own words for kinds, organisations and ties, with what each is taken for: good guesses, to be confirmed. */
export function MeaningTables({ found, choices, onChange }: MeaningProps) {
  const kindColumn = columnFor(choices.elementUses, 'kind')
  const home = columnFor(choices.elementUses, 'organisation')
  const tieColumn = columnFor(choices.tieUses, 'kind')
  const kinds = useMemo(() => groupsOf(found.elements, kindColumn), [found, kindColumn])
  const homes = useMemo(() => (home === null ? [] : groupsOf(found.elements, home).filter(({ key }) => key !== '')), [found, home])
  const ties = useMemo(() => tieGroupsOf(found.ties, tieColumn), [found, tieColumn])
  return (
    <>
      <Meaning title="Kinds" head={['In the file', 'Is a']}>
        {kinds.map(({ key, said, count }) => (
          <Row key={key} said={key === '' ? 'No type' : said} count={counted(count, 'element')}>
            <select className="field" aria-label={key === '' ? 'Elements without a type are' : `“${said}” is`} value={choices.kinds.get(key) ?? 'team'} onChange={(event) => onChange({ ...choices, kinds: new Map(choices.kinds).set(key, event.target.value as ElementKind) })}>
              {ELEMENT_KINDS.map((kind) => (
                <option key={kind.value} value={kind.value}>
                  {kind.title}
                </option>
              ))}
            </select>
          </Row>
        ))}
      </Meaning>
      <Meaning title="Organisations" head={['In the file', 'Becomes']}>
        {homes.map(({ key, said, count }) => (
          <Row key={key} said={said} count={counted(count, 'element')}>
            <select
              className="field"
              aria-label={`“${said}” becomes`}
              value={choices.noOrganisations.has(key) ? 'none' : 'new'}
              onChange={(event) => onChange({ ...choices, noOrganisations: new Set(event.target.value === 'none' ? [...choices.noOrganisations, key] : [...choices.noOrganisations].filter((one) => one !== key)) })}
            >
              <option value="new">An organisation</option>
              <option value="none">A fact, no organisation</option>
            </select>
          </Row>
        ))}
      </Meaning>
      <Meaning title="Ties" head={['In the file', 'Means']}>
        {ties.map(({ key, said: group, count }) => {
          const means = choices.meanings.get(key)
          const said = tieInWords(group)
          return (
            <Row key={key} said={said} count={counted(count, 'tie')}>
              <select
                className="field"
                aria-label={`“${said}” means`}
                value={MEANINGS.findIndex((one) => one.means.kind === means?.kind && one.means.sign === means.sign)}
                onChange={(event) => {
                  const next = MEANINGS[Number(event.target.value)]
                  if (next) onChange({ ...choices, meanings: new Map(choices.meanings).set(key, next.means) })
                }}
              >
                {MEANINGS.map(({ title }, i) => (
                  <option key={title} value={i}>
                    {title}
                  </option>
                ))}
              </select>
            </Row>
          )
        })}
      </Meaning>
    </>
  )
}

function tieInWords(group: string): string {
  if (group.startsWith(': ')) return group.slice(2)
  const sign = /[+\-?]$/.exec(group)?.[0]
  return `${group.startsWith('both ways') ? 'Both ways' : 'One way'}${sign === undefined ? '' : `, ${sign}`}`
}

function Meaning({ title, head, children }: { readonly title: string; readonly head: readonly [string, string]; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <table className="import-table is-meaning">
        <thead>
          <tr>
            <th scope="col">{head[0]}</th>
            <th scope="col">How many</th>
            <th scope="col">{head[1]}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function Row({ said, count, children }: { readonly said: string; readonly count: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{said}</th>
      <td>{count}</td>
      <td>{children}</td>
    </tr>
  )
}
