import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ReactFlowProvider } from '@xyflow/react'
import { afterEach, expect, test } from 'vitest'
import { WipeOver } from '../../src/canvas/OtherSide.tsx'
import { session } from '../../src/session/session.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

afterEach(cleanup)

/** What is over the map, and the names over it from left to right, with the handle a quarter of the way. */
async function wiped(isOtherFirst: boolean) {
  openPage(sampleMap().map)
  session.setState({ reading: { version: null, perspective: 'shared' }, compared: { version: null, perspective: 'vision' } })
  const { container } = render(<ReactFlowProvider><WipeOver isOtherFirst={isOtherFirst} /></ReactFlowProvider>)
  const clip = () => container.querySelector<HTMLElement>('.wipe-sheet')?.style.clipPath
  const halves = clip()
  await userEvent.setup().click(screen.getAllByRole('button')[0] as HTMLElement)
  return { names: screen.getAllByRole('button').map(({ textContent }) => textContent), halves, leftWhole: clip(), said: screen.getByRole('slider').getAttribute('aria-valuetext') }
}

test('What comes first stands at the left of the handle, as it does beside the map: then before now, and now before a vision', async () => {
  expect(await wiped(true)).toEqual({ names: ['Vision for April 2018', 'The shared picture'], halves: 'inset(0 50% 0 0)', leftWhole: 'inset(0 0% 0 0)', said: '100% Vision for April 2018' })
  cleanup()
  expect(await wiped(false)).toEqual({ names: ['The shared picture', 'Vision for April 2018'], halves: 'inset(0 0 0 50%)', leftWhole: 'inset(0 0 0 100%)', said: '100% The shared picture' })
})
