// The project's own files as the laws see them: every path, and what each source file imports and touches.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

export interface Import {
  /** A path from the root (`shared/number.ts`), or the name of a package (`lit`, `@hono/zod-validator`, `node:fs`). */
  target: string
  typeOnly: boolean
}

export interface Source {
  path: string
  imports: Import[]
  /** What it calls, constructs or reads of the world: `fetch()`, `db.prepare()`, `new Date()`, `process.env`. */
  touches: string[]
  /** String literals and the fixed parts of templates. */
  strings: string[]
}

export interface Tree {
  files: Map<string, string>
  sources: Source[]
}

const notOurs = new Set(['node_modules', '.git', 'dist', '.wrangler', '.dev.vars'])

export function readTree(): Tree {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const files: Record<string, string> = {}
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (notOurs.has(path)) continue
      if (entry.isDirectory()) walk(path)
      else files[path] = readFileSync(join(root, path), 'utf8')
    }
  }
  walk('')
  return growTree(files)
}

export function growTree(files: Record<string, string>): Tree {
  const paths = Object.keys(files).sort()
  return {
    files: new Map(paths.map((path) => [path, files[path] ?? ''])),
    sources: paths.filter((path) => /\.(tsx?|m?js)$/.test(path)).map((path) => read(path, files[path] ?? '')),
  }
}

/** Every source that can be reached from those whose path begins with `from`, by imports that are left at run time. */
export function reachable(tree: Tree, from: string): Source[] {
  const byPath = new Map(tree.sources.map((source) => [source.path, source]))
  const found = new Set(tree.sources.filter((source) => source.path.startsWith(from)))
  for (const source of found) {
    for (const { target, typeOnly } of source.imports) {
      const next = byPath.get(target)
      if (next && !typeOnly) found.add(next)
    }
  }
  return [...found]
}

// biome-ignore lint/suspicious/noExplicitAny: one shape for every kind of syntax node
type Node = Record<string, any>

function read(path: string, text: string): Source {
  const source: Source = { path, imports: [], touches: [], strings: [] }
  const lang = path.endsWith('.tsx')
    ? 'tsx'
    : path.endsWith('.d.ts')
      ? 'dts'
      : /\.m?js$/.test(path)
        ? 'js'
        : 'ts'
  try {
    visit(parseAst(text, { lang }) as unknown as Node, source)
  } catch (cause) {
    throw new Error(`${path} cannot be parsed`, { cause })
  }
  return source
}

function visit(node: Node, source: Source): void {
  const imports = (typeOnly: boolean) => {
    if (typeof node.source?.value === 'string')
      source.imports.push({ target: resolve(source.path, node.source.value), typeOnly })
  }
  switch (node.type) {
    case 'ImportDeclaration':
      imports(node.importKind === 'type' || onlyTypes(node.specifiers, 'importKind'))
      return
    case 'ExportAllDeclaration':
      imports(node.exportKind === 'type')
      return
    case 'ExportNamedDeclaration':
      imports(node.exportKind === 'type' || onlyTypes(node.specifiers, 'exportKind'))
      break
    case 'ImportExpression':
      imports(false)
      break
    case 'TSImportType':
      imports(true)
      break
    case 'CallExpression':
      source.touches.push(`${nameOf(node.callee)}()`)
      break
    case 'NewExpression':
      source.touches.push(`new ${nameOf(node.callee)}(${node.arguments.length > 0 ? '…' : ''})`)
      break
    case 'MemberExpression':
      source.touches.push(nameOf(node))
      break
    case 'Literal':
      if (typeof node.value === 'string') source.strings.push(node.value)
      break
    case 'TemplateLiteral':
      source.strings.push(node.quasis.map((part: Node) => part.value.raw).join(' … '))
      break
  }
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) for (const item of child) visitIfNode(item, source)
    else visitIfNode(child, source)
  }
}

function visitIfNode(value: unknown, source: Source): void {
  if (typeof value === 'object' && value !== null && 'type' in value) visit(value, source)
}

function onlyTypes(specifiers: Node[], kind: string): boolean {
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type')
}

/** `a.b.c` of an expression as far as it has names; `globalThis.`, `self.` and `window.` are left out. */
function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type === 'MemberExpression') {
    const property = node.computed ? (node.property.value ?? '…') : node.property.name
    return `${nameOf(node.object)}.${property}`.replace(/^(globalThis|self|window)\./, '')
  }
  return '…'
}

function resolve(from: string, specifier: string): string {
  const bare = specifier.split('?')[0] ?? ''
  if (bare.startsWith('.')) return normalize(join(dirname(from), bare))
  if (bare.includes(':')) return bare
  return bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/')
}
