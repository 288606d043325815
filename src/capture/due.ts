import { isDate } from '../model/check.ts'
import { DAY_NAMES, isoDate, MONTH_NAMES } from '../words/dates.ts'

const begins = (names: readonly string[], said: string): number => (said.length < 3 ? -1 : names.findIndex((name) => name.toLowerCase().startsWith(said.toLowerCase())))

/**
 * A day as people say it: `10 June`, `10 Jun 2016`, `June 10`, `10/6` (the day first), `2016-06-10`, `today`, `tomorrow`,
 * `Friday`, `next Friday`. Without a year, the next one to come. Undefined where it is no day.
 */
export function dueFrom(said: string, now: Date): string | undefined {
  const text = said.trim().replace(/\s+/gu, ' ').replace(/[.,]$/u, '')
  const isDay: boolean = isDate(text)
  if (isDay) return text
  const word = text.toLowerCase()
  if (word === 'today') return isoDate(now)
  if (word === 'tomorrow') return isoDate(daysOn(now, 1))
  const weekday = begins(DAY_NAMES, word.replace(/^(next|this|on) /u, ''))
  if (weekday >= 0) return isoDate(daysOn(now, (weekday - now.getDay() + 6) % 7 + 1))
  const spoken = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,?(?: (\d{4}|\d{2}))?$/iu.exec(text)
  if (spoken) return dayOf(spoken[1], begins(MONTH_NAMES, spoken[2] ?? '') + 1, spoken[3], now)
  const turned = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/iu.exec(text)
  if (turned) return dayOf(turned[2], begins(MONTH_NAMES, turned[1] ?? '') + 1, turned[3], now)
  const figures = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/u.exec(text)
  return figures ? dayOf(figures[1], Number(figures[2]), figures[3], now) : undefined
}

/** Whether a day was meant, though there may be no such day: `31/2`, `31 February`. */
export function isMeantAsDay(said: string): boolean {
  const month = /^\d{1,2}(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\b|^([a-z]{3,9}) \d{1,2}\b/iu.exec(said.trim())
  return /^\d{1,2}[/.]|^\d{4}-/u.test(said) || (month !== null && begins(MONTH_NAMES, month[1] ?? month[2] ?? '') >= 0)
}

function dayOf(day: string | undefined, month: number, year: string | undefined, now: Date): string | undefined {
  const on = (y: number) => `${String(y).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (year !== undefined) {
    const said = on(year.length === 2 ? 2000 + Number(year) : Number(year))
    return isDate(said) ? said : undefined
  }
  const today = isoDate(now)
  for (let y = now.getFullYear(); y <= now.getFullYear() + 8; y++) if (isDate(on(y)) && on(y) >= today) return on(y)
  return undefined
}

function daysOn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
}
