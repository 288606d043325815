/**
 * Places in a row that are as near to the wanted ones as they can be (least squares) while each stands at least its `gap` after the
 * one before it: isotonic regression by pooling adjacent violators (Ayer et al. 1955). `wanted` is in the row's order; O(n).
 */
export function spread(wanted: ArrayLike<number>, gap: (k: number) => number): Float64Array {
  const count = wanted.length
  const shifts = new Float64Array(count)
  const means: number[] = []
  const sizes: number[] = []
  for (let k = 0; k < count; k++) {
    if (k > 0) shifts[k] = (shifts[k - 1] as number) + gap(k)
    let mean = (wanted[k] as number) - (shifts[k] as number)
    let size = 1
    while (means.length > 0 && (means.at(-1) as number) > mean) {
      const before = sizes.pop() as number
      mean = ((means.pop() as number) * before + mean * size) / (before + size)
      size += before
    }
    means.push(mean)
    sizes.push(size)
  }
  const places = new Float64Array(count)
  let k = 0
  means.forEach((mean, pool) => {
    for (const end = k + (sizes[pool] as number); k < end; k++) places[k] = mean + (shifts[k] as number)
  })
  return places
}

/**
 * The same round a circle of `slots` places, in whole places that differ: for each wanted place (0 to `slots`, in order) the slot it gets.
 * There are at least as many slots as places wanted.
 */
export function spreadRound(wanted: readonly number[], slots: number): readonly number[] {
  const count = wanted.length
  // Cut where the widest gap is, so that nothing is pushed over the cut.
  let cut = 0
  let widest = -1
  for (let k = 0; k < count; k++) {
    const gap = (((wanted[k] as number) - (wanted[(k + count - 1) % count] as number) + slots) % slots) || (count === 1 ? slots : 0)
    if (gap > widest) [cut, widest] = [k, gap]
  }
  const turned = Array.from({ length: count }, (_, k) => {
    const at = wanted[(cut + k) % count] as number
    return cut + k < count ? at : at + slots
  })
  const places = spread(turned, () => 1)
  const first = Math.round(places[0] ?? 0)
  const given = Array.from({ length: count }, () => 0)
  for (let k = 0, last = first - 1; k < count; k++) {
    // As many are left as must still follow before the circle closes.
    last = Math.min(Math.max(last + 1, Math.round((places[k] as number) - k) + k), first + slots - count + k)
    given[(cut + k) % count] = ((last % slots) + slots) % slots
  }
  return given
}
