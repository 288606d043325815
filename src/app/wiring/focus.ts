import { session, type FocusZone } from '../../session/session.ts'

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'
const left = new WeakMap<Element, HTMLElement>()

const isSeen = (element: HTMLElement) => element.checkVisibility?.() ?? true

/** Where focus lands in a zone: where it was left, on the map its own place, else the first thing that takes it. */
function enter(zone: HTMLElement): void {
  const last = left.get(zone)
  const map = zone.querySelector<HTMLElement>('[aria-label="Map"] .element[tabindex="0"], [aria-label="Map"] .map-keys')
  const first = [...zone.querySelectorAll<HTMLElement>(focusable)].find((element) => element.tabIndex >= 0 && isSeen(element))
  const to = last?.isConnected && isSeen(last) ? last : (map ?? first ?? zone)
  if (to === zone) zone.tabIndex = -1
  to.focus()
}

function go(to: FocusZone): void {
  if (to === 'seen by') {
    document.getElementById('seen-by')?.click()
    return
  }
  const zones = [...document.querySelectorAll<HTMLElement>('[data-zone]')].filter(isSeen)
  if (to === 'next' || to === 'previous') {
    const at = zones.findIndex((zone) => zone.contains(document.activeElement))
    const step = to === 'next' ? 1 : -1
    const zone = zones[at < 0 ? (step > 0 ? 0 : zones.length - 1) : (at + step + zones.length) % zones.length]
    if (zone) enter(zone)
    return
  }
  if (to === 'capture') document.querySelector<HTMLInputElement>('[data-zone="capture"] input')?.focus()
  const view = to === 'map' ? zones.find((zone) => zone.dataset['zone'] === 'view') : undefined
  if (view) enter(view)
}

/** Sends the focus where the session asks for it, once what was asked for together with it has been drawn. */
export function wireFocus(): void {
  document.addEventListener('focusin', (event) => {
    const zone = event.target instanceof HTMLElement ? event.target.closest('[data-zone]') : null
    if (zone && event.target instanceof HTMLElement) left.set(zone, event.target)
  })
  session.subscribe((now, before) => {
    if (now.focus !== before.focus) requestAnimationFrame(() => go(now.focus.zone))
  })
}
