import { session, type FocusZone, type ViewName } from '../../session/session.ts'

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'
/** The place that takes the focus in each view: what Tab reaches where it is one stop, on the map an element, note or area, else the map itself. */
const STOPS: Readonly<Partial<Record<ViewName, string>>> = {
  map: '[aria-label="Map"] :is(.element, .note, .area)[tabindex="0"], [aria-label="Map"] .map-keys',
  matrix: '.matrix-table [tabindex="0"]',
  grid: '.grid-mark[tabindex="0"]',
  // A letter would be typed into a cell: keys come to the whole first, from where arrows go in.
  table: '.table-view',
}
const stopOf = (within: ParentNode) => within.querySelector<HTMLElement>(STOPS[session.getState().view] ?? ':not(*)')
const left = new WeakMap<Element, HTMLElement>()

const isSeen = (element: HTMLElement) => element.checkVisibility?.() ?? true

/** Where focus lands in a zone: where it was left, on the map its own place, else the first thing that takes it. */
function enter(zone: HTMLElement): void {
  const last = left.get(zone)
  const map = stopOf(zone)
  const first = [...zone.querySelectorAll<HTMLElement>(focusable)].find((element) => element.tabIndex >= 0 && isSeen(element))
  const to = last?.isConnected && isSeen(last) ? last : (map ?? first ?? zone)
  if (to === zone) zone.tabIndex = -1
  to.focus()
}

/** Gives whether what was asked for is on the page. */
function go(to: FocusZone): boolean {
  if (to === 'seen by') {
    const button = document.getElementById('seen-by')
    button?.click()
    return button !== null
  }
  if (to === 'find in table') {
    const field = document.querySelector<HTMLElement>('.table-find')
    field?.focus()
    return field !== null
  }
  if (to === 'new action' || to === 'new reflection') {
    const field = document.getElementById(to.replace(' ', '-'))
    field?.focus()
    return field !== null
  }
  if (to === 'talk') {
    const list = document.querySelector<HTMLElement>('[data-talk]')
    list?.focus()
    return list !== null
  }
  const zones = [...document.querySelectorAll<HTMLElement>('[data-zone]')].filter(isSeen)
  if (to === 'next' || to === 'previous') {
    // The last of them: one zone may stand within another.
    const at = zones.findLastIndex((zone) => zone.contains(document.activeElement))
    const step = to === 'next' ? 1 : -1
    const zone = zones[at < 0 ? (step > 0 ? 0 : zones.length - 1) : (at + step + zones.length) % zones.length]
    if (zone) enter(zone)
    return zone !== undefined
  }
  const place = to === 'capture' ? document.querySelector<HTMLElement>('[data-zone="capture"] input') : zones.find((zone) => zone.dataset['zone'] === 'view')
  if (!place) return false
  if (to === 'map' && STOPS[session.getState().view] !== undefined && !stopOf(document)) {
    // The map is still being fetched: its place takes the keys until it is there.
    place.tabIndex = -1
    place.focus()
    return false
  }
  if (to === 'capture') place.focus()
  else enter(place)
  return true
}

/** Milliseconds until a part of the page that was asked for together with the focus has surely been drawn. */
const DRAWN_WITHIN = 2000

/** Counts what people write and press: a focus that comes late never takes the words from under their hands. */
let touches = 0

/** At once where it can be, so that the next key already goes there; else as soon as the place has been drawn. */
function goSoon(to: FocusZone, count: number, until: number, touched = touches): void {
  if (touches !== touched || session.getState().focus.count !== count || go(to) || performance.now() > until) return
  requestAnimationFrame(() => goSoon(to, count, until, touched))
}

/** Sends the focus where the session asks for it. */
export function wireFocus(): void {
  document.addEventListener('focusin', (event) => {
    const zone = event.target instanceof HTMLElement ? event.target.closest('[data-zone]') : null
    if (zone && zone !== event.target && event.target instanceof HTMLElement) left.set(zone, event.target)
  })
  for (const type of ['beforeinput', 'pointerdown']) document.addEventListener(type, () => touches++, true)
  session.subscribe((now, before) => {
    if (now.focus !== before.focus) goSoon(now.focus.zone, now.focus.count, performance.now() + DRAWN_WITHIN)
  })
}
