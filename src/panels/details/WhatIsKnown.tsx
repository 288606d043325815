import { Chip } from '../../controls/Chip.tsx'
import type { Facts, Names } from '../../model/records.ts'
import { namesOf } from '../../model/system-map.ts'
import { together } from '../../words/counts.ts'
import { isLink } from './FactsField.tsx'

const NONE: Names = new Map()

/** What is written down of an element or a tie, to be read: its description, other names, tags and facts. Nothing where there is nothing. */
export function WhatIsKnown({ description, aliases = NONE, tags = NONE, facts }: { readonly description: string; readonly aliases?: Names; readonly tags?: Names; readonly facts: Facts }) {
  const [also, tagged] = [namesOf(aliases), namesOf(tags)]
  return (
    <>
      {description !== '' && <p className="details-text">{description}</p>}
      {also.length > 0 && <p className="details-text">Also called {together(also)}.</p>}
      {tagged.length > 0 && (
        <ul className="details-chips" aria-label="Tags">
          {tagged.map((tag) => (
            <li key={tag}>
              <Chip>{tag}</Chip>
            </li>
          ))}
        </ul>
      )}
      {facts.size > 0 && (
        <dl className="details-known">
          {[...facts].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {isLink(value) ? (
                  <a className="details-link" href={String(value)} target="_blank" rel="noreferrer noopener">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
