import { useState } from 'react'
import { dispatch, invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { LineEditor } from '../controls/LineEditor.tsx'
import { useLive } from '../session/hooks.ts'
import { MainMenu } from './MainMenu.tsx'
import { ReadingSentence } from './ReadingSentence.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import { TimerFace } from './TimerFace.tsx'
import { TitleMenu } from './TitleMenu.tsx'
import { useCommand } from './use-command.ts'
import './TopBar.css'

/** One line that reads as a sentence: which map, which moment of it, seen by whom. */
export function TopBar() {
  const title = useLive((l) => l.map?.meta.title ?? '')
  const projector = useCommand('projector')
  const panels = useCommand('hide-panels')
  const [isRenaming, setRenaming] = useState(false)

  function keep(words: string) {
    setRenaming(false)
    if (words.trim() !== '' && words.trim() !== title) dispatch('Rename the map', { writes: [{ at: 'meta', id: 'map', field: 'title', to: words.trim() }] })
  }

  return (
    <header className="top-bar" data-zone="top">
      <MainMenu />
      {isRenaming ? (
        <LineEditor label="Title" words={title} onKeep={keep} onLeave={() => setRenaming(false)} />
      ) : (
        <TitleMenu title={title} onRename={() => setRenaming(true)} />
      )}
      <ReadingSentence />
      <span className="grow" />
      <SaveStatus />
      <TimerFace />
      {panels.isOn && (
        <Button small look="quiet" onClick={panels.run}>
          Show panels
        </Button>
      )}
      <Button small look="quiet" keyCap="P" aria-label="Projector" onClick={projector.run}>
        Projector
      </Button>
      <Button small onClick={() => void invoke('export')}>
        Export
      </Button>
    </header>
  )
}
