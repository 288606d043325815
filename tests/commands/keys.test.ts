import { describe, expect, it } from 'vitest'
import { capsOf, isPress, isSingleKey, type KeyPress } from '../../src/commands/keys.ts'

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', mod: false, alt: false, shift: false, ...rest })

describe('A written key', () => {
  it('is a letter in either case, without the keys that it does not name', () => {
    expect(isPress('s', press('s'))).toBe(true)
    expect(isPress('s', press('S'))).toBe(true)
    expect(isPress('s', press('S', { shift: true }))).toBe(false)
    expect(isPress('s', press('s', { mod: true }))).toBe(false)
    expect(isPress('$mod+s', press('s', { mod: true }))).toBe(true)
    expect(isPress('$mod+Shift+z', press('Z', { mod: true, shift: true }))).toBe(true)
    expect(isPress('$mod+z', press('Z', { mod: true, shift: true }))).toBe(false)
  })

  it('is punctuation whether or not the keyboard needs Shift for it', () => {
    expect(isPress('?', press('?', { shift: true }))).toBe(true)
    expect(isPress('?', press('?'))).toBe(true)
    expect(isPress('=', press('=', { shift: true }))).toBe(true)
  })

  it('is a digit by its position where Alt or Shift change what it types', () => {
    expect(isPress('Alt+Digit3', press('™', { code: 'Digit3', alt: true }))).toBe(true)
    expect(isPress('Alt+Digit3', press('3', { code: 'Digit4', alt: true }))).toBe(false)
    expect(isPress('Shift+Digit0', press(')', { code: 'Digit0', shift: true }))).toBe(true)
    expect(isPress('0', press('0', { code: 'Digit0' }))).toBe(true)
    expect(isPress('Shift+Digit0', press('0', { code: 'Digit0' }))).toBe(false)
  })

  it('works on the map alone unless it has a modifier or is a function key', () => {
    expect(['n', '?', 'Delete', 'Enter', 'Shift+Digit0'].every(isSingleKey)).toBe(true)
    expect(['$mod+k', 'Alt+Digit1', 'F6', 'Shift+F6'].some(isSingleKey)).toBe(false)
  })

  it('is shown as the caps of this keyboard', () => {
    expect(capsOf('$mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(capsOf('$mod+k', true)).toEqual(['⌘', 'K'])
    expect(capsOf('Alt+Digit1', false)).toEqual(['Alt', '1'])
    expect(capsOf('ArrowLeft', false)).toEqual(['←'])
  })
})
