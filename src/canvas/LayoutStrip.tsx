import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { Segments } from '../controls/Segments.tsx'
import { Tick } from '../controls/Tick.tsx'
import { ARRANGEMENTS } from '../layout/layouts.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { canvas } from './canvas-store.ts'
import './LayoutStrip.css'

const choices = ARRANGEMENTS.map(({ id, short }) => ({ value: id as string, title: short }))

const keep = () => void invoke('keep-layout')
const putBack = () => void invoke('put-back-layout')
const show = (layout: string, isOnly: boolean) => void invoke(isOnly ? `${layout}-selection` : layout)

/** Says what the layout on screen would do, keeps it, puts it back, and goes on to another one. */
export function LayoutStrip() {
  const preview = useSession((state) => state.preview)
  return preview && <Strip layout={preview.layout} words={preview.words} picture={preview.picture} only={preview.only?.length ?? null} />
}

function Strip({ layout, words, picture, only }: { readonly layout: string; readonly words: string; readonly picture: string; readonly only: number | null }) {
  const strip = useRef<HTMLDivElement>(null)
  const elements = useLive((state) => state.map?.elements)
  const selected = useSession((state) => state.selection)
  const chosen = selected.filter((id) => elements?.has(id)).length

  useEffect(() => {
    const last = document.activeElement
    // A line that is half typed keeps the focus.
    if ((last instanceof HTMLTextAreaElement || (last instanceof HTMLInputElement && last.type === 'text')) && last.value !== '') return
    strip.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [])

  useLayoutEffect(() => {
    const element = strip.current
    if (!element) return undefined
    const measure = () => canvas.setState({ covered: element.offsetTop + element.offsetHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
      canvas.setState({ covered: 0 })
    }
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
    if (event.key === 'Escape') putBack()
    else if (event.key === 'Enter' && !isOnButton) keep()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={strip} className="layout-strip" role="group" aria-label="Layout" tabIndex={-1} onKeyDown={onKeyDown}>
      <p>
        {words}
        {picture !== '' && <span className="layout-strip-picture">{picture}</span>}
      </p>
      <Segments label="Layout" name="layout" choices={choices} value={layout} onChange={(next) => show(next, only !== null)} />
      {(only ?? chosen) > 1 && (
        <Tick isOn={only !== null} onChange={(isOn) => show(layout, isOn)}>
          Only the {only ?? chosen} selected
        </Tick>
      )}
      {ARRANGEMENTS.some(({ id, canVary }) => id === layout && canVary) && (
        <Button small onClick={() => show(layout, only !== null)}>
          Try again
        </Button>
      )}
      <span className="layout-strip-ends">
        <Button small look="primary" keyCap="Enter" onClick={keep}>
          Keep
        </Button>
        <Button small keyCap="Esc" onClick={putBack}>
          Put back
        </Button>
      </span>
    </div>
  )
}
