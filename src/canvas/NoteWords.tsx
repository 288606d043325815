import { useStoreApi } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { NEW_AREA } from '../edits/areas.ts'
import type { Id } from '../model/ids.ts'
import type { Point, Size } from '../model/records.ts'
import { fieldKey, NEW_NOTE } from '../session/field-drafts.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { session } from '../session/session.ts'
import { makeArea, makeNote, rewriteNote } from './beside-gestures.ts'
import { shownIn } from './camera.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { clearPlace } from './clear-place.ts'
import { focusMap } from './focus-map.ts'
import { useOnScreen } from './use-on-screen.ts'
import { WordsBox } from './WordsBox.tsx'

/** Of a note's letters, world units; on screen never smaller than the other fields'. */
const LETTERS = 14
const LEAST_LETTERS = 14
/** A new note as it is mostly: wide, and a few lines high. */
const NEW: Size = [240, 84]
/** From where the pointer was to the corner of the words that begin there. */
const BEFORE_WORDS: Point = [11, 12]

/** The words of a note that is there, written in its place. */
export function NoteWords({ id }: { readonly id: Id }) {
  const text = useLive((state) => state.map?.notes.get(id)?.text)
  const note = useCanvas((state) => state.scene?.noteById.get(id))
  const [width, height] = note?.size ?? [0, 0]
  const { x, y, zoom } = useOnScreen(note && [note.centre[0] - width / 2, note.centre[1] - height / 2])
  const scale = useCanvas((state) => state.scene?.cardScale ?? 1)
  const close = () => {
    if (session.getState().renaming === id) session.setState({ renaming: null })
    focusMap()
  }
  if (text === undefined || !note) return null
  return (
    <WordsBox label="Note" start={text} draft={fieldKey('Note', id)} left={x - 3} top={y - 4} width={Math.max(width * zoom + 8, 180)} least={height * zoom}
      size={Math.max(LEAST_LETTERS, LETTERS * zoom * scale)} onDrop={close} onKeep={(to) => (rewriteNote(id, to), close())} />
  )
}

/** What was asked for with a command: words for a new note, and an area at once. Both stand where there is room. */
export function AddingBox() {
  const adding = useSession((state) => state.adding)
  const hasScene = useCanvas((state) => state.scene !== null)
  if (!hasScene || adding === null) return null
  return adding === 'note' ? <NewNote /> : <NewArea />
}

function NewNote() {
  const place = useClearPlace()
  const scale = useCanvas((state) => state.scene?.cardScale ?? 1)
  const [corner] = useState<Point>(() => {
    const { addingAt } = canvas.getState()
    if (addingAt) return [addingAt[0] - BEFORE_WORDS[0], addingAt[1] - BEFORE_WORDS[1]]
    const [x, y] = place([NEW[0] * scale, NEW[1] * scale])
    return [x - NEW[0] / 2, y - NEW[1] / 2]
  })
  const { x, y, zoom } = useOnScreen(corner)
  const close = () => {
    session.setState({ adding: null })
    canvas.setState({ addingAt: null })
    focusMap()
  }
  return (
    <WordsBox label="Words of the new note" start="" draft={fieldKey(NEW_NOTE, '')} left={x - 3} top={y - 4} width={Math.max(NEW[0] * zoom + 8, 180)} least={0}
      size={Math.max(LEAST_LETTERS, LETTERS * zoom * scale)} onDrop={close} onKeep={(words) => (makeNote(words, corner), close())} />
  )
}

/** Of the window, what a new area takes at most: the rest of the map stays in sight. */
const MOST_OF_WINDOW = 0.38
const GRID = 8

function NewArea() {
  const flow = useStoreApi()
  const place = useClearPlace()
  useEffect(() => {
    // Drawn twice in development, it is made once.
    if (session.getState().adding !== 'area') return
    session.setState({ adding: null })
    const { transform: [, , zoom], width, height } = flow.getState()
    const fitting = (side: number, window: number) => Math.round(Math.min(side, (window / zoom) * MOST_OF_WINDOW) / GRID) * GRID
    const size: Size = [fitting(NEW_AREA[0], width), fitting(NEW_AREA[1], height)]
    makeArea(place(size), size)
  }, [flow, place])
  return null
}

/** Where in the window a box of some size has room, world units. */
function useClearPlace(): (size: Size) => Point {
  const flow = useStoreApi()
  const [place] = useState(() => (size: Size): Point => {
    const { scene } = canvas.getState()
    const { transform: [x, y, zoom], width, height } = flow.getState()
    return scene ? clearPlace(scene, shownIn({ x, y, zoom }, width, height), size) : [0, 0]
  })
  return place
}
