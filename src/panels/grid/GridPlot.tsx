import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Id } from '../../model/ids.ts'
import { INFLUENCE, INTEREST } from '../../model/scales.ts'
import { isPlaced, type Between, type Placed, type Standing } from '../../reading/grid.ts'
import { usePreferences, useSession } from '../../session/hooks.ts'
import type { Projector } from '../../session/preferences.ts'
import { select } from '../../session/session.ts'
import type { GridNow } from '../../session/grid-now.ts'
import { standingWords } from '../../words/grid-words.ts'
import { ratingWord } from '../../words/ratings.ts'
import { GridMark } from './GridMark.tsx'
import { GridScale } from './GridScale.tsx'
import { across, down, layMarks, stepsAt, type Laid, type Plot } from './lay-marks.ts'
import { ratePlace, stepped } from './rate-place.ts'

/** What stands beside and beneath the field: words of the scales. CSS px. */
const MARGIN = { left: 104, bottom: 52, top: 8, right: 8 }
/** A plot narrower than this has digits alone at its left. CSS px. */
const NARROW = { width: 640, left: 40 }
/** Marks and names by how far the back row sits. CSS px; `margin` grows with the words. */
const SIZES: Readonly<Record<Projector, { readonly mark: number; readonly text: number; readonly glyph: number; readonly margin: number }>> = {
  off: { mark: 24, text: 13, glyph: 16, margin: 1 }, near: { mark: 32, text: 17, glyph: 22, margin: 1.35 }, far: { mark: 36, text: 20, glyph: 24, margin: 1.55 },
}
/** An answer range of this many steps is wide apart. */
const WIDE_APART = 3

const ARROWS: Readonly<Record<string, readonly ['influence' | 'interest', 1 | -1]>> = {
  ArrowUp: ['influence', 1], ArrowDown: ['influence', -1], ArrowRight: ['interest', 1], ArrowLeft: ['interest', -1],
}

/** The room that the plot has, and the field within its margins. */
function useRoom() {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 960, height: 520 })
  const sizes = SIZES[usePreferences((p) => p.projector)]
  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => element.clientWidth > 0 && setRoom({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const margin = { left: (room.width < NARROW.width ? NARROW.left : MARGIN.left) * sizes.margin, bottom: MARGIN.bottom * sizes.margin }
  const plot: Plot = { width: Math.max(160, room.width - margin.left - MARGIN.right), height: Math.max(160, room.height - margin.bottom - MARGIN.top), mark: sizes.mark, text: sizes.text }
  return { box, margin, plot, glyph: sizes.glyph }
}

interface PlotProps {
  readonly now: GridNow
  readonly canMove: boolean
  readonly showsRanges: boolean
  /** Enter on a mark goes to its numbers. */
  readonly onEdit: () => void
}

/** The marks on their field: one stop for Tab, pages and ends go from mark to mark, arrows re-rate the one that has the focus. */
export function GridPlot({ now: { moment, standings, others }, canMove, showsRanges, onEdit }: PlotProps) {
  const chosen = useSession((s) => s.selection.at(-1))
  const [dragged, setDragged] = useState<{ readonly id: Id; readonly x: number; readonly y: number } | null>(null)
  const { box, margin, plot, glyph } = useRoom()
  const placed = standings.filter(isPlaced)
  const name = (id: Id) => moment.elements.get(id)?.name ?? ''
  const laid = new Map(layMarks(placed.map(({ id, influence, interest }) => ({ id, name: name(id), influence, interest, isChosen: id === chosen })), plot).map((mark) => [mark.id, mark]))
  const stop = placed.some(({ id }) => id === chosen) ? chosen : placed[0]?.id

  function go(to: number) {
    const next = placed[Math.max(0, Math.min(placed.length - 1, to))]
    if (!next) return
    select([next.id])
    box.current?.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus()
  }

  function onKey(event: KeyboardEvent, mark: Placed, index: number) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const arrow = ARROWS[event.key]
    if (arrow && !event.shiftKey) {
      select([mark.id])
      if (canMove) ratePlace(mark.id, { [arrow[0]]: stepped(mark[arrow[0]], arrow[1]) })
    } else if (event.key === 'PageDown') go(index + 1)
    else if (event.key === 'PageUp') go(index - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(placed.length - 1)
    else if (event.key === 'Enter') onEdit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const aim = dragged && stepsAt(dragged.x, dragged.y, plot)
  return (
    <div className="grid-plot" ref={box}>
      <div className="grid-inside" style={{ left: margin.left, top: MARGIN.top, width: plot.width, height: plot.height }}>
        <div className="grid-ground" style={{ left: -margin.left }}>
          <GridScale plot={plot} left={margin.left} bottom={margin.bottom} />
        </div>
        <svg className="grid-lines" width={plot.width} height={plot.height} aria-hidden="true">
          {placed.map((standing) => (
            <Ranges key={standing.id} standing={standing} at={laid.get(standing.id)} plot={plot} isChosen={standing.id === chosen} showsWide={showsRanges && !others} />
          ))}
          {others && placed.map((standing) => <ToOther key={standing.id} other={others.get(standing.id)} standing={standing} at={laid.get(standing.id)} plot={plot} />)}
          {aim && <rect className="grid-aim" x={across(aim.interest - 0.5, plot)} y={down(aim.influence + 0.5, plot)} width={plot.width / 5} height={plot.height / 5} />}
        </svg>
        {placed.map((standing, index) => {
          const at = laid.get(standing.id)
          const home = moment.elements.get(standing.id)?.organisation ?? null
          return (
            at && (
              <GridMark
                key={standing.id}
                laid={at}
                plot={plot}
                size={glyph}
                name={name(standing.id)}
                spoken={standingWords(moment, standing)}
                slot={(home !== null && moment.organisations.get(home)?.slot) || null}
                isStop={standing.id === stop}
                isChosen={standing.id === chosen}
                canMove={canMove}
                onChoose={() => select([standing.id])}
                onKey={(event) => onKey(event, standing, index)}
                onDrag={(to) => setDragged(to && { id: standing.id, ...to })}
                onDrop={(to) => ratePlace(standing.id, moved(standing, stepsAt(to.x, to.y, plot), at, to))}
              />
            )
          )
        })}
        {aim && dragged && (
          <p className="grid-said" style={{ left: Math.min(dragged.x + 18, plot.width - 180), top: Math.max(0, dragged.y - 44) }}>
            {ratingWord(INFLUENCE, aim.influence)} · {ratingWord(INTEREST, aim.interest)}
          </p>
        )}
      </div>
    </div>
  )
}

/** How far a mark has to go for an answer that is a half, or lies aside of its place, to be given anew. CSS px. */
const MEANT = 12

/** Only what the drag was about is said: along one line, the other answer stays as it was. */
function moved(standing: Placed, aim: { readonly influence: number; readonly interest: number }, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }) {
  return {
    ...(aim.influence !== standing.influence && Math.abs(to.y - from.y) >= MEANT ? { influence: aim.influence } : {}),
    ...(aim.interest !== standing.interest && Math.abs(to.x - from.x) >= MEANT ? { interest: aim.interest } : {}),
  }
}

const CAP = 5

/** Thin bars from the lowest to the highest that anybody gave: of the chosen one both; of the others those of interest that are wide apart, since all at once is a thicket. */
function Ranges({ standing, at, plot, isChosen, showsWide }: { readonly standing: Placed; readonly at: Laid | undefined; readonly plot: Plot; readonly isChosen: boolean; readonly showsWide: boolean }) {
  if (!at) return null
  const isShown = (between: Between | null, showsOther = false): between is Between => between !== null && between[0] !== between[1] && (isChosen || (showsOther && between[1] - between[0] >= WIDE_APART))
  const lines: string[] = []
  if (isShown(standing.interestFrom, showsWide)) {
    const [low, high] = standing.interestFrom.map((value) => across(value, plot)) as [number, number]
    lines.push(`M${low} ${at.y}H${high}M${low} ${at.y - CAP}v${CAP * 2}M${high} ${at.y - CAP}v${CAP * 2}`)
  }
  if (isShown(standing.influenceFrom)) {
    const [low, high] = standing.influenceFrom.map((value) => down(value, plot)) as [number, number]
    lines.push(`M${at.x} ${low}V${high}M${at.x - CAP} ${low}h${CAP * 2}M${at.x - CAP} ${high}h${CAP * 2}`)
  }
  return lines.length === 0 ? null : <path className={isChosen ? 'grid-range is-chosen' : 'grid-range'} d={lines.join('')} />
}

/** From where the other reading has it to where this one does; nothing where both agree. */
function ToOther({ other, standing, at, plot }: { readonly other: Standing | undefined; readonly standing: Placed; readonly at: Laid | undefined; readonly plot: Plot }) {
  if (!at || !other || !isPlaced(other) || (other.influence === standing.influence && other.interest === standing.interest)) return null
  const [x, y] = [across(other.interest, plot), down(other.influence, plot)]
  return (
    <g className="grid-other">
      <path d={`M${x} ${y}L${at.x} ${at.y}`} />
      <circle cx={x} cy={y} r="5" />
    </g>
  )
}
