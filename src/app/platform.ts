/** Whether this device's keyboard has ⌘ where others have Ctrl. */
export const isApple: boolean = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
