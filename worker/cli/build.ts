/**
 * npm run build: what browsers run. The badge is one file, without `import()`, at an evergreen and at an immutable
 * address, its issuer pinned; and the pages' own scripts and stylesheets.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type BuildOptions, build as bundle, transform } from 'esbuild'
import type { Issuer } from '../../shared/issuer.ts'
import { isObject, type Json, type JsonObject } from '../../shared/json.ts'
import { badgeOptions, smallest } from './badge-file.ts'

const root = join(import.meta.dirname, '../..')
const ownVersion: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

export interface BuildInput {
  issuer: Issuer
  /** The published JWKS at the time of the build, for tokens that are checked while the service is down. */
  keys?: JsonObject | null
  outdir?: string
  version?: string
  /** Says what was built, and how large it is. */
  log?: (line: string) => void
}

const options: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  write: false,
  metafile: true,
}

/** Builds into `outdir`. Earlier builds of the badge stay, for pages that have pinned one; all else is made anew. */
export async function build(input: BuildInput): Promise<void> {
  const { issuer, keys, outdir = join(root, 'dist'), version = ownVersion, log = console.log } = input
  for (const made of existsSync(outdir) ? readdirSync(outdir) : []) {
    if (made !== 'widget') rmSync(join(outdir, made), { recursive: true, force: true })
  }
  const define = {
    __ISSUER__: JSON.stringify(issuer),
    __KEYS__: JSON.stringify(keys ? forCredentials(keys) : null),
    __VERSION__: JSON.stringify(version),
  }
  const name = 'lssc-badge.js'
  const entryPoints = [join(root, 'widget/index.ts')]
  const whole = await bundled({ entryPoints, define, ...badgeOptions })
  const badge = Buffer.from(await smallest(Buffer.from(whole.bytes).toString()))
  const digest = createHash('sha384').update(badge)
  const integrity = { [name]: `sha384-${digest.copy().digest('base64')}` }
  // Another issuer or another key makes another file of one version: at one address there is only ever one.
  const release = `${version}-${digest.digest('hex').slice(0, 8)}`
  for (const folder of ['v1', release]) {
    put(join(outdir, 'widget', folder), name, badge)
    put(
      join(outdir, 'widget', folder),
      'integrity.json',
      `${JSON.stringify({ version: release, ...integrity }, null, 2)}\n`,
    )
    // What the package for npm is to be given (`widget/define.ts`).
    put(join(outdir, 'widget', folder), 'issuer.json', `${JSON.stringify(issuer, null, 2)}\n`)
  }
  const sizes: [string, Uint8Array][] = [[`widget/v1/${name}`, badge]]
  for (const script of listed('worker/browser', '.ts')) {
    const { bytes } = await bundled({ entryPoints: [join(root, 'worker/browser', script)] })
    put(join(outdir, 'browser'), script.replace(/\.ts$/, '.js'), bytes)
    sizes.push([`browser/${script.replace(/\.ts$/, '.js')}`, bytes])
  }
  for (const sheet of listed('worker/pages', '.css')) {
    const { code } = await transform(readFileSync(join(root, 'worker/pages', sheet), 'utf8'), {
      loader: 'css',
      minify: true,
    })
    put(outdir, sheet, code)
    sizes.push([sheet, Buffer.from(code)])
  }
  put(join(outdir, 'achievements/lssc'), 'image.png', readFileSync(join(root, 'worker/pages/emblem.png')))
  put(outdir, 'badge.png', readFileSync(join(root, 'worker/pages/badge.png')))
  log(table(sizes))
  log(`\nWhere the bytes of ${name} are, before compression:\n${whole.parts.join('\n')}`)
}

/** Keys for status lists are not pinned: what they say must be of today. */
function forCredentials({ keys }: JsonObject): JsonObject {
  const isWanted = (key: Json) => isObject(key) && key.purpose === 'credential'
  return { keys: Array.isArray(keys) ? keys.filter(isWanted) : [] }
}

interface Bundled {
  bytes: Uint8Array
  /** "12345 shared/words/en.ts", the largest first. */
  parts: string[]
}

async function bundled(more: BuildOptions): Promise<Bundled> {
  const { outputFiles, metafile } = await bundle({ ...options, absWorkingDir: root, outdir: 'out', ...more })
  const [file] = outputFiles ?? []
  if (!file || !metafile || outputFiles?.length !== 1) throw new Error('A script of ours is one file.')
  const [output] = Object.values(metafile.outputs)
  const parts = Object.entries(output?.inputs ?? {})
    .map(([path, { bytesInOutput }]): [number, string] => [bytesInOutput, path])
    .sort(([a], [b]) => b - a)
    .map(([bytes, path]) => `${String(bytes).padStart(8)}  ${path}`)
  return { bytes: file.contents, parts }
}

function listed(folder: string, ending: string): string[] {
  const path = join(root, folder)
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(ending)) : []
}

function put(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), content)
}

function table(files: [string, Uint8Array][]): string {
  const rows = files.map(([name, bytes]) => [
    name,
    String(bytes.length),
    String(gzipSync(bytes, { level: 9 }).length),
    String(brotliCompressSync(bytes).length),
  ])
  return [['file', 'raw', 'gzip', 'brotli'], ...rows]
    .map(([name = '', ...sizes]) => name.padEnd(28) + sizes.map((size) => size.padStart(9)).join(''))
    .join('\n')
}

if (import.meta.main) {
  const { issuerHere, keysHere } = await import('./here.ts')
  await build({ issuer: issuerHere(), keys: await keysHere() })
}
