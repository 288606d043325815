import { invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { Chip } from '../controls/Chip.tsx'
import { withoutClause } from '../reading/filter.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { momentOf } from '../session/moment.ts'
import { bringIntoSight, say, session } from '../session/session.ts'
import { shownOf } from '../session/shown.ts'
import { clauseWords, shownCounts } from '../words/filter-words.ts'
import './FilterStrip.css'

/** Says what a filter leaves of the map, in every view, and takes it off again condition by condition or all at once. */
export function FilterStrip() {
  const filter = useSession((s) => s.filter)
  const reading = useSession((s) => s.reading)
  // What is far apart, or not seen, depends on whose answers are asked for.
  useSession((s) => s.voices)
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const moment = map && momentOf(map, contents, reading)
  const shown = map && moment && shownOf(map, moment, reading.perspective, filter)
  if (!shown || !moment) return null
  return (
    <section className="filter-strip" aria-label="Filter">
      <span className="filter-only">Only</span>
      <span className="filter-chips">
        {filter.map((clause) => {
          const words = clauseWords(moment, clause)
          return (
            <Chip
              key={words}
              onRemove={() => {
                session.setState({ filter: withoutClause(filter, clause) })
                bringIntoSight()
                say(`No longer only ${words}.`)
              }}
              removeLabel={`Not only ${words}`}
            >
              <span className="filter-words">{words}</span>
            </Chip>
          )
        })}
      </span>
      <span className="filter-counts">{shownCounts(moment, shown)}</span>
      <Button small look="quiet" onClick={() => session.setState({ dialog: { name: 'Filter' } })}>
        Change
      </Button>
      <Button small keyCap="A" onClick={() => void invoke('show-all')}>
        Show all
      </Button>
    </section>
  )
}
