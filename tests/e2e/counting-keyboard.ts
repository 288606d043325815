import type { Page } from '@playwright/test'

/** Types like a person and counts the keystrokes that are not the letters of words; a chord counts once. */
export class CountingKeyboard {
  private readonly page: Page
  private count = 0
  private readonly parts: { readonly name: string; readonly keys: number }[] = []
  private begun = 0

  constructor(page: Page) {
    this.page = page
  }

  /** Letters of the words themselves: not counted. */
  async words(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Signs that are no words, such as an arrow: each counted. */
  async signs(text: string): Promise<void> {
    this.count += text.replaceAll(' ', '').length
    await this.page.keyboard.type(text)
  }

  /** A key or a chord (`Control+s`): counted. */
  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.count++
      await this.page.keyboard.press(key)
    }
  }

  /** Ends a part of the script under a name. */
  part(name: string): void {
    this.parts.push({ name, keys: this.count - this.begun })
    this.begun = this.count
  }

  get total(): number {
    return this.count
  }

  /** The counts as a table, for the log. */
  table(): string {
    const width = Math.max(...this.parts.map(({ name }) => name.length))
    return [...this.parts, { name: 'together', keys: this.count }].map(({ name, keys }) => `  ${name.padEnd(width)} ${String(keys).padStart(4)}`).join('\n')
  }
}
