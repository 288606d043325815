import { useMemo, useState } from 'react'
import { commandOf, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Chip } from '../../controls/Chip.tsx'
import { MarksSvg } from '../../controls/MarksSvg.tsx'
import { Segments } from '../../controls/Segments.tsx'
import { LEGEND_SAMPLE } from '../../scene/scene.ts'
import { talkSample } from '../../scene/asked-samples.ts'
import { useSession } from '../../session/hooks.ts'
import type { Talk } from '../../session/talk.ts'
import { visit } from '../../session/visit.ts'
import { askedWords } from '../../words/asked-words.ts'
import { talkList, talkRow, talkSaid, talkTitle, type TalkRow } from '../../words/talk-list.ts'
import { walkRows } from './walk-rows.ts'

/** How many rows stand open, and how many more each asking brings. */
const OPEN = 25
const CHOICES = [{ value: 'ties', title: 'Ties' }, { value: 'elements', title: 'Elements' }] as const
const ASKS = [{ overlay: 'differences', command: 'differences' }, { overlay: 'blind', command: 'blind-spots' }, { overlay: 'ends', command: 'two-ends' }] as const
const [WIDTH, HEIGHT] = LEGEND_SAMPLE
const ROOM = 4

/** What the voices see differently, the most telling first, in words: all that the marks on the map show, for those who read or listen. */
export function TalkList({ talk }: { readonly talk: Talk }) {
  const { moment, question } = talk
  const [of, setOf] = useState<'ties' | 'elements'>('ties')
  const [open, setOpen] = useState(OPEN)
  const chosen = useSession((s) => s.selection.at(-1))
  const overlay = useSession((s) => s.overlay)
  const hasElements = question.is !== 'ends'
  const shown = hasElements ? of : 'ties'
  const ids = useMemo(() => talkList(moment, question, shown), [moment, question, shown])
  const rows = ids.slice(0, open).map((id) => talkRow(moment, question, id))
  const left = ids.length - rows.length

  return (
    <section className="changes talk" aria-label={talkTitle(question)} tabIndex={-1} data-talk data-keys="looking" onKeyDown={walkRows}>
      <header className="changes-head">
        <h2>{talkTitle(question)}</h2>
        <p className="quiet-text">{askedWords(moment, question).replace(/^[^.]*\. /, '').replace(/ First: .*$/, '')}</p>
        <div className="talk-asks" role="group" aria-label="Show on the map">
          {ASKS.map(({ overlay: each, command }) => (
            <Chip key={command} isOn={overlay === each} onPress={() => void invoke(command)}>
              {commandOf(command)?.title}
            </Chip>
          ))}
        </div>
        {hasElements && (
          <div className="changes-tools">
            <Segments label="Talk about" name="talk-about" choices={CHOICES} value={of} onChange={setOf} />
          </div>
        )}
      </header>
      {rows.length > 0 ? (
        <ol className="talk-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} isChosen={chosen === row.id} onGo={() => visit(row.id, moment.relationships.get(row.id), talkSaid(row))} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet-text talk-none">{shown === 'ties' ? 'There is no tie to talk about here.' : 'There is no element to talk about here.'}</p>
      )}
      {left > 0 && (
        <div className="talk-none">
          <Button small look="link" onClick={() => setOpen(open + OPEN)}>
            {left} more
          </Button>
        </div>
      )}
    </section>
  )
}

function Row({ row, isChosen, onGo }: { readonly row: TalkRow; readonly isChosen: boolean; readonly onGo: () => void }) {
  return (
    <button type="button" className="change-row talk-row" data-row aria-current={isChosen ? 'true' : undefined} onClick={onGo}>
      <svg width={WIDTH + 2 * ROOM} height={HEIGHT + 2 * ROOM} viewBox={`${-ROOM} ${-HEIGHT / 2 - ROOM} ${WIDTH + 2 * ROOM} ${HEIGHT + 2 * ROOM}`} aria-hidden="true">
        <MarksSvg marks={talkSample(row.mark)} />
      </svg>
      <span>
        <b>{row.title}</b>
        <span className="talk-mark">{row.mark}. </span>
        <span className="change-words">{row.words}</span>
      </span>
    </button>
  )
}
