import './Glyph.css'

type GlyphSlot = number | 'partner' | 'people' | 'shared'

/** An organisation's sign by its slot, decorative: the name always stands beside it. Solid, it sits on a block of the organisation's colour. */
export function Glyph({ slot, size = 12, solid = false }: { readonly slot: GlyphSlot; readonly size?: number; readonly solid?: boolean }) {
  return (
    <svg className={`glyph slot-${slot}${solid ? ' is-solid' : ''}`} width={size} height={size} viewBox={solid ? '-10 -10 20 20' : '-6 -6 12 12'} aria-hidden="true">
      {solid && <rect className="glyph-block" x="-10" y="-10" width="20" height="20" rx="2.7" />}
      <Sign slot={slot} />
    </svg>
  )
}

function Sign({ slot }: { readonly slot: GlyphSlot }) {
  if (slot === 'partner') return <circle className="glyph-line" r="3.6" strokeWidth="1.6" />
  if (slot === 'shared') {
    return (
      <>
        <circle className="glyph-line" r="4" strokeWidth="1.3" />
        <circle className="glyph-fill" r="1.6" />
      </>
    )
  }
  if (slot === 'people') return <path className="glyph-line" d="M-5 .4L0 -4.6L5 .4M-3.5 -.6V4.4H3.5V-.6" strokeWidth="1.6" />
  return <path className="glyph-fill" d={FILLED[slot] ?? FILLED[1]} />
}

/** Diamond, circle, square, triangle; then hexagon, cross, half-disc and triangle pointing down. */
const FILLED: Readonly<Record<number, string>> = {
  1: 'M0 -5.3L5.3 0L0 5.3L-5.3 0Z',
  2: 'M0 -4.4A4.4 4.4 0 1 1 0 4.4A4.4 4.4 0 1 1 0 -4.4Z',
  3: 'M-4 -4H4V4H-4Z',
  4: 'M0 -4.6L5.1 4H-5.1Z',
  5: 'M-4.8 0L-2.4 -4.2H2.4L4.8 0L2.4 4.2H-2.4Z',
  6: 'M-1.6 -4.8H1.6V-1.6H4.8V1.6H1.6V4.8H-1.6V1.6H-4.8V-1.6H-1.6Z',
  7: 'M-4.8 2.4A4.8 4.8 0 0 1 4.8 2.4Z',
  8: 'M0 4.6L5.1 -4H-5.1Z',
}
