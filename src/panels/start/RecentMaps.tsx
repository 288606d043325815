import { useState } from 'react'
import { ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { LineEditor } from '../../controls/LineEditor.tsx'
import { Menu } from '../../controls/Menu.tsx'
import type { MapCard } from '../../session/live.ts'
import { say, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { timeAgo } from '../../words/dates.ts'
import { nameOfMap as title } from '../../words/map-name.ts'
import { MapThumb } from './MapThumb.tsx'

/** The maps on this laptop, the last one changed first, with what can be done with each. */
export function RecentMaps({ maps }: { readonly maps: readonly MapCard[] }) {
  const [renaming, setRenaming] = useState<string | null>(null)
  const [removed, setRemoved] = useState<MapCard | null>(null)
  const now = ports().now().getTime()
  const cards = [...maps].sort((a, b) => b.changedAt - a.changedAt)

  function rename(card: MapCard, to: string) {
    setRenaming(null)
    if (to !== '' && to !== card.title) void ports().maps.rename(card.id, to)
  }
  async function remove(card: MapCard) {
    await ports().maps.remove(card.id)
    setRemoved(card)
    say(`${title(card)} is removed. Undo brings it back.`)
  }
  async function putBack(card: MapCard) {
    setRemoved(null)
    const isBack = await ports().maps.putBack(card.id)
    if (isBack) say(`${title(card)} is back.`)
    else session.setState({ toast: { words: `${title(card)} was removed too long ago to bring back.` } })
  }

  if (cards.length === 0 && !removed) return null
  return (
    <>
      <h2>Carry on with</h2>
      <ul className="start-recent">
        {cards.map((card) => (
          <li key={card.id}>
            {renaming === card.id ? (
              <LineEditor label={`Name of ${title(card)}`} words={card.title} onKeep={(words) => rename(card, words.trim())} onLeave={() => setRenaming(null)} />
            ) : (
              <button type="button" className="start-map" onClick={() => void ports().maps.open(card.id)}>
                <MapThumb picture={card.picture} />
                <span>
                  <b>{title(card)}</b>
                  <span className="start-map-state">
                    {counted(card.elements, 'element')} · {card.filedAt === null ? 'only on this laptop' : `file ${timeAgo(card.filedAt, now)}`}
                    {card.illustrative && ' · illustrative'}
                  </span>
                </span>
              </button>
            )}
            <Menu
              name={`More for ${title(card)}`}
              faceClass="start-more"
              face={<span aria-hidden="true">⋯</span>}
              items={[
                { id: 'rename', title: 'Rename', onChoose: () => setRenaming(card.id) },
                { id: 'duplicate', title: 'Duplicate', onChoose: () => void ports().maps.duplicate(card.id) },
                { id: 'remove', title: 'Remove from this laptop', startsGroup: true, onChoose: () => void remove(card) },
              ]}
            />
          </li>
        ))}
        {removed && (
          <li className="start-removed" role="status">
            <span>
              Removed <b>{title(removed)}</b>
            </span>
            <Button small onClick={() => void putBack(removed)}>
              Undo
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}
