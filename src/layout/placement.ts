/** Centres in the order of a graph's elements, whole world units. */
export interface Placement {
  readonly x: Float64Array
  readonly y: Float64Array
}
