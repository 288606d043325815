import { expect, type Page } from './fixture.ts'

/** What a person must be able to use, by its role in the accessibility tree. */
const INTERACTIVE = new Set([
  'button', 'checkbox', 'combobox', 'gridcell', 'link', 'listbox', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'radio', 'slider', 'spinbutton', 'switch', 'tab', 'textbox',
])

/** A grid's empty cell has nothing to say beside its column and row. */
const MAY_BE_EMPTY = new Set(['gridcell'])

interface TreeNode {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
}

/** Controls that a screen reader would meet without a name, as the browser itself computes names. */
async function namelessControls(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = (await client.send('Accessibility.getFullAXTree')) as { nodes: readonly TreeNode[] }
  await client.detach()
  return nodes
    .filter(({ ignored, role, name }) => !ignored && role && INTERACTIVE.has(role.value) && !MAY_BE_EMPTY.has(role.value) && !name?.value.trim())
    .map(({ role }) => `a ${role?.value} without a name`)
}

/** Controls smaller than 24 × 24 CSS px that have not that much room to themselves either: WCAG 2.2, 2.5.8. */
function crampedControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const least = 24
    const scope = document.querySelector('dialog[open]') ?? document
    const found = [...scope.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], [role^=menuitem]')]
    const targets = found
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]') && !element.matches(':disabled'))
      // Far out cards are as small as the map is; nearer, in Find and in the table they are not, and a press beside one is taken for it.
      .filter((element) => !element.matches('.map-region .element') || document.querySelector('[aria-label="Zoom in"]') === null)
      // A box inside its own label is pressed anywhere on the label.
      .map((element) => ({ element, box: (element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
      // What lies under a list or a panel is no target while it does.
      .filter(({ element, box }) => {
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        return at === null || element.contains(at) || at.contains(element) || at.closest('label')?.contains(element) === true
      })
    const middle = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2] as const
    const isSmall = (box: DOMRect) => box.width < least - 0.5 || box.height < least - 0.5
    /** From the middle of a small target to the nearest point of another, or to the middle of another small one. */
    const room = (box: DOMRect, other: DOMRect) => {
      const [x, y] = middle(box)
      if (isSmall(other)) {
        const [otherX, otherY] = middle(other)
        return Math.hypot(x - otherX, y - otherY) - least / 2
      }
      return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom))
    }
    return targets.flatMap(({ element, box }) => {
      if (!isSmall(box)) return []
      const near = targets.find((other) => other.element !== element && !other.element.contains(element) && !element.contains(other.element) && room(box, other.box) < least / 2 - 0.5)
      if (!near) return []
      const name = (of: Element) => of.getAttribute('aria-label') ?? of.textContent?.trim().slice(0, 40) ?? of.tagName
      return [`“${name(element)}” is ${Math.round(box.width)} × ${Math.round(box.height)}, close to “${name(near.element)}”`]
    })
  })
}

/** Goes through the screen by Tab and says where the focus cannot be seen: outside the window, under something else, or without a mark. */
export async function unseenFocus(page: Page, most = 30): Promise<readonly string[]> {
  const problems = new Set<string>()
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return { name: '', problem: null }
      const name = `${element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.textContent?.trim().slice(0, 40) ?? ''} (${element.tagName.toLowerCase()}.${element.className})`
      const box = element.getBoundingClientRect()
      if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight) return { name, problem: 'has the focus outside the window' }
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
      const owns = (at: Element | null) => at !== null && (element.contains(at) || at.contains(element) || at.closest('label')?.contains(element) === true)
      const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]] as const
      const isCovered = getComputedStyle(element).pointerEvents !== 'none' && !points.some(([x, y]) => owns(document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)))
      if (isCovered) return { name, problem: 'has the focus under something else' }
      const marks = (of: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(of)
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      }
      const around = [element, element.parentElement, element.parentElement?.parentElement, element.parentElement?.parentElement?.parentElement].filter((of) => of instanceof Element)
      const isMarked = around.some(marks) || parseFloat(getComputedStyle(element).borderBottomWidth) >= 2.5
      return { name, problem: isMarked ? null : 'has the focus and does not show it' }
    })
    if (seen.problem !== null) problems.add(`${seen.name} ${seen.problem}`)
  }
  return [...problems]
}

/** Under forced colours the system lays its own ground behind words: words of that same colour are then lost, unless they opt out. */
export function wordsLostInForcedColours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const probe = document.createElement('span')
    probe.style.color = 'Canvas'
    document.body.append(probe)
    const ground = getComputedStyle(probe).color
    probe.remove()
    return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const words = [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim() ?? ''] : [])).join(' ').trim()
      if (words === '' || element instanceof SVGElement || !element.checkVisibility()) return []
      const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & { readonly forcedColorAdjust: string }
      return color === ground && forcedColorAdjust === 'auto' ? [words] : []
    })
  })
}

/** Every check of ours on the page as it stands. */
export async function expectUsable(page: Page): Promise<void> {
  expect(await namelessControls(page), 'Controls without a name').toEqual([])
  expect(await crampedControls(page), 'Controls too small for a finger').toEqual([])
}
