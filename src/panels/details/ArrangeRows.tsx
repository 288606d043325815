import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { ARRANGEMENTS } from '../../edits/arrange.ts'

const GROUPS = [...new Set(ARRANGEMENTS.map(({ group }) => group))]

/** Ways to put what is chosen in order, from the one list of them. */
export function ArrangeRows({ count, disabled }: { readonly count: number; readonly disabled: boolean }) {
  return (
    <section className="details-section">
      <h3>Arrange</h3>
      {GROUPS.map((group) => (
        <div key={group} className="arrange-row" role="group" aria-label={group}>
          <span aria-hidden="true">{group}</span>
          <div>
            {ARRANGEMENTS.filter((one) => one.group === group).map(({ id, title, short, least }) => (
              <Button key={id} small aria-label={title} title={title} disabled={disabled || count < least} onClick={() => void invoke(id)}>
                {short}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <div className="arrange-row">
        <span />
        <div>
          <Button small disabled={disabled} onClick={() => void invoke('no-overlaps')}>
            No overlaps
          </Button>
        </div>
      </div>
    </section>
  )
}
