import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { coverWithBackground, placeBackground, scaleBackground } from '../../edits/background.ts'
import type { Background } from '../../model/records.ts'
import { PlaceFields } from './PlaceFields.tsx'

/** One step larger; as many steps smaller lead back. */
const STEP = 1.1

/** The picture beneath the map: where it lies and how large it is. Its proportions stay. */
export function BackgroundDetails({ background, disabled }: { readonly background: Background | null; readonly disabled: boolean }) {
  const choose = () => void invoke('background-picture')
  if (!background) {
    return (
      <section className="details-section">
        <h3>Background picture</h3>
        <p className="quiet-text">A plan or a photograph can lie beneath the map, dimmed. Drop one on the map, or choose it here.</p>
        <p className="details-many">
          <Button small disabled={disabled} onClick={choose}>
            Choose a picture…
          </Button>
        </p>
      </section>
    )
  }
  const { position: [x, y], size: [width, height] } = background
  return (
    <section className="details-section">
      <h3>Background picture</h3>
      <PlaceFields box={{ x, y, width, height }} disabled={disabled} onChange={(side, to) => dispatch('Place the background', (now) => placeBackground(now, { [side]: to }))} />
      <p className="details-many">
        <Button small disabled={disabled} onClick={() => dispatch('Place the background', (now) => scaleBackground(now, STEP))}>
          Larger
        </Button>
        <Button small disabled={disabled} onClick={() => dispatch('Place the background', (now) => scaleBackground(now, 1 / STEP))}>
          Smaller
        </Button>
        <Button small disabled={disabled} onClick={() => dispatch('Place the background', coverWithBackground)}>
          Cover the map
        </Button>
        <Button small disabled={disabled} onClick={choose}>
          Another picture…
        </Button>
        <Button small disabled={disabled} onClick={() => void invoke('background-remove')}>
          Remove
        </Button>
      </p>
    </section>
  )
}
