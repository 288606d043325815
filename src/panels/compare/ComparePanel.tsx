import { useMemo } from 'react'
import { useLive, useSession } from '../../session/hooks.ts'
import { talkOf } from '../../session/talk.ts'
import { ChangeList } from './ChangeList.tsx'
import { TalkList } from './TalkList.tsx'
import { useCompared } from './use-compared.ts'
import './ComparePanel.css'

/** What differs: between the two readings that are compared, or, while none are, between the voices. */
export function ComparePanel() {
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const reading = useSession((s) => s.reading)
  const overlay = useSession((s) => s.overlay)
  const voices = useSession((s) => s.voices)
  const unattributed = useSession((s) => s.unattributed)
  const isComparing = useSession((s) => s.compared !== null)
  const compared = useCompared()
  const talk = useMemo(() => (map && !isComparing ? talkOf(map, contents, { reading, overlay, voices, unattributed, compared: null, compareLook: 'ghosts', vision: null }) : null), [map, isComparing, contents, reading, overlay, voices, unattributed])
  if (compared) return <ChangeList compared={compared} />
  if (isComparing) return <p className="quiet-text">Fetching the version…</p>
  return talk && <TalkList talk={talk} />
}
