import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { WordsBox } from '../../src/canvas/WordsBox.tsx'
import { fieldDrafts } from '../../src/session/field-drafts.ts'
import '../support/clean-page.ts'

let kept: string[] = []
let given = 0

function open(start = 'Ask them') {
  const box = <WordsBox label="Note" start={start} draft="key" left={0} top={0} width={200} least={0} size={14} onKeep={(words) => void kept.push(words)} onDrop={() => given++} />
  return render(box)
}
const area = () => screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement
const types = (text: string) => fireEvent.change(area(), { target: { value: text } })

beforeEach(() => {
  kept = []
  given = 0
  act(() => fieldDrafts.setState(new Map(), true))
})

test('what is typed is a draft until it is kept: by leaving, by Tab, by Control and Enter', () => {
  for (const leave of [() => fireEvent.blur(area()), () => fireEvent.keyDown(area(), { key: 'Tab' }), () => fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true })]) {
    const { unmount } = open()
    types('Ask them\nby ten')
    expect(fieldDrafts.getState().get('key')).toBe('Ask them\nby ten')
    leave()
    expect(kept.splice(0)).toEqual(['Ask them\nby ten'])
    expect(fieldDrafts.getState().has('key')).toBe(false)
    unmount()
  }
  expect(kept).toEqual([])
})

test('Enter begins another line, and Escape leaves the words as they were', () => {
  open()
  types('Ask')
  expect(fireEvent.keyDown(area(), { key: 'Enter' })).toBe(true)
  expect(kept).toEqual([])
  fireEvent.keyDown(area(), { key: 'Escape' })
  fireEvent.blur(area())
  expect([kept, given]).toEqual([[], 1])
  expect(fieldDrafts.getState().has('key')).toBe(false)
})

test('a draft from before stands in the box again', () => {
  act(() => fieldDrafts.setState(new Map([['key', 'Half a sen']]), true))
  open()
  expect(area().value).toBe('Half a sen')
})

test('what is being typed is kept where the map goes away under it, and untouched words are left alone', () => {
  const typed = open()
  types('Ask the ward')
  typed.unmount()
  expect(kept).toEqual(['Ask the ward'])
  open().unmount()
  expect(kept).toHaveLength(1)
})
