import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { ElementKind, Slot } from '../model/kinds.ts'
import type { MapElement, Point, Relationship, Size } from '../model/records.ts'
import type { Answer } from '../reading/answer.ts'
import { cardMarks } from './cards.ts'
import type { Mark } from './marks.ts'
import type { Curve, ElementState, SceneElement, SceneTie } from './scene.ts'
import type { TieLook } from './tie-look.ts'
import { tieMarks, tieReach } from './tie-marks.ts'

/** What a card is made of, compared to know whether it is the same card. */
export interface CardSource {
  readonly record: MapElement
  readonly slot: Slot | null
  readonly box: Box
  readonly state: ElementState
  readonly isSelected: boolean
  readonly scale: number
  readonly matters: boolean
}

const isSameCard = (a: CardSource, b: CardSource): boolean =>
  a.record === b.record && a.slot === b.slot && a.state === b.state && a.isSelected === b.isSelected && a.scale === b.scale && a.matters === b.matters

/** A card whose marks are made when they are first painted: far out, most never are. */
export class DrawnElement implements SceneElement {
  readonly source: CardSource
  readonly centre: Point
  private readonly sameMarks: DrawnElement | null
  private own: readonly Mark[] | null = null

  private constructor(source: CardSource, centre: Point, sameMarks: DrawnElement | null) {
    this.source = source
    this.centre = centre
    this.sameMarks = sameMarks
  }

  /** The card before, if it is the same in the same place; the same marks, if it only moved. */
  static of(source: CardSource, centre: Point, before: SceneElement | undefined): DrawnElement {
    if (!(before instanceof DrawnElement) || !isSameCard(before.source, source)) return new DrawnElement(source, centre, null)
    if (before.centre[0] === centre[0] && before.centre[1] === centre[1]) return before
    return new DrawnElement(before.source, centre, before.sameMarks ?? before)
  }

  get id(): Id {
    return this.source.record.id
  }
  get kind(): ElementKind {
    return this.source.record.kind
  }
  get slot(): Slot | null {
    return this.source.slot
  }
  get size(): Size {
    return [this.source.box.width * this.source.scale, this.source.box.height * this.source.scale]
  }
  get state(): ElementState {
    return this.source.state
  }
  get isSelected(): boolean {
    return this.source.isSelected
  }
  get matters(): boolean {
    return this.source.matters
  }
  get marks(): readonly Mark[] {
    if (this.sameMarks) return this.sameMarks.marks
    const { record, slot, box, state, isSelected, scale } = this.source
    this.own ??= cardMarks({ kind: record.kind, slot, box, state, isSelected, isPinned: record.pinned, scale })
    return this.own
  }
}

export interface TieSource {
  readonly record: Relationship
  readonly answer: Answer
  readonly look: TieLook
  readonly standing: SceneTie['standing']
  readonly strength: number
  readonly within: Id | null
  readonly crossAt: number
  readonly isMarked: boolean
}

const isSameLook = (a: TieLook, b: TieLook): boolean =>
  a.body === b.body && a.width === b.width && a.colour === b.colour && a.bead === b.bead && a.hasKind === b.hasKind && a.hasHalo === b.hasHalo && a.isSelected === b.isSelected && a.strokes === b.strokes && a.wedge === b.wedge

const isSameCurve = (a: Curve, b: Curve): boolean => a.length === b.length && a.every((point, i) => point[0] === b[i]?.[0] && point[1] === b[i]?.[1])

const isSameMark = (a: Mark, b: Mark | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

export class DrawnTie implements SceneTie {
  readonly source: TieSource
  readonly curve: Curve
  readonly over: readonly Mark[]
  private own: readonly Mark[] | null = null

  private constructor(source: TieSource, curve: Curve, over: readonly Mark[]) {
    this.source = source
    this.curve = curve
    this.over = over
  }

  static of(source: TieSource, curve: Curve, over: readonly Mark[], before: SceneTie | undefined): DrawnTie {
    if (
      before instanceof DrawnTie && before.source.record === source.record && before.source.standing === source.standing &&
      before.source.strength === source.strength && before.source.within === source.within && before.source.crossAt === source.crossAt && before.source.isMarked === source.isMarked &&
      isSameLook(before.source.look, source.look) && isSameCurve(before.curve, curve) &&
      before.over.length === over.length && over.every((mark, i) => isSameMark(mark, before.over[i]))
    ) return before
    return new DrawnTie(source, curve, over)
  }

  /** The same tie along another line. */
  carried(curve: Curve, over: readonly Mark[]): DrawnTie {
    return new DrawnTie(this.source, curve, over)
  }

  get id(): Id {
    return this.source.record.id
  }
  get from(): Id {
    return this.source.record.from
  }
  get to(): Id {
    return this.source.record.to
  }
  get strength(): number {
    return this.source.strength
  }
  get standing(): SceneTie['standing'] {
    return this.source.standing
  }
  get isMarked(): boolean {
    return this.source.isMarked
  }
  get within(): Id | null {
    return this.source.within
  }
  get reach(): number {
    return tieReach(this.source.look)
  }
  get marks(): readonly Mark[] {
    const { record, look, crossAt } = this.source
    this.own ??= tieMarks(this.curve, look, { kind: record.kind, isMutual: record.mutual, polarity: record.polarity, isDelayed: record.delay }, crossAt)
    return this.own
  }
}
