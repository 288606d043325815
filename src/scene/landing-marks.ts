import { measured } from '../boxes/boxes.ts'
import type { ElementKind, Slot } from '../model/kinds.ts'
import { cardMarks } from './cards.ts'
import type { Mark } from './marks.ts'

/** The card of an element that is not there yet, about its centre: its own shape and band, its outline dotted. */
export function landingMarks(name: string, kind: ElementKind, slot: Slot | null, scale: number): readonly Mark[] {
  const marks = cardMarks({ kind, slot, box: measured(name, kind), state: 'plain', isSelected: false, isPinned: false, scale })
  return marks.map((mark) => (mark.is === 'path' && mark.part === 'outline' ? { ...mark, width: 1.75 * scale, dash: [0.1, 4 * scale], cap: 'round' } : mark))
}
