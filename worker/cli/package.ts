/**
 * npm run package: the badge and its verifier as a package for npm, in `dist/npm`. The element is the same as in the
 * script tag's file, but its issuer is given at run time, and Lit is left to whoever builds the page.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build as bundle } from 'esbuild'
import { manifest } from './manifest.ts'

const root = join(import.meta.dirname, '../..')
/** Where `tsc -b` writes declarations (`tsconfig.json`). */
const declarations = join(root, 'node_modules/.cache/tsc')

/** What can be imported, and the file in `widget/` that it is. */
const ENTRIES = { index: 'element', define: 'define', verify: 'verify', job: 'job', react: 'react' }

/**
 * Of Lit the badge uses the reactive element, and nothing else is depended on: `lit` as a whole asks the page for a
 * Trusted Types policy when it is loaded, which some pages forbid.
 */
const LIT = '@lit/reactive-element'

/** Makes `outdir` anew. */
export async function makePackage(outdir = join(root, 'dist/npm')): Promise<void> {
  const { version, license } = read('package.json')
  rmSync(outdir, { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: Object.entries(ENTRIES).map(([out, file]) => ({ in: `widget/${file}.ts`, out })),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    chunkNames: 'chunks/[hash]',
    alias: { lit: LIT },
    external: [LIT],
    define: { __ISSUER__: 'undefined', __KEYS__: 'null', __VERSION__: JSON.stringify(version) },
  })
  writeTypes(join(outdir, 'types'))
  write(join(outdir, 'custom-elements.json'), manifest(declarationOf))
  write(join(outdir, 'package.json'), {
    name: 'lssc-badge',
    version,
    description:
      'Show and verify the Library Support Staff Certification: <lssc-badge>, and a verifier for servers.',
    keywords: ['web-components', 'custom-element', 'open-badges', 'verifiable-credentials', 'libraries'],
    license,
    type: 'module',
    exports: {
      ...Object.fromEntries(
        Object.entries(ENTRIES).map(([out, file]) => [
          out === 'index' ? '.' : `./${out}`,
          { types: `./types/widget/${file}.d.ts`, default: `./${out}.js` },
        ]),
      ),
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    types: './types/widget/element.d.ts',
    sideEffects: false,
    customElements: 'custom-elements.json',
    files: ['*.js', 'chunks', 'types', 'custom-elements.json'],
    dependencies: { [LIT]: read('node_modules/lit/package.json').dependencies[LIT] },
    engines: { node: '>=20' },
  })
  copyFileSync(join(root, 'widget/README.md'), join(outdir, 'README.md'))
  copyFileSync(join(root, 'LICENSE'), join(outdir, 'LICENSE'))
}

/** The declarations of the entries and of whatever they speak of. */
function writeTypes(outdir: string): void {
  const tsc = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-b', 'widget'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (tsc.status !== 0) throw new Error('Without sound types there is no package.')
  const wanted = new Set(Object.values(ENTRIES).map((file) => `widget/${file}.ts`))
  for (const file of wanted) {
    const text = declarationOf(file)
    for (const [, target = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)) {
      wanted.add(join(dirname(file), target))
    }
    const path = join(outdir, file.replace(/\.ts$/, '.d.ts'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(
      path,
      text
        .replace(/(from |import\()(['"]\.[^'"]+)\.ts(['"])/g, '$1$2.js$3')
        .replace(/(from |import\()(['"])lit(['"])/g, `$1$2${LIT}$3`),
    )
  }
}

function declarationOf(file: string): string {
  return readFileSync(join(declarations, file.replace(/\.ts$/, '.d.ts')), 'utf8')
}

function read(file: string) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

function write(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
}

if (import.meta.main) {
  await makePackage()
  console.log('dist/npm: look at it with `npm pack --dry-run ./dist/npm`')
}
