import { useEffect, useMemo, useRef, useState } from 'react'
import { asGatherFile, gatherMore, gatherNow, gatherText } from '../../commands/gather-files.ts'
import { ports } from '../../commands/dispatch.ts'
import { openRead } from '../../commands/open-files.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import type { Decisions, NodeKey } from '../../edits/gather/match.ts'
import { countsOf } from '../../edits/gather/plan.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { FilesTable } from './FilesTable.tsx'
import { MatchCard } from './MatchCard.tsx'
import { MatchList } from './MatchList.tsx'
import { PastedText } from './PastedText.tsx'
import { reviewsOf } from './reviewed.ts'
import { usePlan } from './use-plan.ts'
import './GatherDialog.css'

const NO_FILES: readonly never[] = []

/** Several tables' files: what each brings, what is the same, and what somebody has to look at. Nothing is added until Gather is pressed. */
export function GatherDialog() {
  const dialog = useSession((s) => s.dialog)
  const map = useLive((s) => s.map)
  const files = dialog?.name === 'Gather' ? dialog.files : NO_FILES
  const refused = dialog?.name === 'Gather' ? dialog.refused : NO_FILES
  const [included, setIncluded] = useState<ReadonlySet<string>>(new Set())
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [gathering, setGathering] = useState<AbortController | null>(null)
  const [isPasting, setPasting] = useState(dialog?.name === 'Gather' && dialog.pastes === true)
  const [problem, setProblem] = useState('')
  const sameButton = useRef<HTMLButtonElement>(null)
  const gatherButton = useRef<HTMLButtonElement>(null)
  const { planned, problem: planProblem } = usePlan(map, files, included)
  const plan = planned?.plan ?? null
  const answered = useRef(new Set<string>())
  useEffect(() => {
    const wanted = plan?.files.filter(({ key, index, isOther }) => isOther && files[index]?.isWanted && !answered.current.has(key)) ?? []
    if (wanted.length === 0) return
    for (const { key } of wanted) answered.current.add(key)
    setIncluded((before) => new Set([...before, ...wanted.map(({ key }) => key)]))
  }, [plan, files])
  const reviews = useMemo(() => (plan && map ? reviewsOf(plan, map, files) : []), [plan, map, files])
  const counts = useMemo(() => (plan ? countsOf(plan, files.map(asGatherFile), decisions) : null), [plan, files, decisions])
  const asked = reviews.filter(({ match }) => !match.isSure)
  const at = asked.findIndex(({ match }) => !decisions.has(match.key))
  const current = asked[at]
  const lastDecided = asked.findLast(({ match }) => decisions.has(match.key))?.match.key
  const comes = plan?.files.filter(({ standing }) => standing === 'brings' || standing === 'earlier').length ?? 0

  const decide = (key: NodeKey, answer: 'same' | 'new') => setDecisions((before) => new Map(before).set(key, answer))
  const back = lastDecided === undefined ? null : () => setDecisions((before) => new Map([...before].filter(([key]) => key !== lastDecided)))

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type="checkbox"])'))) return
      const key = event.key.toLowerCase()
      if (current && (key === 's' || key === 'n')) decide(current.match.key, key === 's' ? 'same' : 'new')
      else if (key === 'arrowleft' && back) back()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  // The next question is where the keyboard is; after the last one, Gather.
  const question = plan === null || (!current && comes === 0) ? 'none yet' : (current?.match.key ?? 'none left')
  useEffect(() => {
    if (question === 'none yet') return
    if (isPasting) return
    if (question === 'none left') gatherButton.current?.focus()
    else sameButton.current?.focus()
  }, [question, isPasting])

  function close() {
    gathering?.abort()
    session.setState({ dialog: null })
  }

  async function gather() {
    if (!planned || current || comes === 0 || gathering) return
    const stop = new AbortController()
    setGathering(stop)
    try {
      await gatherNow(files, planned, included, decisions, stop.signal)
    } catch {
      setGathering(null)
      if (!stop.signal.aborted) setProblem('The files could not be gathered. Your map has not changed.')
    }
  }

  const waits = plan === null && planProblem === ''
  const said = gathering ? 'Gathering…' : waits ? 'Looking at the files…' : problem || planProblem || 'One undo takes all of it back.'
  return (
    <Dialog
      title={files.length + refused.length === 0 ? 'Gather' : `Gather ${counted(files.length + refused.length, 'file')}`}
      name="Gather"
      lead="Each becomes a perspective. Nothing in your own map is changed."
      onClose={close}
      onSubmit={() => void gather()}
      footer={
        <>
          <p className="quiet-text" role="status">
            {said}
          </p>
          {(gathering || waits) && <progress className="gather-progress" aria-label={said} />}
          <span className="grow" />
          {files.length > 0 && !gathering && (
            <Button
              look="link"
              onClick={() => {
                close()
                void openRead(files.map((file) => ({ ...file, ok: true })), refused)
              }}
            >
              {files.length === 1 ? 'Open it as a map of its own' : 'Open them as maps of their own'}
            </Button>
          )}
          <Button onClick={close}>Cancel</Button>
          <Button ref={gatherButton} look="primary" submits {...(current || comes === 0 ? {} : { keyCap: 'Enter' })} disabled={!plan || current !== undefined || comes === 0 || gathering !== null}>
            {counts && counts.toCheck > 0 ? `Gather · ${counts.toCheck} to check first` : comes === 0 && plan ? 'Gather · nothing new' : 'Gather'}
          </Button>
        </>
      }
    >
      <div className="gather">
        {plan && files.length + refused.length > 0 && <FilesTable plan={plan} files={files} refused={refused} included={included} onInclude={(key, isIn) => setIncluded((before) => new Set(isIn ? [...before, key] : [...before].filter((one) => one !== key)))} />}
        <div className="gather-line">
          {counts && files.length > 0 && (
            <p className="gather-counts" role="status">
              <b>{counts.same}</b> the same <b>{counts.byName}</b> matched by name <b>{counts.toCheck}</b> to check <b>{counts.fresh}</b> new
            </p>
          )}
          <span className="grow" />
          <Button small aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
            Paste a table’s text…
          </Button>
          <Button small onClick={() => void ports().files.pick().then(gatherMore)}>
            Add files…
          </Button>
        </div>
        {isPasting && (
          <PastedText
            onText={(text) => {
              setPasting(false)
              void gatherText(text)
            }}
          />
        )}
        {current && (
          <MatchCard review={current} turn={at + 1} of={asked.length} onSame={() => decide(current.match.key, 'same')} onNew={() => decide(current.match.key, 'new')} onBack={back} sameButton={sameButton} />
        )}
        {reviews.length > 0 && <MatchList reviews={reviews} decisions={decisions} onDecide={decide} />}
      </div>
    </Dialog>
  )
}
