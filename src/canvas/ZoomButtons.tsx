import { useRef, useState, type KeyboardEvent } from 'react'
import { invoke } from '../commands/dispatch.ts'
import { useSession } from '../session/hooks.ts'
import { session } from '../session/session.ts'
import type { Camera } from './use-camera.ts'
import './ZoomButtons.css'

/** For those who neither wheel nor pinch: one stop for Tab after the elements, the arrows go along it. */
export function ZoomButtons({ camera, hasMinimap }: { readonly camera: Camera; readonly hasMinimap: boolean | null }) {
  const choosing = useSession((state) => state.choosing)
  const [stop, setStop] = useState(0)
  const row = useRef<HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp' && hasMinimap) {
      event.preventDefault()
      event.stopPropagation()
      return row.current?.closest('.map-region')?.querySelector<HTMLElement>('.minimap')?.focus()
    }
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])]
    const next = (stop + by + buttons.length) % buttons.length
    setStop(next)
    buttons[next]?.focus()
  }
  const buttons = [
    { name: 'Choose by dragging', title: 'Choose several: press each, or drag round them (J)', d: 'M3 3H7M9 3H11M13 3V7M13 9V11M3 5V9M3 11V13H5M7 13H9M12 16L9.5 9.5L16 12L13 13Z', run: () => void invoke('choose-several'), isOn: choosing === 'rectangle' },
    { name: 'Choose by drawing round', title: 'Choose several: press each, or draw a line round them', d: 'M7 12.5C3.5 12 2 9.5 2.5 7C3.2 3.8 7 2.3 10 2.8C13.500 3.4 15.500 5.500 15.200 7.600M7 12.500C5.500 13 5.300 14.500 6.300 15.300M12 16L9.5 9.5L16 12L13 13Z', run: () => void invoke('choose-by-lasso'), isOn: choosing === 'lasso' },
    { name: 'Zoom in', title: 'Zoom in', d: 'M9 4V14M4 9H14', run: () => camera.zoomBy(1.3) },
    { name: 'Zoom out', title: 'Zoom out', d: 'M4 9H14', run: () => camera.zoomBy(1 / 1.3) },
    { name: 'Show all of the map', title: 'Show all (Z)', d: 'M3 7V3H7M11 3H15V7M15 11V15H11M7 15H3V11', run: () => camera.fitAll(true) },
    ...(hasMinimap === null ? [] : [{ name: 'Minimap', title: 'All of the map in small (arrow up goes to it)', d: 'M2.500 3.500H15.500V14.500H2.500ZM8.500 8.500H13.500V12.500H8.500Z', run: () => session.setState({ minimap: !hasMinimap }), isOn: hasMinimap }]),
  ]
  return (
    <div ref={row} className="zoom-buttons" role="toolbar" tabIndex={-1} aria-label="View of the map" onKeyDown={onKeyDown}>
      {buttons.map(({ name, title, d, run, isOn }, i) => (
        <button key={name} type="button" tabIndex={i === stop ? 0 : -1} aria-label={name} title={title} aria-pressed={isOn} onFocus={() => setStop(i)} onClick={run}>
          <Sign d={d} />
        </button>
      ))}
    </div>
  )
}

function Sign({ d }: { readonly d: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
