import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Glyph, SIGNS, type GlyphSlot } from '../../src/controls/Glyph.tsx'
import { SLOTS } from '../../src/model/kinds.ts'
import { glyphOf } from '../../src/scene/glyphs.ts'
import '../support/clean-page.ts'

it('An organisation has the same sign beside its name as on the map', () => {
  for (const { value } of SLOTS) expect(SIGNS[value as GlyphSlot], String(value)).toBe(glyphOf(value, 4.4).d)
  expect(Object.keys(SIGNS)).toHaveLength(SLOTS.length)
})

it('A sign is not read out: the name stands beside it', () => {
  const { container } = render(<Glyph slot={3} />)
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})
