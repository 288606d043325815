/** The work took longer than it was given. */
export class TooLong extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super(`more than ${seconds} s`)
    this.seconds = seconds
  }
}

/** The work's result, or `TooLong`; what it began goes on, and whoever asked has to end it. */
export async function limited<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong(seconds)), seconds * 1000)
  })
  const running = work()
  // When it fails after its time, nobody waits for it any more.
  running.catch(() => undefined)
  try {
    return await Promise.race([running, late])
  } finally {
    clearTimeout(timer)
  }
}
