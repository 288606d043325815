/** One step of a scale: the key that gives it, the short word drawn on the map, the full wording shown while rating. */
export interface Step {
  readonly value: number
  readonly short: string
  readonly full: string
}

export interface Scale {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly steps: readonly Step[]
}

const step = (value: number, short: string, full = ''): Step => ({ value, short, full })

export const STRENGTH: Scale = {
  id: 'strength',
  title: 'Strength',
  question: 'How strong is this tie?',
  steps: [
    step(0, 'No tie', 'We have nothing to do with each other.'),
    step(1, 'Aware', 'We know they exist. Contact is rare.'),
    step(2, 'In touch', 'We pass things on when asked.'),
    step(3, 'Coordinated', 'We plan around each other, with known names and routes.'),
    step(4, 'Joined', 'We share decisions, people or money.'),
    step(5, 'As one', 'From outside you could not tell who employs whom.'),
  ],
}

/** On `influences` the strength cell asks this instead. */
export const HOW_MUCH: Scale = {
  id: 'how-much',
  title: 'How much it matters',
  question: 'How much does this matter?',
  steps: [
    step(0, 'Not at all', 'This does not happen.'),
    step(1, 'Barely'),
    step(2, 'A little'),
    step(3, 'Noticeably'),
    step(4, 'A lot'),
    step(5, 'It is the main thing'),
  ],
}

export const QUALITY: Scale = {
  id: 'quality',
  title: 'Quality',
  question: 'How good is this tie?',
  steps: [
    step(-2, 'Working against', 'It makes the work harder.'),
    step(-1, 'Strained', 'We manage, warily.'),
    step(0, 'Untested', 'Businesslike. It has not been tested.'),
    step(1, 'Good', 'We can say difficult things.'),
    step(2, 'Trusting', 'We act on each other’s word.'),
  ],
}

export const INFLUENCE: Scale = {
  id: 'influence',
  title: 'Influence',
  question: 'How much can they change how this works?',
  steps: [
    step(1, 'Little say', 'Affected by decisions, rarely asked.'),
    step(2, 'Heard', 'Asked for a view.'),
    step(3, 'Shapes', 'Can change how things are done.'),
    step(4, 'Steers', 'Can start or stop significant things.'),
    step(5, 'Decides', 'Nothing big happens without them.'),
  ],
}

export const INTEREST: Scale = {
  id: 'interest',
  title: 'Interest',
  question: 'How much does this matter to them?',
  steps: [
    step(1, 'Off their radar'),
    step(2, 'Aware', 'They have heard of it.'),
    step(3, 'Touched', 'It affects their week.'),
    step(4, 'Priority', 'It is one of their main concerns.'),
    step(5, 'Central', 'It shapes their daily life or work.'),
  ],
}

export const PROGRESS: Scale = {
  id: 'progress',
  title: 'Progress',
  question: 'How true is this today, from where you sit?',
  steps: [
    step(1, 'Not yet'),
    step(2, 'Talking about it'),
    step(3, 'In places'),
    step(4, 'Mostly'),
    step(5, 'Normal', 'It would be odd if it didn’t happen.'),
  ],
}

export const SCALES: readonly Scale[] = [STRENGTH, HOW_MUCH, QUALITY, INFLUENCE, INTEREST, PROGRESS]

export function stepOf(scale: Scale, value: number): Step | undefined {
  return scale.steps.find((s) => s.value === value)
}
