const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const MONTH_NAMES: readonly string[] = MONTHS
export const DAY_NAMES: readonly string[] = DAYS

/** The day on the wall of the room, `YYYY-MM-DD`: local, since a workshop at 23:30 is still that day. */
export function isoDate(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A `YYYY-MM-DD` day as people here write it: 19 May 2016. Text that is no day comes back as it is. */
export function spokenDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  const month = MONTHS[Number(parts?.[2]) - 1]
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : date
}

/** The day of a moment and its time, as the clock on the wall showed: 19 May 2016, 10:04. */
export function spokenMoment(at: Date): string {
  return `${spokenDate(isoDate(at))}, ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** How long ago, in the largest unit that fits. Epoch milliseconds; what lies ahead reads as just now. */
export function timeAgo(then: number, now: number): string {
  const gone = now - then
  if (gone < MINUTE) return 'just now'
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} min ago`
  if (gone < DAY) return ago(Math.floor(gone / HOUR), 'hour')
  if (gone < 14 * DAY) return ago(Math.floor(gone / DAY), 'day')
  return spokenDate(isoDate(new Date(then)))
}

/** A stretch of time that is being counted: 12 s, 3 min, 2 hours. Milliseconds. */
export function duration(length: number): string {
  if (length < MINUTE) return `${Math.max(0, Math.floor(length / SECOND))} s`
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`
  const hours = Math.floor(length / HOUR)
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`
}

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
