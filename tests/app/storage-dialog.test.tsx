import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { StorageDialog } from '../../src/app/StorageDialog.tsx'
import { ports, provide } from '../../src/commands/dispatch.ts'
import type { RecoveryPoint } from '../../src/commands/ports.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

test('earlier states say when, how much and why, and each opens as a copy', async () => {
  openPage(sampleMap().map)
  const opened: RecoveryPoint[] = []
  const points = [
    { id: 7, at: new Date(2016, 4, 19, 10, 4).getTime(), words: 'While editing', elements: 12 },
    { id: 3, at: new Date(2016, 4, 18, 9, 30).getTime(), words: 'On opening', elements: 1 },
  ]
  provide({ ...ports(), maps: { ...ports().maps, recoveryPoints: async () => points, openPoint: async (point) => (opened.push(point), 'copy') } })
  render(<StorageDialog />)
  const rows = await screen.findAllByRole('listitem', { hidden: true })
  expect(rows.map((row) => row.textContent)).toEqual([
    '19 May 2016, 10:0412 elements · kept while editingOpen as a copy',
    '18 May 2016, 09:301 element · kept on openingOpen as a copy',
  ])
  await userEvent.setup().click(screen.getByRole('button', { name: 'Open as a copy: 18 May 2016, 09:30', hidden: true }))
  expect(opened).toEqual([points[1]])
})

test('nothing is listed where nothing earlier is kept', async () => {
  openPage(sampleMap().map)
  render(<StorageDialog />)
  expect(screen.queryByText('Earlier states of this map')).toBeNull()
})
