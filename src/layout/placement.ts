/** Centres in the order of a graph's elements, whole world units. */
export interface Placement {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** How far a layout is, 0 to 1, and where things stand by then, where that is worth seeing. The arrays may be written to afterwards. */
export interface Step {
  readonly share: number
  readonly at: Placement | null
}
