// Papa Parse ships no types, and the ones on the registry bring all of Node with them.
declare module 'papaparse' {
  interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch'
    readonly code: string
    readonly message: string
    readonly row?: number
    readonly index?: number
  }
  interface ParseMeta {
    readonly delimiter: string
    readonly linebreak: string
    readonly aborted: boolean
    readonly truncated: boolean
    readonly cursor: number
  }
  interface ParseResult {
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly ParseError[]
    readonly meta: ParseMeta
  }
  interface ParseOptions {
    delimiter?: string
    newline?: '\r' | '\n' | '\r\n'
    quoteChar?: string
    escapeChar?: string
    preview?: number
    comments?: string | false
    skipEmptyLines?: boolean | 'greedy'
    delimitersToGuess?: readonly string[]
  }
  interface UnparseOptions {
    quotes?: boolean | readonly boolean[]
    delimiter?: string
    newline?: string
    escapeFormulae?: boolean | RegExp
  }
  function parse(text: string, options?: ParseOptions): ParseResult
  function unparse(rows: readonly (readonly unknown[])[], options?: UnparseOptions): string
  const papaparse: { parse: typeof parse; unparse: typeof unparse }
  export default papaparse
}

declare module 'virtual:palette.css' {}

/** A map shipped with the app, as its text. */
declare module '*.sightlines.json?raw' {
  const text: string;
  export default text;
}
