import { offerPicture } from '../../commands/background.ts'
import { commandContext, invoke } from '../../commands/dispatch.ts'
import { canEdit } from '../../commands/anywhere.ts'
import { gatherText } from '../../commands/gather-files.ts'
import { openFiles } from '../../commands/open-files.ts'
import { isRatings } from '../../formats/ratings/ratings-line.ts'
import { live } from '../../session/live.ts'
import { say, session } from '../../session/session.ts'
import { answerAsked, answerCopy, clipIn, withArrived } from './page-clips.ts'
import { fileIn } from './page-files.ts'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** A paste belongs to the field it is made in; only rows have no place in the capture line, which holds one. */
function isTyping(target: EventTarget | null, text: string): boolean {
  if (!(target instanceof Element) || !target.closest(typing)) return false
  return target.closest('[data-zone="capture"]') === null || !/[\t\n]/.test(text.trim())
}

const isPicture = (file: File) => file.type.startsWith('image/')

/** One picture, while a map is open to be altered, can lie beneath it; anything else is a file to open. */
function take(files: readonly File[]): void {
  const [only] = files
  if (only && files.length === 1 && isPicture(only) && canEdit(commandContext())) void offerPicture(fileIn(only))
  else void openFiles(files.map(fileIn))
}

/** A copy belongs to the field it is made in, or to the words that are selected. */
function isOfText(target: EventTarget | null): boolean {
  return (target instanceof Element && target.closest(typing) !== null) || (getSelection()?.toString() ?? '') !== ''
}

/** Copies or cuts what is selected on the map, unless the event is about text. */
function copyOrCut(event: ClipboardEvent): void {
  if (session.getState().dialog !== null || isOfText(event.target)) return
  void invoke(event.type)
}

/** Files dropped anywhere are opened, a picture is offered as background; text pasted where nobody is typing is looked at as a list, and a part of a map goes in at once. */
export function wireArrivals(): void {
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  })
  addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    // Without this the browser would leave the page to show the file.
    event.preventDefault()
    take(files)
  })
  // In the capture line Shift asks for judgements too: the event of a paste does not say which keys were held.
  let hasShift = false
  addEventListener('keydown', ({ shiftKey, ctrlKey, metaKey }) => (hasShift = shiftKey && (ctrlKey || metaKey)), true)
  addEventListener('copy', answerAsked, true)
  for (const type of ['copy', 'cut'] as const) addEventListener(type, (event) => answerCopy(event, () => copyOrCut(event)))
  addEventListener('paste', (event) => {
    if (session.getState().dialog !== null) return
    // A spreadsheet copies its rows as a picture too; where no map is open nobody has asked for one.
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => !isPicture(file) || canEdit(commandContext()))
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (isTyping(event.target, text) || (text.trim() === '' && files.length === 0 && !clipIn(event.clipboardData))) return
    event.preventDefault()
    const clip = live.getState().map ? clipIn(event.clipboardData) : null
    if (clip) void withArrived(clip, () => invoke(hasShift ? 'paste-judgements' : 'paste').then((isDone) => isDone || say('A version is there to look at. Go back to now to paste.')))
    else if (text.trim() === '') take(files)
    else if (isRatings(text) && live.getState().map !== null) void gatherText(text)
    else session.setState({ dialog: { name: 'Paste', text } })
  })
}
