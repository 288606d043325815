import { staysBehind } from '../../commands/exports.ts'
import { Segments } from '../../controls/Segments.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { FEWEST_COUNTED, mayCount } from '../../formats/leaving/attribution.ts'
import { mayIncludePrivate, type Leaving } from '../../formats/leaving/what-leaves.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { voicesOf } from '../../reading/voices.ts'
import { counted } from '../../words/counts.ts'

const ATTRIBUTIONS = [
  { value: 'named', title: 'Named' },
  { value: 'counted', title: 'Counted' },
  { value: 'none', title: 'None' },
] as const

const NAMES = [
  { value: 'written', title: 'As written' },
  { value: 'roles', title: 'As roles' },
  { value: 'codes', title: 'As codes' },
] as const

const SAID: Readonly<Record<Leaving['attribution'], string>> = {
  named: 'Every view leaves under its name.',
  counted: 'Of each thing: how many answered, how many said yes, the lowest, middle and highest. Nothing that fewer than three said.',
  none: 'The shared picture leaves, and no other view.',
}

const PICTURED: Readonly<Record<Leaving['attribution'], string>> = {
  named: 'Who says what is told, as on screen.',
  counted: 'How far answers differ is told, and not whose they are. One person’s view leaves as the shared picture.',
  none: 'The shared picture leaves, whatever is on screen.',
}

const CALLED: Readonly<Record<Leaving['names'], string>> = {
  written: '',
  roles: 'An element is its organisation, its kind and a number: “Acute care, team 2”.',
  codes: 'Elements, organisations and views are numbers. The title and the question stay.',
}

/** What a person lets leave: who said what, under which names, in whose words, and what is private. */
export function LeavingOptions({ map, value, onChange, of }: { readonly map: SystemMap; readonly value: Leaving; readonly onChange: (value: Leaving) => void; readonly of: 'file' | 'picture' | 'report' | 'private' }) {
  const behind = staysBehind(map)
  const set = (part: Partial<Leaving>) => onChange({ ...value, ...part })
  return (
    <>
      {of !== 'private' && (
        <>
          <div className="export-choice">
            <span>Who said what</span>
            <Segments label="Who said what" name="attribution" choices={ATTRIBUTIONS.filter((one) => one.value !== 'counted' || mayCount(map))} value={value.attribution} onChange={(attribution) => set({ attribution })} />
            <p className="quiet-text">
              {(of === 'picture' ? PICTURED : SAID)[value.attribution]}
              {!mayCount(map) && ` Counting takes ${FEWEST_COUNTED} voices; this map has ${voicesOf(map).length}.`}
            </p>
          </div>
          <div className="export-choice">
            <span>Names</span>
            <Segments label="Names" name="names" choices={NAMES} value={value.names} onChange={(names) => set({ names, words: names === 'written' })} />
            {CALLED[value.names] && <p className="quiet-text">{CALLED[value.names]}</p>}
          </div>
          <Tick isOn={value.words} onChange={(words) => set({ words })}>
            What people wrote in their own words{value.names !== 'written' && ', which may hold names'}
          </Tick>
        </>
      )}
      {behind && (of === 'file' || of === 'private') && mayIncludePrivate(value) && (
        <Tick isOn={value.includePrivate} onChange={(includePrivate) => set({ includePrivate })}>
          {[behind.perspectives ? counted(behind.perspectives, 'private view') : '', behind.reflections ? counted(behind.reflections, 'private reflection') : ''].filter(Boolean).join(' and ')}, which otherwise {behind.perspectives + behind.reflections === 1 ? 'stays' : 'stay'} here
        </Tick>
      )}
    </>
  )
}
