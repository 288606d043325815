import { expect, it } from 'vitest'
import { invoke } from '../../src/commands/dispatch.ts'
import { session } from '../../src/session/session.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

const from = async (perspective: string, turn: 'next-perspective' | 'previous-perspective') => {
  openPage(sampleMap().map)
  session.setState({ reading: { version: null, perspective } })
  await invoke(turn)
  return session.getState().reading.perspective
}

it('From the voices together one turns to the first and the last of them, and from one view to the next of all', async () => {
  expect([await from('*', 'next-perspective'), await from('*', 'previous-perspective')]).toEqual(['CO', 'SC'])
  expect([await from('SC', 'next-perspective'), await from('CO', 'previous-perspective')]).toEqual(['RE', 'shared'])
})
