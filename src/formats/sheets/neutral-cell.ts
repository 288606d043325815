/**
 * A cell's text that no spreadsheet takes for a formula: what begins with one of the signs that start one (CWE-1236; full-width forms too)
 * gets a quote before it. What begins with quotes and then such a sign gets one more, so that taking one away gives back what was written.
 */
export function neutralCell(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

/** What was written, of a cell made neutral. */
export function plainCell(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text
}
