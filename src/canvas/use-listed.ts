import { useEffect, type RefObject } from 'react'
import { canvas } from './canvas-store.ts'
import { STANDING } from './standing-there.ts'

/** Keeps whether one is at work in the list or on the cards, so that the focus comes back to where it was from boxes and dialogs. */
export function useListed(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const put = (isListed: boolean) => canvas.getState().isListed !== isListed && canvas.setState({ isListed })
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      if (list.current?.contains(target)) put(true)
      else if (target.matches(`${STANDING}, .map-keys`)) put(false)
    }
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest('.react-flow') !== null) put(false)
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress, true)
      put(false)
    }
  }, [list])
}
