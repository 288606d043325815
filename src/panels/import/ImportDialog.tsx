import { useMemo, useState } from 'react'
import { importAsMap, importIntoOpen, nextImport } from '../../commands/import-file.ts'
import { ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { guessChoices, type Choices } from '../../formats/found/choices.ts'
import type { Found, FoundOwn } from '../../formats/found/found.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import type { MetFile } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { nameOfMap } from '../../words/map-name.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { MeaningTables } from './MeaningTables.tsx'
import { NotesOf } from './NotesOf.tsx'
import './ImportDialog.css'

/** A file of another tool: what was found, what its words mean here, what was put right and what cannot come. Nothing is kept before it is confirmed. */
export function ImportDialog() {
  const dialog = useSession((s) => s.dialog)
  const [met, ...others] = dialog?.name === 'Import' ? dialog.files : []
  return met ? <ImportOne key={`${met.file} ${others.length}`} met={met} more={others.length} gathers={dialog?.name === 'Import' && dialog.gathers !== undefined} /> : null
}

/** `more` files come after this one; `gathers` where all of them go into the open map. */
function ImportOne({ met, more, gathers }: { readonly met: MetFile; readonly more: number; readonly gathers: boolean }) {
  const { maps, format } = met.found
  const open = useLive((s) => s.map)
  const isOld = useSession((s) => s.reading.version !== null)
  const [at, setAt] = useState(0)
  const found = maps[at] ?? maps[0]
  const guessed = useMemo(() => found && guessChoices(found), [found])
  const [chosen, setChosen] = useState<{ readonly of: Found; readonly choices: Choices } | null>(null)
  const [running, setRunning] = useState<AbortController | null>(null)
  const [problem, setProblem] = useState('')
  if (!found || !guessed) return null
  const choices = chosen?.of === found ? chosen.choices : guessed
  const change = (next: Choices) => setChosen({ of: found, choices: next })
  const loose = found.elements.filter((element) => element.at === null).length

  async function run(how: typeof importAsMap) {
    if (running || !found) return
    const stop = new AbortController()
    setRunning(stop)
    setProblem('')
    try {
      await how(met, found, choices, stop.signal)
    } catch {
      setProblem(stop.signal.aborted ? 'Stopped. Nothing has changed.' : 'This could not be brought in. Nothing has changed.')
      setRunning(null)
    }
  }
  const close = () => (running ? running.abort() : nextImport())
  const said = running ? 'Finding a place for everything…' : problem

  return (
    <Dialog
      title={`Import ${met.file}`}
      name="Import"
      lead={`${format.charAt(0).toUpperCase()}${format.slice(1)}: ${counted(found.elements.length, 'element')}, ${counted(found.ties.length, 'tie')}${more > 0 ? `. ${counted(more, 'file')} after it` : ''}`}
      width="work"
      onClose={close}
      onSubmit={() => void run(gathers ? importIntoOpen : importAsMap)}
      footer={
        <>
          <p className="quiet-text" role="status">
            {said}
          </p>
          {running && <progress aria-label={said} />}
          <span className="grow" />
          <Button onClick={close}>{running ? 'Stop' : gathers ? 'Leave it out' : 'Cancel'}</Button>
          {open && !isOld && !gathers && (
            <Button disabled={running !== null} onClick={() => void run(importIntoOpen)}>
              Gather into {nameOfMap(open.meta)}…
            </Button>
          )}
          <Button look="primary" submits keyCap="Enter" data-first disabled={running !== null}>
            {!gathers ? 'Open as a new map' : more > 0 ? 'Next file' : `Gather into ${open ? nameOfMap(open.meta) : 'the map'}…`}
          </Button>
        </>
      }
    >
      <div className="import">
        {maps.length > 1 && (
          <SelectField label="There are several maps in this file. Bring in" value={at} onChange={(event) => setAt(Number(event.target.value))}>
            {maps.map((map, i) => (
              <option key={i} value={i}>
                {map.title || `Map ${i + 1}`} ({counted(map.elements.length, 'element')}, {counted(map.ties.length, 'tie')})
              </option>
            ))}
          </SelectField>
        )}
        <p>
          {placesInWords(found.elements.length, loose)} {found.own && viewsInWords(found.own, gathers)}
        </p>
        <MeaningTables found={found} choices={choices} onChange={change} />
        <ColumnsTable found={found} choices={choices} onChange={change} />
        <NotesOf title="Put right or guessed" notes={found.repairs} />
        <NotesOf title="Cannot be kept" notes={found.losses} />
        {found.repairs.length + found.losses.length > 0 && (
          <p>
            <Button small onClick={() => void ports().files.copyText([...found.repairs, ...found.losses].map(({ place, words }) => `${place}: ${words}`).join('\n'))}>
              Copy what was noted
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** Gathering takes one view of each file, as it does of a map file. */
function viewsInWords({ views }: FoundOwn, gathers: boolean): string {
  const said = views.reduce((sum, view) => sum + view.said.size, 0)
  const one = 'Gathered into another map, their shared picture is the view that comes.'
  return `Sightlines wrote these tables. ${gathers ? one : `${counted(views.length, 'view')} and ${counted(said, 'answer')} come with them. ${one}`}`
}

function placesInWords(all: number, loose: number): string {
  if (loose === 0) return 'Everything stands where the file puts it, moved apart where names need room.'
  if (loose === all) return 'The file does not say where things stand. They are settled when it opens.'
  return `${counted(loose, 'element')} of ${all} have no place in the file, and are settled among the others.`
}
