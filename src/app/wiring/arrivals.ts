import { openFiles } from '../../commands/open-files.ts'
import { session } from '../../session/session.ts'
import { fileIn } from './page-files.ts'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

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
    if (session.getState().dialog !== null || (event.target instanceof Element && event.target.closest(typing))) return
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => !file.type.startsWith('image/'))
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() === '' && files.length === 0) return
    event.preventDefault()
    if (text.trim() === '') void openFiles(files.map(fileIn))
    else session.setState({ dialog: { name: 'Paste', text } })
  })
}
