import type { MapPicture } from '../../session/live.ts'

const WIDTH = 96
const HEIGHT = 60
const CARD: readonly [number, number] = [9, 4.6]

const TOKENS: Readonly<Record<string, string>> = { 1: 'co', 2: 'ch', 3: 'ac', 4: 'sc', 5: 'o5', 6: 'o6', 7: 'o7', 8: 'o8' }

/** A map at the size of a stamp: each card in its organisation's colour, each tie as a line. */
export function MapThumb({ picture }: { readonly picture: MapPicture }) {
  const { elements, ties } = picture
  const xs = elements.map(([x]) => x)
  const ys = elements.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = elements.length === 0 ? 1 : Math.min((WIDTH - 16) / Math.max(1, Math.max(...xs) - left), (HEIGHT - 12) / Math.max(1, Math.max(...ys) - top), 0.1)
  const middleX = elements.length === 0 ? 0 : (Math.max(...xs) + left) / 2
  const middleY = elements.length === 0 ? 0 : (Math.max(...ys) + top) / 2
  const at = (i: number): readonly [number, number] => {
    const [x = 0, y = 0] = elements[i] ?? []
    return [WIDTH / 2 + (x - middleX) * scale, HEIGHT / 2 + (y - middleY) * scale]
  }
  const lines = ties.map(([from, to]) => `M${at(from).map(tenth).join(' ')}L${at(to).map(tenth).join(' ')}`).join('')
  return (
    <svg className="map-thumb" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <circle cx={WIDTH / 2} cy={HEIGHT / 2} r="10" className="thumb-ring" />
      <circle cx={WIDTH / 2} cy={HEIGHT / 2} r="22" className="thumb-ring" />
      <path d={lines} className="thumb-ties" />
      {elements.map(([, , slot], i) => {
        const [x, y] = at(i)
        const token = TOKENS[slot]
        return <rect key={i} x={tenth(x - CARD[0] / 2)} y={tenth(y - CARD[1] / 2)} width={CARD[0]} height={CARD[1]} rx="0.8" className="thumb-card" {...(token ? { fill: `var(--${token})` } : {})} />
      })}
    </svg>
  )
}

const tenth = (x: number) => Math.round(x * 10) / 10
