import { openFiles } from '../../commands/open-files.ts'
import { session } from '../../session/session.ts'
import { fileIn } from './page-files.ts'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** A paste belongs to the field it is made in; only rows have no place in the capture line, which holds one. */
function isTyping(target: EventTarget | null, text: string): boolean {
  if (!(target instanceof Element) || !target.closest(typing)) return false
  return target.closest('[data-zone="capture"]') === null || !/[\t\n]/.test(text.trim())
}

/** Files dropped anywhere are opened; text pasted where nobody is typing is looked at as a list. */
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
    void openFiles(files.map(fileIn))
  })
  addEventListener('paste', (event) => {
    if (session.getState().dialog !== null) return
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => !file.type.startsWith('image/'))
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (isTyping(event.target, text) || (text.trim() === '' && files.length === 0)) return
    event.preventDefault()
    if (text.trim() === '') void openFiles(files.map(fileIn))
    else session.setState({ dialog: { name: 'Paste', text } })
  })
}
