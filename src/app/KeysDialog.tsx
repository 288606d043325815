import type { ReactNode } from 'react'
import type { Command, CommandGroup } from '../commands/command.ts'
import { COMMANDS } from '../commands/commands.ts'
import { capsOf } from '../commands/keys.ts'
import { MAP_KEYS } from '../commands/map-keys.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { KeyCap } from '../controls/KeyCap.tsx'
import { Tick } from '../controls/Tick.tsx'
import { tieKind } from '../model/kinds.ts'
import { usePreferences } from '../session/hooks.ts'
import { preferences } from '../session/preferences.ts'
import { session } from '../session/session.ts'
import { isApple } from './platform.ts'
import './KeysDialog.css'

type Block = CommandGroup | 'What you type'
const COLUMNS: readonly (readonly Block[])[] = [['Say it', 'What you type'], ['Rate it', 'Move', 'Choose', 'Arrange'], ['See it', 'In the room', 'Map'], ['Views', 'Anywhere', 'Copy', 'Change']]

const TYPED: readonly (readonly [caps: readonly string[], words: string])[] = [
  [['A', tieKind('refers').arrow, 'B'], tieKind('refers').short],
  [['A', tieKind('works').arrow, 'B'], tieKind('works').short],
  [['!', 'call'], 'an action'],
  [['?', 'aha'], 'a reflection'],
]

function Line({ caps, words }: { readonly caps: ReactNode; readonly words: string }) {
  return (
    <div>
      <dt>{caps}</dt>
      <dd>{words}</dd>
    </div>
  )
}

/** Caps of one or more keys; a run is written `0…5`. */
function caps(keys: readonly string[]): ReactNode {
  return keys.map((key, i) => {
    const [from = '', to] = key.length > 1 ? key.split('…') : [key]
    return (
      <span key={key} className="key-run">
        {i > 0 && ' '}
        {capsOf(from, isApple).map((cap) => (
          <KeyCap key={cap} of={cap} />
        ))}
        {to !== undefined && (
          <>
            {' to '}
            <KeyCap of={to} />
          </>
        )}
      </span>
    )
  })
}

function linesOf(block: Block): readonly { readonly id: string; readonly keys: ReactNode; readonly words: string }[] {
  if (block === 'What you type') {
    return TYPED.map(([of, words]) => ({ id: words, keys: of.map((cap) => <KeyCap key={cap} of={cap} />), words }))
  }
  const ofMap = MAP_KEYS.filter((line) => line.group === block).map((line) => ({ id: line.title, keys: caps(line.keys), words: line.title }))
  const ofCommands = COMMANDS.filter((command) => command.group === block).flatMap((command: Command) => {
    const line = command.sheet === undefined ? command.keys && { keys: command.keys, title: command.title } : command.sheet
    return line ? [{ id: command.id, keys: caps(line.keys), words: line.title }] : []
  })
  return [...ofMap, ...ofCommands]
}

/** Every key on one page, from the command list. */
export function KeysDialog() {
  const isOn = usePreferences((p) => p.singleKeys)
  return (
    <Dialog
      title="Keys"
      lead="Single keys work when the map has focus. You never need one: everything is in Commands."
      width="reference"
      onClose={() => session.setState({ dialog: null })}
      footer={
        <>
          <Tick isOn={isOn} onChange={(singleKeys) => preferences.setState({ singleKeys })}>
            Single keys are on
          </Tick>
          <span className="grow" />
          <Button onClick={() => window.print()}>Print this page</Button>
        </>
      }
    >
      <div className="keys-grid">
        {COLUMNS.map((blocks) => (
          <div key={blocks[0]}>
            {blocks.map((block) => {
              const lines = linesOf(block)
              return lines.length === 0 ? null : (
                <section key={block}>
                  <h3>{block}</h3>
                  <dl>
                    {lines.map((line) => (
                      <Line key={line.id} caps={line.keys} words={line.words} />
                    ))}
                  </dl>
                </section>
              )
            })}
          </div>
        ))}
      </div>
    </Dialog>
  )
}
