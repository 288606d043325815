import { COMMANDS } from '../../commands/commands.ts'
import type { CommandGroup } from '../../commands/command.ts'
import { commandContext, invoke, isOffered } from '../../commands/dispatch.ts'
import { isPress, isSingleKey, type KeyPress } from '../../commands/keys.ts'
import { preferences } from '../../session/preferences.ts'
import { session } from '../../session/session.ts'
import { isApple } from '../platform.ts'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** What single keys do where one only looks: a digit there would rate whatever happens to be chosen. */
const LOOKING: readonly CommandGroup[] = ['Views', 'See it', 'Move', 'In the room', 'Anywhere']

/** Whether single keys may work here: on the map itself, or where nothing at all has the focus; where one only looks, those that look. */
function isOnMap(target: EventTarget | null, group: CommandGroup): boolean {
  if (!(target instanceof Element) || target.matches(typing)) return false
  if (target.closest('[data-keys="looking"]')) return LOOKING.includes(group)
  return target === document.body || target.matches('[data-zone="view"], [data-keys="itself"]') || target.closest('[role="region"][aria-label="Map"], section[aria-label="Map"]') !== null
}

/** A button on the map takes Enter and Space for itself. */
function ownsPress(target: EventTarget | null, written: string): boolean {
  return (written === 'Enter' || written === ' ') && target instanceof Element && target.closest('button, a, [role^="menuitem"], [role="option"]') !== null
}

/** In a field, pasting is into it; in one with something in it, undo, select-all and doubling are about its own letters. */
function isTextEdit(target: EventTarget | null, written: string): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false
  return written === '$mod+Shift+v' || (/^\$mod\+(Shift\+)?[adyz]$/.test(written) && target.value !== '')
}

/** The layout's third level (AltGr) types characters: Ctrl and Alt are not meant then. */
function pressOf(event: KeyboardEvent): KeyPress {
  // Apple's keyboards have no key of that name: some browsers say it of Option.
  const isThirdLevel = !isApple && (event.getModifierState?.('AltGraph') ?? false)
  return {
    key: event.key,
    code: event.code,
    mod: !isThirdLevel && (isApple ? event.metaKey : event.ctrlKey),
    alt: !isThirdLevel && event.altKey,
    shift: event.shiftKey,
  }
}

/** Finds the command of a press and runs it. A key that something nearer has used is left alone, and so is all but Escape while a dialog is open. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || session.getState().dialog !== null) return
  const press = pressOf(event)
  const { singleKeys } = preferences.getState()
  const c = commandContext()
  for (const command of COMMANDS) {
    if (command.isEvent) continue
    const onMap = singleKeys && isOnMap(event.target, command.group)
    const key = command.keys?.find((written) => isPress(written, press) && ((onMap && !ownsPress(event.target, written)) || !(isSingleKey(written) || command.onMapOnly)) && !isTextEdit(event.target, written))
    if (key === undefined || !isOffered(command, c)) continue
    event.preventDefault()
    void invoke(command.id)
    return
  }
  // The browser's own find, print and save would show and keep a page, not the map.
  if (press.mod && !press.alt && /^[fs]$/i.test(press.key) && c.map !== null) event.preventDefault()
}

export function wireKeys(): void {
  document.addEventListener('keydown', handleKey)
}
