import { removeBackground, setBackground, type Picture } from '../edits/background.ts'
import { say, session } from '../session/session.ts'
import { canEdit } from './anywhere.ts'
import type { Command, CommandContext, Outcome } from './command.ts'
import type { FileIn } from './ports.ts'

/** What browsers can read and a map may keep; the picker shows these. */
const PICTURES = 'image/png,image/jpeg,image/webp,image/gif,image/avif,image/bmp'
/** Said once it lies there. */
export const BACKGROUND_USED = 'It lies beneath the map. Its place and size are in the details of the map.'

/** A file as a picture that a map can keep; null where it is none, and then the reason is on screen. */
async function pictureFrom(file: FileIn): Promise<Picture | null> {
  const { madePicture, MOST_FILE } = await import('../outputs/background-picture.ts')
  const made = file.size > MOST_FILE ? { reason: `it is ${Math.ceil(file.size / 1024 / 1024)} MB, and Sightlines takes pictures up to ${MOST_FILE / 1024 / 1024} MB` } : await file.bytes().then(madePicture, () => ({ reason: 'the browser could not read it from the disk' }))
  if ('data' in made) return made
  session.setState({ dialog: { name: 'Refused', files: [{ file: file.name, place: 'The picture', reason: made.reason }], again: { title: 'Choose another picture…', command: 'background-picture' } } })
  say(`${file.name} could not be opened.`)
  return null
}

/** A picture that was dropped or pasted: shown first, and asked about. */
export async function offerPicture(file: FileIn): Promise<void> {
  const picture = await pictureFrom(file)
  if (picture) session.setState({ dialog: { name: 'Background', file: file.name, picture } })
}

async function choose(c: CommandContext): Promise<Outcome | void> {
  const [file] = await c.files.pick(PICTURES)
  const picture = file && (await pictureFrom(file))
  if (!picture) return undefined
  return { change: (map) => setBackground(map, picture), select: [], announce: BACKGROUND_USED }
}

export const BACKGROUND_COMMANDS: readonly Command[] = [
  { id: 'background-picture', title: 'Background picture…', group: 'Map', menu: 3, keywords: 'image photo plan drawing beneath', when: canEdit, run: choose },
  {
    id: 'background-remove',
    title: 'Remove the background picture',
    group: 'Map',
    keywords: 'image photo delete',
    when: (c) => canEdit(c) && c.map?.meta.background !== null,
    run(c) {
      if (!c.map) return undefined
      c.setSession({ toast: { words: 'Removed the background picture', button: { title: 'Undo', command: 'undo' } } })
      return { change: removeBackground(c.map), announce: 'Removed the background picture. Control Z brings it back.' }
    },
  },
]
