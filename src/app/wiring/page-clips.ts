import type { Clips } from '../../commands/ports.ts'
import { CLIP_TYPE, type Clip } from '../../formats/clip/write-clip.ts'

/** Where a tab keeps what was copied last in Sightlines, so that it can be pasted without asking the browser for the clipboard. */
const KEPT = 'sightlines copied'
const ASKED = 'what was copied last?'
const lines = (text: string) => text.replace(/\r\n?/g, '\n').trim()

type Found = Awaited<ReturnType<Clips['read']>>

/** What was copied last in any tab that was open then: its text tells whether the clipboard still holds it. */
let kept: Pick<Clip, 'json' | 'text'> | null = null
let channel: BroadcastChannel | null = null
/** The copy event that is being handled: what is written meanwhile goes into it. */
let copying: ClipboardEvent | null = null
let waiting: Clip | null = null
/** What a paste event has brought, while it is being handled. */
let arrived: Found = null

function keep(clip: Pick<Clip, 'json' | 'text'>): void {
  kept = clip
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(clip))
  } catch {
    // Too large, or no session storage: it is kept until the page is loaded again.
  }
}

/** In this page: session storage is cleared as a whole. */
export function forgetCopied(): void {
  kept = null
}

function recalled(): typeof kept {
  if (kept) return kept
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    return isKept(found) ? found : null
  } catch {
    return null
  }
}

function answer(): void {
  const last = recalled()
  if (last) channel?.postMessage({ last })
}

function isAnswer(value: unknown): value is { readonly last: Pick<Clip, 'json' | 'text'> } {
  return typeof value === 'object' && value !== null && 'last' in value && isKept(value.last)
}

function isKept(value: unknown): value is Pick<Clip, 'json' | 'text'> {
  return typeof value === 'object' && value !== null && 'json' in value && 'text' in value && typeof value.json === 'string' && typeof value.text === 'string'
}

/** Our own form of a text, where it is the one that was copied last. */
function clipOf(text: string): string | null {
  const last = recalled()
  return last && lines(last.text) === lines(text) ? last.json : null
}

async function mayRead(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state === 'granted'
  } catch {
    return false
  }
}

export const pageClips: Clips = {
  write(clip) {
    keep({ json: clip.json, text: clip.text })
    channel?.postMessage({ json: clip.json, text: clip.text })
    if (copying) return fill(copying, clip)
    waiting = clip
    document.execCommand('copy')
    // Where the browser sends no copy event without a selection of text, its other way takes text and table.
    if (waiting) void writeLater(clip)
    waiting = null
  },

  async read() {
    if (arrived) return arrived
    const last = recalled()
    if (last && !(await mayRead())) return { clip: last.json, text: last.text }
    try {
      const text = await navigator.clipboard.readText()
      return { clip: clipOf(text), text }
    } catch {
      return last ? { clip: last.json, text: last.text } : null
    }
  },
}

async function writeLater({ text, html }: Clip): Promise<void> {
  const of = (type: string, words: string) => ({ [type]: new Blob([words], { type }) })
  await navigator.clipboard.write([new ClipboardItem({ ...of('text/plain', text), ...of('text/html', html) })]).catch(() => undefined)
}

function fill(event: ClipboardEvent, { json, text, html }: Clip): void {
  event.clipboardData?.setData('text/plain', text)
  event.clipboardData?.setData('text/html', html)
  event.clipboardData?.setData(CLIP_TYPE, json)
  event.preventDefault()
}

/** Fills a copy that a command asked for, before anything nearer takes it for its own. */
export function answerAsked(event: ClipboardEvent): void {
  if (!waiting) return
  fill(event, waiting)
  waiting = null
  event.stopPropagation()
}

/** Runs what writes to the clipboard within a copy or cut event. */
export function answerCopy(event: ClipboardEvent, run: () => void): void {
  copying = event
  try {
    run()
  } finally {
    copying = null
  }
}

/** What a paste event brings, if it is a part of a map. */
export function clipIn(data: DataTransfer | null): Found {
  const text = data?.getData('text/plain') ?? ''
  const brought = data?.getData(CLIP_TYPE)
  // A tab that was not open when it was copied knows it from here on: a command is given the text alone.
  if (brought) keep({ json: brought, text })
  const clip = brought || clipOf(text)
  return clip ? { clip, text } : null
}

/** Runs a paste whose content the event has brought. */
export async function withArrived(found: Found, run: () => Promise<unknown>): Promise<void> {
  arrived = found
  try {
    // What it reads, it reads before it first waits.
    const running = run()
    arrived = null
    await running
  } finally {
    arrived = null
  }
}

/** Hears what other tabs copy, and at the start asks them what was copied last. */
export function wireClips(): void {
  if (typeof BroadcastChannel === 'undefined') return
  channel = new BroadcastChannel(KEPT)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isKept(data)) keep(data)
    else if (data === ASKED) answer()
    else if (isAnswer(data) && !recalled()) keep(data.last)
  })
  channel.postMessage(ASKED)
  // A copy that a command asks for is possible though no text is selected.
  document.addEventListener('beforecopy', (event) => waiting && event.preventDefault())
}
