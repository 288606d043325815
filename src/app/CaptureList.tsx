import type { Segment } from '../capture/intent.ts'
import type { Slot } from '../model/kinds.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { KeyCap } from '../controls/KeyCap.tsx'

export interface CaptureRow {
  readonly id: string
  readonly words: readonly Segment[]
  readonly detail: string
  readonly glyph: Slot | null
  readonly keyCap?: string
  readonly accept: () => void
}

/** What the line may go on to say, above the bar, over the letter `at` where the word begins. The field keeps the focus. */
export function CaptureList({ id, at, rows, chosen, onPoint }: { readonly id: string; readonly at: number; readonly rows: readonly CaptureRow[]; readonly chosen: CaptureRow | undefined; readonly onPoint: (row: CaptureRow) => void }) {
  return (
    <ul className="capture-list" id={id} role="listbox" aria-label="Completions" style={{ left: `max(0px, min(${at}ch, 100% - 330px))` }}>
      {rows.map((row, i) => (
        <li
          key={row.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={row === chosen}
          onPointerMove={() => row !== chosen && onPoint(row)}
          onPointerDown={(event) => {
            event.preventDefault()
            row.accept()
          }}
        >
          {row.glyph !== null && <Glyph slot={row.glyph} />}
          <span className="capture-words">
            {row.words.map((segment, n) => (segment.strong ? <b key={n}>{segment.text}</b> : <span key={n}>{segment.text}</span>))}
          </span>
          <span className="capture-detail">{row.detail}</span>
          {row === chosen && <KeyCap of={row.keyCap ?? 'Tab'} />}
        </li>
      ))}
    </ul>
  )
}
