import { act, fireEvent, render, waitFor } from '@testing-library/react'
import { ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { expect, test } from 'vitest'
import { canvas, clearCanvas } from '../../src/canvas/canvas-store.ts'
import { keepScene } from '../../src/canvas/keep-scene.ts'
import { useCamera } from '../../src/canvas/use-camera.ts'
import type { Point } from '../../src/model/records.ts'
import { live } from '../../src/session/live.ts'
import { openPage } from '../support/page-map.ts'
import { sampleMap } from '../support/page-sample.ts'
import '../support/clean-page.ts'

function Camera() {
  useCamera()
  return <ReactFlow nodes={[]} />
}

const zoom = () => Number(/scale\((.+)\)/.exec(document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '')?.[1])

/** A layout has got so far: everything stands by so many times further apart. */
async function at(times: number): Promise<number> {
  const { map } = live.getState()
  if (!map) throw new Error('No map is open')
  const places = new Map([...map.positions].map(([id, [x, y]]): [string, Point] => [id, [x * times, y * times]]))
  const { scene } = canvas.getState()
  await act(async () => live.setState({ underway: { mapId: map.meta.mapId, places } }))
  await waitFor(() => expect(canvas.getState().scene).not.toBe(scene))
  await act(async () => {})
  return zoom()
}

test('A layout at work is watched whole from its first step, whatever key began it, until somebody looks closer', async () => {
  openPage(sampleMap().map)
  const stop = keepScene()
  render(<ReactFlowProvider><Camera /></ReactFlowProvider>)
  await act(async () => {})
  const whole = zoom()
  fireEvent.keyDown(document.body, { key: 's' })
  const twice = await at(2)
  expect(twice).toBeLessThan(whole * 0.6)
  expect(await at(4)).toBeLessThan(twice * 0.6)
  fireEvent.wheel(document.body)
  const kept = zoom()
  expect(await at(1.5)).toBe(kept)
  stop()
  clearCanvas()
})
