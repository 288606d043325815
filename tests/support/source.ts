import { parseSync } from 'vite'

/** One node of the ESTree syntax tree, as far as the checks look at it. */
interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

export interface Source {
  readonly path: string
  readonly text: string
  /** Every module named in the file: imports, re-exports, type imports, `import()` and `import('…').Type`. */
  readonly imports: readonly { readonly from: string; readonly names: readonly string[]; readonly line: number }[]
  /** A breach of a rule that one node shows by itself. */
  readonly nodes: readonly { readonly node: SyntaxNode; readonly line: number }[]
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function flatten(value: unknown, found: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) flatten(item, found)
  } else if (isNode(value)) {
    found.push(value)
    for (const child of Object.values(value)) flatten(child, found)
  }
}

const moduleNodes = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function namesOf(node: SyntaxNode): string[] {
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : []
  return specifiers.flatMap((each) => {
    const name = each['imported'] ?? each['local']
    return isNode(name) && typeof name['name'] === 'string' ? [name['name']] : []
  })
}

/** Reads one TypeScript file. Throws where it does not parse, so that no file passes unread. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text)
  const failure = parsed.errors[0]
  if (failure !== undefined) throw new Error(`${path} does not parse: ${failure.message}`)
  const found: SyntaxNode[] = []
  flatten(parsed.program, found)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const nodes = found.map((node) => ({
    node,
    get line() {
      return lineOf(node.start)
    },
  }))
  const imports = nodes.flatMap(({ node, line }) => {
    if (!moduleNodes.has(node.type)) return []
    const source = node['source']
    if (!isNode(source)) return []
    const from = source['value']
    return [{ from: typeof from === 'string' ? from : '(computed)', names: namesOf(node), line }]
  })
  return { path, text, imports, nodes }
}
