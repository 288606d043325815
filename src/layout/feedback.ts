/** An arc of a directed graph, and how many ties it stands for. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Rounds of moving single elements where that turns more arcs forward than back. */
const ROUNDS = 4

/**
 * Puts the elements of a directed graph in a line so that few arcs go back, none where there is no cycle; gives each its place.
 * Greedy: ends and beginnings first, then whoever gives most more than it takes (Eades, Lin and Smyth 1993), then single moves.
 * Of equals the first by index goes first. O(n²) at worst in the picking, a plain scan; O(m log m) for a round of moves.
 */
export function lineOf(count: number, arcs: readonly Arc[]): Int32Array {
  const outOf: Arc[][] = Array.from({ length: count }, () => [])
  const into: Arc[][] = Array.from({ length: count }, () => [])
  const gives = new Float64Array(count)
  const takes = new Float64Array(count)
  for (const arc of arcs) {
    outOf[arc.from]?.push(arc)
    into[arc.to]?.push(arc)
    gives[arc.from] = (gives[arc.from] as number) + arc.weight
    takes[arc.to] = (takes[arc.to] as number) + arc.weight
  }
  const isLeft = new Uint8Array(count).fill(1)
  const first: number[] = []
  const last: number[] = []
  const ready: number[] = Array.from({ length: count }, (_, i) => i)
  const take = (i: number, list: number[]) => {
    isLeft[i] = 0
    list.push(i)
    for (const { to, weight } of outOf[i] as Arc[]) {
      takes[to] = (takes[to] as number) - weight
      if (isLeft[to]) ready.push(to)
    }
    for (const { from, weight } of into[i] as Arc[]) {
      gives[from] = (gives[from] as number) - weight
      if (isLeft[from]) ready.push(from)
    }
  }
  let left = count
  while (left > 0) {
    for (let k = 0; k < ready.length; k++) {
      const i = ready[k] as number
      if (!isLeft[i] || (gives[i] !== 0 && takes[i] !== 0)) continue
      take(i, takes[i] === 0 ? first : last)
      left--
    }
    ready.length = 0
    if (left === 0) break
    let best = -1
    for (let i = 0; i < count; i++) {
      if (isLeft[i] && (best < 0 || (gives[i] as number) - (takes[i] as number) > (gives[best] as number) - (takes[best] as number))) best = i
    }
    take(best, first)
    left--
  }
  const line = [...first, ...last.reverse()]
  for (let round = 0; round < ROUNDS; round++) if (!moveSingly(line, outOf, into)) break
  const places = new Int32Array(count)
  line.forEach((i, place) => (places[i] = place))
  return places
}

/** Moves each element to where it has most arcs forward, if that is more than where it is; gives whether any moved. */
function moveSingly(line: number[], outOf: readonly (readonly Arc[])[], into: readonly (readonly Arc[])[]): boolean {
  const places = new Float64Array(line.length)
  line.forEach((i, place) => (places[i] = place))
  let hasMoved = false
  for (const i of line) {
    // Going along the line, an arc in turns forward past its beginning, an arc out turns back past its end.
    const turns = [
      ...(into[i] as Arc[]).map(({ from, weight }) => ({ at: places[from] as number, by: weight })),
      ...(outOf[i] as Arc[]).map(({ to, weight }) => ({ at: places[to] as number, by: -weight })),
    ].sort((a, b) => a.at - b.at)
    let sum = 0
    let here = 0
    let best = 0
    let bestAfter = -1
    turns.forEach(({ at, by }, k) => {
      sum += by
      if (at < (places[i] as number)) here = sum
      if (sum > best) [best, bestAfter] = [sum, k]
    })
    if (best <= here) continue
    const after = bestAfter < 0 ? -Infinity : (turns[bestAfter] as { at: number }).at
    // Halfway to the next place in use, so that nothing else has to move.
    let next = Infinity
    for (const place of places) if (place > after && place < next) next = place
    places[i] = after === -Infinity ? next - 1 : next === Infinity ? after + 1 : (after + next) / 2
    hasMoved = true
  }
  line.sort((a, b) => (places[a] as number) - (places[b] as number) || a - b)
  return hasMoved
}
