import { Button } from '../../controls/Button.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { Press, Show } from './hands.ts'

/** The keys of a show of fingers, and the same by a press. */
export function FingerKeys({ asks, isBlind, onBlind, onPress, onClose }: { readonly asks: Show['asks']; readonly isBlind: boolean; readonly onBlind: (isBlind: boolean) => void; readonly onPress: (press: Press) => void; readonly onClose: () => void }) {
  return (
    <>
      <span className="for-keys">
        <KeyCap of={asks === 'strength' ? '0' : '1'} />–<KeyCap of="5" /> {asks === 'strength' ? 'strength' : 'quality, with thumbs'}
      </span>
      <Button small look="quiet" keyCap="-" onClick={() => onPress({ is: 'hand', value: null })}>
        Not said
      </Button>
      <Button small look="quiet" keyCap="*" title="They differ among themselves" onClick={() => onPress({ is: 'split' })}>
        They differ
      </Button>
      <Button small look="quiet" keyCap="⌫" onClick={() => onPress({ is: 'back' })}>
        Back
      </Button>
      <Button small look="quiet" keyCap="↑" onClick={() => onPress({ is: 'previous' })}>
        Last tie
      </Button>
      <Button small look="quiet" keyCap="↓" onClick={() => onPress({ is: 'next' })}>
        Next tie
      </Button>
      <Button small look="quiet" keyCap="Q" aria-pressed={asks === 'quality'} onClick={() => onPress({ is: 'quality' })}>
        {asks === 'strength' ? 'Quality' : 'Strength'}
      </Button>
      <Tick isOn={isBlind} onChange={onBlind}>
        Hide until all are in
      </Tick>
      <span className="grow" />
      <Button small keyCap="Esc" onClick={onClose}>
        End
      </Button>
    </>
  )
}
