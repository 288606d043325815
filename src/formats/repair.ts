/** Something of a file that was not as it should be and was put right: where it stands, and what was done, in words. */
export interface Repair {
  readonly place: string
  readonly words: string
}

/** Why a file was left alone. */
export interface Refused {
  readonly ok: false
  readonly place: string
  readonly reason: string
}
