import { dirname, posix } from 'node:path'
import { core, rooms } from './rooms.ts'
import { readSource, type Source } from './source.ts'

const longest = 350
const vagueNames = /^(index|utils?|helpers?|common|misc|manager|types)$/
const stylesAndAssets = /\.(css|woff2?|svg|png|json|js)$/
const colour = /(?<![\w&(])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\(/i
const edgeNames =
  /^(?:BaseEdge|EdgeProps|EdgeLabelRenderer|\w*Edge(?:Props)?|EdgeTypes|get(?:Bezier|SmoothStep|Straight|SimpleBezier)\w*Path)$/

/** The room of a file under src: `panels/compare` for a panel, '*' for what connects everything. */
function roomOf(path: string): string {
  const [, first = '', second = '', third] = path.split('/')
  if (path === 'src/main.tsx' || path.startsWith('src/app/wiring/')) return '*'
  if (first === 'panels' && third !== undefined) return `panels/${second}`
  return first
}

function packageOf(from: string): string {
  const [scope = '', name] = from.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function importBreach(source: Source, from: string, names: readonly string[]): string | undefined {
  const room = roomOf(source.path)
  if (room === '*') return undefined
  const base = room.split('/')[0] ?? room
  const allowed = rooms[base]
  if (allowed === undefined) return `${base} is not a room`
  const target = from.replace(/\?.*$/, '')
  if (from === '(computed)') return 'imports a module whose name is computed'
  if (!target.startsWith('.')) {
    const name = packageOf(target)
    return allowed.packages.includes(name) ? undefined : `${base} may not import the package ${name}`
  }
  const path = posix.join(dirname(source.path), target)
  if (path === 'package.json' && names.join() === 'version') return undefined
  if (!path.startsWith('src/')) return `imports ${path}, outside src`
  const other = roomOf(path)
  if (other === room) return undefined
  const otherBase = other.split('/')[0] ?? other
  if (otherBase === base && base !== 'app') return `${room} may not import ${other}`
  return allowed.rooms.includes(otherBase) ? undefined : `${base} may not import ${other}`
}

function pathBreaches(source: Source): string[] {
  return source.imports.flatMap(({ from, names, line }) => {
    const at = `${source.path}:${line}`
    const breach = importBreach(source, from, names)
    if (breach !== undefined) return [`${at} ${breach}`]
    const target = from.replace(/\?.*$/, '')
    const isWritten = !target.startsWith('.') || /\.(ts|tsx)$/.test(target) || stylesAndAssets.test(target)
    return isWritten ? [] : [`${at} imports ${from} without its extension`]
  })
}

function nodeBreach({ type, ...node }: Source['nodes'][number]['node'], path: string): string | undefined {
  const name = node['name']
  const value = node['value']
  if (type === 'Identifier' || type === 'JSXIdentifier') {
    if (name === 'innerHTML' || name === 'outerHTML' || name === 'dangerouslySetInnerHTML') return `uses ${name}`
    if (name === 'insertAdjacentHTML' || name === 'DOMParser') return `uses ${name}`
    if (name === 'edgeTypes') return 'gives React Flow an edge component: ties are painted'
  }
  if (type === 'TSAsExpression' || type === 'TSTypeAssertion') {
    const target = node['typeAnnotation'] as { type: string }
    if (target.type === 'TSAnyKeyword') return 'casts to any'
  }
  if (path.endsWith('.tsx')) {
    const text = type === 'Literal' ? value : type === 'TemplateElement' ? (value as { raw: string }).raw : undefined
    if (typeof text === 'string' && colour.test(text))
      return `holds the raw colour ${text}: colours stand in src/scene/palette.ts`
  }
  return undefined
}

const chance = /\b(?:Math\.random|Date\.now|performance\.now|crypto\.(?:getRandomValues|randomUUID))\b|\bnew Date\(\)/

function coreBreach(source: Source, room: string): string[] {
  if (!core.includes(room)) return []
  return source.nodes.flatMap(({ node, line }) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return []
    const end = node['end'] as number
    const found = chance.exec(source.text.slice(node.start, Math.min(end, node.start + 40)))
    return found?.index === 0
      ? [`${source.path}:${line} calls ${found[0]}: the core takes time and chance as arguments`]
      : []
  })
}

function fileBreaches(path: string, text: string): string[] {
  const found: string[] = []
  const file = path.split('/').at(-1) ?? path
  const [name = ''] = file.split('.')
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (lines > longest) found.push(`${path} has ${lines} lines; ${longest} is the most`)
  if (vagueNames.test(name.toLowerCase())) found.push(`${path} has a name that says nothing`)
  if (file.endsWith('.d.ts') || path === 'src/main.tsx') return found
  const shape = file.endsWith('.tsx') ? /^[A-Z][A-Za-z0-9]*$/ : /^[a-z0-9]+(?:-[a-z0-9]+)*$/
  if (!shape.test(name)) found.push(`${path} should be named in ${file.endsWith('.tsx') ? 'PascalCase' : 'kebab-case'}`)
  return found
}

/** Groups of files that import each other in a ring, by Tarjan's strongly connected components, O(files + imports). */
function rings(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  function visit(path: string): number {
    const mine = order.size
    order.set(path, mine)
    low.set(path, mine)
    stack.push(path)
    const targets = imports.get(path) ?? []
    for (const next of targets) {
      if (!imports.has(next)) continue
      const reached = order.has(next) ? (stack.includes(next) ? order.get(next) : undefined) : visit(next)
      low.set(path, Math.min(low.get(path) ?? mine, reached ?? mine))
    }
    if (low.get(path) === mine) {
      const ring = stack.splice(stack.indexOf(path))
      if (ring.length > 1 || targets.includes(path)) found.push(ring)
    }
    return low.get(path) ?? mine
  }
  for (const path of imports.keys()) if (!order.has(path)) visit(path)
  return found
}

/** Says every breach of the architecture in a set of source files, as `path:line sentence`. Paths begin with `src/`. */
export function findBreaches(files: Readonly<Record<string, string>>): string[] {
  const found: string[] = []
  const imports = new Map<string, readonly string[]>()
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.css')) {
      const bare = text.replace(/\/\*[\s\S]*?\*\//g, '')
      const raw = bare.split(/[{;}]/).find((part) => part.includes(':') && colour.test(part.slice(part.indexOf(':'))))
      if (raw !== undefined)
        found.push(`${path} holds a raw colour (${raw.trim()}): colours stand in src/scene/palette.ts`)
    }
    if (!/\.tsx?$/.test(path)) continue
    found.push(...fileBreaches(path, text))
    if (path.endsWith('.d.ts')) continue
    const source = readSource(path, text)
    found.push(...pathBreaches(source), ...coreBreach(source, roomOf(path)))
    for (const { from, names, line } of source.imports) {
      const edge = from.startsWith('@xyflow/react')
        ? names.find((name) => name !== 'Edge' && edgeNames.test(name))
        : undefined
      if (edge !== undefined)
        found.push(`${path}:${line} imports ${edge}: no React Flow edge component is ever written`)
    }
    for (const entry of source.nodes) {
      const breach = nodeBreach(entry.node, path)
      if (breach !== undefined) found.push(`${path}:${entry.line} ${breach}`)
    }
    const targets = source.imports.filter(({ from }) => from.startsWith('.') && !from.includes('?'))
    imports.set(
      path,
      targets.map(({ from }) => posix.join(dirname(path), from)),
    )
  }
  for (const ring of rings(imports)) found.push(`${ring.toSorted().join(', ')} import each other in a ring`)
  return found
}
