import './Glyph.css'

export type GlyphSlot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'partner' | 'people' | 'shared'

/** An organisation's sign by its slot, decorative: the name always stands beside it. Solid, it sits on a block of the organisation's colour. */
export function Glyph({ slot, size = 12, solid = false }: { readonly slot: GlyphSlot; readonly size?: number; readonly solid?: boolean }) {
  const isLine = typeof slot !== 'number'
  return (
    <svg className={`glyph slot-${slot}${solid ? ' is-solid' : ''}`} width={size} height={size} viewBox={solid ? '-12 -12 24 24' : '-6 -6 12 12'} aria-hidden="true">
      {solid && <rect className="glyph-block" x="-12" y="-12" width="24" height="24" rx="3.2" />}
      <path className={isLine ? 'glyph-line' : 'glyph-fill'} d={SIGNS[slot]} />
    </svg>
  )
}

/** The map's own signs (`scene/glyphs.ts`) at a radius of 4.4; a test holds the two together. */
export const SIGNS: { readonly [S in GlyphSlot]: string } = {
  1: 'M0 -5.02L5.02 0L0 5.02L-5.02 0Z',
  2: 'M-4.4 0C-4.4 -2.43 -2.43 -4.4 0 -4.4C2.43 -4.4 4.4 -2.43 4.4 0C4.4 2.43 2.43 4.4 0 4.4C-2.43 4.4 -4.4 2.43 -4.4 0Z',
  3: 'M-3.96 -3.96L3.96 -3.96L3.96 3.96L-3.96 3.96Z',
  4: 'M0 -4.88L4.88 3.78L-4.88 3.78Z',
  5: 'M0 4.88L-4.88 -3.78L4.88 -3.78Z',
  6: 'M-1.58 -4.84L1.58 -4.84L1.58 -1.58L4.84 -1.58L4.84 1.58L1.58 1.58L1.58 4.84L-1.58 4.84L-1.58 1.58L-4.84 1.58L-4.84 -1.58L-1.58 -1.58Z',
  7: 'M0 -5.15L1.34 -1.5L5.23 -1.35L2.18 1.06L3.23 4.8L0 2.64L-3.23 4.8L-2.18 1.06L-5.23 -1.35L-1.34 -1.5Z',
  8: 'M-4.62 -4.62L4.62 -4.62L0.79 0L4.62 4.62L-4.62 4.62L-0.79 0Z',
  partner: 'M-4.18 0C-4.18 -2.31 -2.31 -4.18 0 -4.18C2.31 -4.18 4.18 -2.31 4.18 0C4.18 2.31 2.31 4.18 0 4.18C-2.31 4.18 -4.18 2.31 -4.18 0Z',
  people: 'M-4.18 4.18L-4.18 -0.4L0 -4.18L4.18 -0.4L4.18 4.18Z',
  shared:
    'M-4.18 0C-4.18 -2.31 -2.31 -4.18 0 -4.18C2.31 -4.18 4.18 -2.31 4.18 0C4.18 2.31 2.31 4.18 0 4.18C-2.31 4.18 -4.18 2.31 -4.18 0ZM-0.88 0C-0.88 -0.49 -0.49 -0.88 0 -0.88C0.49 -0.88 0.88 -0.49 0.88 0C0.88 0.49 0.49 0.88 0 0.88C-0.49 0.88 -0.88 0.49 -0.88 0Z',
}
