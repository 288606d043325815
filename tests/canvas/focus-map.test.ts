import { afterEach, beforeEach, expect, test } from 'vitest'
import { focusMap } from '../../src/canvas/focus-map.ts'

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
const part = (selector: string) => document.querySelector<HTMLElement>(selector)

beforeEach(() => {
  document.body.innerHTML = '<div data-zone="view" tabindex="-1"><div class="map-region"><div class="map-keys" tabindex="0"></div><input id="name"></div></div><input id="capture"><button id="begin">Begin</button>'
  part('#capture')?.focus()
})
afterEach(() => document.body.replaceChildren())

test('the map takes the focus from where it was asked for', async () => {
  focusMap()
  await frame()
  expect(document.activeElement).toBe(part('.map-keys'))
})

test.each([
  ['the place around the map', '[data-zone]', '.map-keys'],
  ['a sheet that a quick key opened', '#begin', '#begin'],
  ['a field on the map', '#name', '#name'],
])('%s that took the focus before the next frame: %s, then %s', async (_, taken, kept) => {
  focusMap()
  part(taken)?.focus()
  await frame()
  expect(part(kept)).not.toBeNull()
  expect(document.activeElement).toBe(part(kept))
})
