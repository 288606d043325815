import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { live } from '../../src/session/live.ts'
import { preferences } from '../../src/session/preferences.ts'
import { select, session } from '../../src/session/session.ts'
import { invoke } from '../../src/commands/dispatch.ts'
import '../support/clean-page.ts'
import { namesOnMap, openApp, openMap } from './open-app.ts'

function Page() {
  return (
    <>
      <button type="button">Elsewhere</button>
      <input aria-label="Field" defaultValue="" />
      <section aria-label="Map">
        <div className="element" tabIndex={0} data-testid="element" />
        <input aria-label="Name" />
        <button type="button">On the map</button>
      </section>
    </>
  )
}

/** Presses a key on an element; gives whether the page took it. */
const press = (element: Element, key: string, more: object = {}) => !fireEvent.keyDown(element, { key, ...more })
const onMap = () => screen.getByTestId('element')

describe('Keys', () => {
  beforeEach(async () => {
    // happy-dom says AltGraph of every Alt.
    KeyboardEvent.prototype.getModifierState = () => false
    await openApp()
    render(<Page />)
  })

  it('with a modifier work anywhere', () => {
    expect(press(screen.getByLabelText('Field'), 'k', { ctrlKey: true })).toBe(true)
    expect(session.getState().dialog?.name).toBe('Commands')
  })

  it('alone work on the map and nowhere else', () => {
    expect(press(screen.getByText('Elsewhere'), 't')).toBe(false)
    expect(press(screen.getByLabelText('Name'), 't')).toBe(false)
    expect(session.getState().view).toBe('map')
    expect(press(onMap(), 't')).toBe(true)
    expect(session.getState().view).toBe('table')
  })

  it('alone can be switched off, those with a modifier stay', () => {
    preferences.setState({ singleKeys: false })
    expect(press(onMap(), 't')).toBe(false)
    expect(press(onMap(), 'e', { ctrlKey: true })).toBe(true)
    expect(session.getState().dialog?.name).toBe('Export')
  })

  it('wait while a dialog is open', () => {
    session.setState({ dialog: { name: 'Keys' } })
    expect(press(onMap(), 't')).toBe(false)
    expect(press(onMap(), 'e', { ctrlKey: true })).toBe(false)
  })

  it('are left to a button on the map where they press it', () => {
    const [first] = openMap().elements.keys()
    select(first === undefined ? [] : [first])
    expect(press(screen.getByText('On the map'), 'Enter')).toBe(false)
    expect(press(onMap(), 'Enter')).toBe(true)
    expect(session.getState().renaming).toBe(first)
  })

  it('choose the organisation of the next one by their position', () => {
    expect(press(screen.getByLabelText('Field'), '£', { altKey: true, code: 'Digit3' })).toBe(true)
    const name = openMap().organisations.get(session.getState().organisation ?? '')?.name
    expect(name).toBe([...openMap().organisations.values()].sort((a, b) => a.order - b.order)[2]?.name)
  })

  it('leave undo to a field that has words in it', () => {
    const [first] = openMap().elements.keys()
    select(first === undefined ? [] : [first])
    press(onMap(), '.')
    expect(live.getState().undo).toHaveLength(1)
    const field = screen.getByLabelText<HTMLInputElement>('Field')
    field.value = 'half a word'
    expect(press(field, 'z', { ctrlKey: true })).toBe(false)
    field.value = ''
    expect(press(field, 'z', { ctrlKey: true })).toBe(true)
    expect(live.getState().undo).toHaveLength(0)
  })

  it('take what is chosen off the map, and give it back', async () => {
    const [first] = openMap().elements.values()
    const before = namesOnMap()
    select(first ? [first.id] : [])
    expect(press(onMap(), 'Delete')).toBe(true)
    expect(namesOnMap()).toEqual(before.filter((name) => name !== first?.name))
    expect(session.getState().toast?.words).toContain(first?.name)
    await invoke('undo')
    expect(namesOnMap()).toEqual(before)
    expect(session.getState().selection).toEqual([first?.id])
  })

  it('that type a character with AltGr are that character', () => {
    const event = new KeyboardEvent('keydown', { key: '\\', ctrlKey: true, altKey: true, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
    onMap().dispatchEvent(event)
    expect(session.getState().panelsHidden).toBe(true)
  })
})
