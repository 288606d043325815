import type { Understanding } from '../capture/intent.ts'
import { Glyph } from '../controls/Glyph.tsx'
import { useLive } from '../session/hooks.ts'
import { isHardlyBegun } from './typed-examples.ts'

/** What the line was understood as, in words, on its own fixed line: nothing jumps while typing. `command` is what `/` would run; null: nothing. */
export function CapturePreview({ id, understood, command }: { readonly id: string; readonly understood: Understanding | null; readonly command: string | null | undefined }) {
  const isAtRisk = useLive((l) => l.save.is === 'not saved' || l.save.is === 'memory only')
  const isNew = useLive((l) => isHardlyBegun(l.map))
  return (
    <p className="capture-preview" id={id}>
      <Words understood={understood} command={command} empty={isAtRisk ? <>You can keep typing. Nothing is thrown away while this tab is open.</> : isNew ? START : REST} />
    </p>
  )
}

const START = (
  <>
    Type a name and press <b>Enter</b>. For example <b>Ward sister</b>, or <b>Ward -&gt; Care brokerage: daily call</b>
  </>
)
const REST = (
  <>
    A name, or <b>A -&gt; B</b>. <b>!</b> an action, <b>?</b> a reflection, <b>/</b> a command
  </>
)

function Words({ understood, command, empty }: { readonly understood: Understanding | null; readonly command: string | null | undefined; readonly empty: React.ReactNode }) {
  if (!understood || understood.line.trim() === '') return empty
  if (command === null) {
    const words = understood.line.trim().slice(1).trim()
    return words === '' ? 'A command, by its first letters.' : <span className="capture-problem">No command goes by “{words}”.</span>
  }
  if (command !== undefined) return <b>{command}</b>
  if (understood.problems.length > 0) return <span className="capture-problem">{understood.problems.join(' ')}</span>
  return (
    <>
      {understood.preview.map((segment, i) => (
        <span key={i} className={segment.strong ? 'is-strong' : undefined}>
          {segment.glyph !== undefined && <Glyph slot={segment.glyph} />}
          {segment.text}
        </span>
      ))}
      {understood.hint !== null && <em>{understood.hint}</em>}
    </>
  )
}
