import { useMemo, type ReactNode } from 'react'
import { Dialog } from '../../controls/Dialog.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { MarksSvg } from '../../controls/MarksSvg.tsx'
import { TIE_KINDS, type Slot } from '../../model/kinds.ts'
import { QUALITY, STRENGTH } from '../../model/scales.ts'
import { listed } from '../../model/system-map.ts'
import type { Answer } from '../../reading/answer.ts'
import { CHANGE_MARKS, DIFFERENCE_MARKS } from '../../scene/asked-samples.ts'
import { LEGEND_SAMPLE, type LegendEntry } from '../../scene/scene.ts'
import type { TieShape } from '../../scene/tie-marks.ts'
import { tieSample } from '../../scene/tie-sample.ts'
import { useLive } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import { sampleCards } from './sample-cards.ts'
import './KeyDialog.css'

const LENGTH = 104
const [SAMPLE_WIDTH] = LEGEND_SAMPLE

/** The marks on one page, as the map draws them. */
export function KeyDialog() {
  const organisations = useLive((state) => state.map?.organisations)
  const cards = useMemo(() => sampleCards(), [])
  const own = organisations ? listed(organisations) : []
  const coloured = own.filter((organisation) => typeof organisation.slot === 'number')
  const others = own.filter((organisation) => typeof organisation.slot !== 'number')
  return (
    <Dialog title="Key" lead="Shape says what it is. The band says whose. The line says how you get on." width="reference" onClose={() => session.setState({ dialog: null })}>
      <div className="key-page">
        <Column title="What it is">
          {cards.map(({ card, words }) => (
            <Row key={card.id} words={words} size="wide">
              <svg width={card.size[0] + 12} height={card.size[1] + 10} viewBox={`${-card.size[0] / 2 - 6} ${-card.size[1] / 2 - 5} ${card.size[0] + 12} ${card.size[1] + 10}`} aria-hidden="true">
                <MarksSvg marks={card.marks} />
              </svg>
            </Row>
          ))}
        </Column>
        <Column title="How strong">
          {STRENGTH.steps.map((step) => (
            <Row key={step.value} words={`${step.value} ${step.short}`}>
              <Line answer={step.value === 0 ? { state: 'no' } : { state: 'yes', strength: step.value }} />
            </Row>
          ))}
          <Row words="Not rated yet">
            <Line answer={{ state: 'yes' }} />
          </Row>
          <Row words="Not said">
            <Line answer={{ state: 'silent' }} />
          </Row>
        </Column>
        <Column title="How good">
          {[...QUALITY.steps].reverse().map((step) => (
            <Row key={step.value} words={step.short}>
              <Line answer={{ state: 'yes', strength: 3, quality: step.value }} />
            </Row>
          ))}
          <li className="key-note">Good and untested are both plain: with the tint for quality on, good turns blue.</li>
        </Column>
        <Column title="What passes along it">
          {TIE_KINDS.map((kind) => (
            <Row key={kind.value} words={kind.value === 'influences' ? 'more of this, more of that' : kind.title}>
              <Line answer={{ state: 'yes', strength: 2 }} shape={{ kind: kind.value, isMutual: kind.mutual, polarity: kind.value === 'influences' ? '+' : null, isDelayed: false }} />
            </Row>
          ))}
        </Column>
        <Column title="How differently we see it">
          {DIFFERENCE_MARKS.map((entry) => (
            <Sample key={entry.words} entry={entry} />
          ))}
        </Column>
        <Column title="What changed">
          {CHANGE_MARKS.map((entry) => (
            <Sample key={entry.words} entry={entry} />
          ))}
        </Column>
        {coloured.length > 0 && (
          <Column title="Whose it is">
            {coloured.map((organisation) => (
              <Sign key={organisation.id} slot={organisation.slot} words={`${organisation.name}, ${organisation.code}`} solid />
            ))}
          </Column>
        )}
        {others.length > 0 && (
          <Column title="Partners and everyone">
            {others.map((organisation) => (
              <Sign key={organisation.id} slot={organisation.slot} words={organisation.name} />
            ))}
          </Column>
        )}
      </div>
    </Dialog>
  )
}

function Column({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="key-column">
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Row({ words, size, children }: { readonly words: string; readonly size?: 'wide' | 'small'; readonly children: ReactNode }) {
  return (
    <li className={size ? `key-row is-${size}` : 'key-row'}>
      <span>{children}</span>
      <span>{words}</span>
    </li>
  )
}

function Line({ answer, shape }: { readonly answer: Answer; readonly shape?: TieShape }) {
  return (
    <svg width={LENGTH + 8} height="26" viewBox={`-4 -13 ${LENGTH + 8} 26`} aria-hidden="true">
      <MarksSvg marks={tieSample(answer, LENGTH, shape)} />
    </svg>
  )
}

function Sample({ entry: { words, marks } }: { readonly entry: LegendEntry }) {
  return (
    <Row words={words} size="small">
      <svg width={SAMPLE_WIDTH + 12} height="26" viewBox={`-6 -13 ${SAMPLE_WIDTH + 12} 26`} aria-hidden="true">
        <MarksSvg marks={marks} />
      </svg>
    </Row>
  )
}

function Sign({ slot, words, solid = false }: { readonly slot: Slot; readonly words: string; readonly solid?: boolean }) {
  return (
    <li className="key-sign">
      <Glyph slot={slot} size={solid ? 24 : 16} solid={solid} />
      <span>{words}</span>
    </li>
  )
}
