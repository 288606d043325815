import { ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import type { Version } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { inTime } from '../../reading/axis.ts'
import { compareWith } from '../../session/look.ts'
import { session } from '../../session/session.ts'
import { spokenDate } from '../../words/dates.ts'

async function since(card: Version): Promise<void> {
  await ports().maps.contentOf(card)
  compareWith({ ...session.getState().reading, version: card.id })
}

/** What change is measured from, where nothing is compared yet. */
export function SinceWhich({ map, shown }: { readonly map: SystemMap; readonly shown: string | null }) {
  const versions = inTime(map).filter((id) => id !== shown).flatMap((id) => map.versions.get(id) ?? [])
  return (
    <div className="matrix-empty">
      <h3>Change since when?</h3>
      {versions.length === 0 ? (
        <p>No other version is kept yet. Save one with Ctrl S, and from then on this shows what has moved.</p>
      ) : (
        <>
          <p>Choose the version to compare with.</p>
          <p className="matrix-choices">
            {versions.map((card) => (
              <Button key={card.id} onClick={() => void since(card)}>
                {card.name || 'Version'}, {spokenDate(card.date)}
              </Button>
            ))}
          </p>
        </>
      )}
    </div>
  )
}
