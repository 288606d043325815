import type { PathMark } from '../../src/scene/marks.ts'
import type { SceneTie, Sign } from '../../src/scene/scene.ts'

/** The strokes that a tie's line is made of. */
export const strokesOf = (tie: SceneTie): readonly PathMark[] => tie.marks.filter((mark): mark is PathMark => mark.is === 'path' && mark.part === 'line')

/** What the signs say in letters. */
export const onlyTexts = (signs: readonly Sign[]): readonly string[] => signs.flatMap(({ face }) => face.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])))
