// The laws of the house. Each says who breaks it; each comes with a small tree that does.
import { reachable, type Source, type Tree } from './tree.ts'

export interface Law {
  name: string
  /** One line for each place that breaks it. */
  broken(tree: Tree): string[]
  /** Files that break it, to show that it can be broken. */
  sample: Record<string, string>
}

const inRoom = (path: string, ...rooms: string[]) => rooms.some((room) => path.startsWith(room))
const product = (source: Source) => inRoom(source.path, 'shared/', 'worker/', 'widget/')

/** A law on single imports: `wrong` tells which are not allowed. */
function onImports(
  name: string,
  sample: Record<string, string>,
  wrong: (path: string, target: string) => boolean,
): Law {
  const broken = (tree: Tree) =>
    tree.sources.flatMap(({ path, imports }) =>
      imports.filter(({ target }) => wrong(path, target)).map(({ target }) => `${path} imports ${target}`),
    )
  return { name, sample, broken }
}

/** A law on what a file calls, constructs or reads. */
function onTouches(
  name: string,
  sample: Record<string, string>,
  wrong: (path: string, touch: string) => boolean,
): Law {
  const broken = (tree: Tree) =>
    tree.sources.flatMap(({ path, touches }) =>
      [...new Set(touches)].filter((touch) => wrong(path, touch)).map((touch) => `${path} has ${touch}`),
    )
  return { name, sample, broken }
}

/** A law on paths alone. */
function onPaths(name: string, sample: Record<string, string>, wrong: (path: string) => boolean): Law {
  return { name, sample, broken: (tree) => [...tree.files.keys()].filter(wrong) }
}

const mayFetch = ['widget/trust.ts', 'worker/browser/import-progress.ts', 'worker/cli/', 'test/']
const maySign = ['worker/keys.ts', 'worker/http/access.ts', 'worker/cli/', 'test/']
const topLevel =
  /^(\.[^/]+|(worker|widget|shared|test)\/.+|package(-lock)?\.json|tsconfig\.json|wrangler\.toml|README\.md|LICENSE)/
const clocksAndDice =
  /^(Date\.now|Math\.random|performance\.\w+|crypto\.(getRandomValues|randomUUID|subtle\.generateKey)|process\.\w+|import\.meta\.env)$|^(new )?Date\(\)$/
const sql =
  /\b(SELECT\s[\s\S]+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|UNIQUE|INDEX|TRIGGER|VIEW)\s)/
const dataFiles = /^(shared\/programme\.ts|shared\/(words|catalogue)\/.*|test\/fixtures\/.*|.*\.d\.ts)$/

/** [file, lines] of every file that people read as code. */
export function lengths(tree: Tree): [string, number][] {
  return [...tree.files]
    .filter(([path]) => /\.(tsx?|js|css|php)$/.test(path) && !dataFiles.test(path))
    .map(([path, text]) => [path, text.trimEnd().split('\n').length])
}

export const laws: Law[] = [
  onImports(
    'shared/ imports nothing but shared/: no other room, no package',
    { 'shared/verify.ts': `import { decodeJwt } from 'jose'` },
    (path, target) => inRoom(path, 'shared/') && !inRoom(target, 'shared/'),
  ),
  onImports(
    'widget/ imports only widget/, shared/ and lit; types for React know React’s',
    { 'widget/badge.ts': `export * from '../worker/app.ts'` },
    (path, target) =>
      inRoom(path, 'widget/') &&
      !inRoom(target, 'widget/', 'shared/') &&
      target !== 'lit' &&
      !(path === 'widget/react.ts' && target === 'react'),
  ),
  onImports(
    'worker/ never imports widget/, and nothing but test/ imports test/',
    { 'worker/app.ts': `const badge = () => import('../widget/badge.ts')` },
    (path, target) => inRoom(path, 'worker/') && inRoom(target, 'widget/', 'test/'),
  ),
  onImports(
    'worker/browser/ imports shared/ and nothing of the Worker; the Worker imports neither browser/ nor cli/',
    { 'worker/browser/copy.ts': `import { db } from '../store/version.ts'` },
    (path, target) =>
      inRoom(path, 'worker/browser/')
        ? inRoom(target, 'worker/') && !inRoom(target, 'worker/browser/')
        : inRoom(path, 'worker/') &&
          !inRoom(path, 'worker/cli/') &&
          inRoom(target, 'worker/browser/', 'worker/cli/'),
  ),
  onImports(
    'nothing imports worker/routes/ but worker/app.ts',
    { 'worker/routes/pages.ts': `import { status } from './status.ts'` },
    (path, target) => inRoom(target, 'worker/routes/') && path !== 'worker/app.ts' && !inRoom(path, 'test/'),
  ),
  onImports(
    'services know no routes and no pages; pages know no routes and no tables',
    { 'worker/services/issue.ts': `import type { Page } from '../pages/layout.tsx'` },
    (path, target) =>
      (inRoom(path, 'worker/services/') &&
        inRoom(target, 'worker/routes/', 'worker/pages/', 'worker/docs/', 'worker/staff/', 'worker/my/')) ||
      (inRoom(path, 'worker/pages/', 'worker/docs/', 'worker/staff/', 'worker/my/') &&
        inRoom(target, 'worker/routes/', 'worker/store/')),
  ),
  onImports(
    'rooms of pages know worker/pages/, and not each other; worker/pages/ knows none of them',
    { 'worker/my/files.tsx': `import { Tabs } from '../staff/tabs.tsx'` },
    (path, target) =>
      ['worker/docs/', 'worker/staff/', 'worker/my/'].some(
        (room) =>
          inRoom(target, room) &&
          !inRoom(path, room) &&
          inRoom(path, 'worker/pages/', 'worker/docs/', 'worker/staff/', 'worker/my/'),
      ),
  ),
  onImports(
    'worker/paper/ draws what it is told: it knows shared/, and orders letters with bidi-js',
    { 'worker/paper/words.ts': `import type { Desk } from '../desk.ts'` },
    (path, target) =>
      inRoom(path, 'worker/paper/') && !inRoom(target, 'worker/paper/', 'shared/') && target !== 'bidi-js',
  ),
  onImports(
    'worker/store/ knows nothing above it: no services, routes, pages or HTTP',
    { 'worker/store/version.ts': `import { issue } from '../services/issue.ts'` },
    (path, target) =>
      inRoom(path, 'worker/store/') &&
      inRoom(
        target,
        'worker/services/',
        'worker/routes/',
        'worker/pages/',
        'worker/docs/',
        'worker/staff/',
        'worker/my/',
        'worker/paper/',
        'worker/http/',
      ),
  ),
  {
    name: 'no import cycles',
    sample: { 'shared/a.ts': `import { b } from './b.ts'`, 'shared/b.ts': `import { a } from './a.ts'` },
    broken: (tree) =>
      tree.sources
        .filter(({ path, imports }) =>
          imports
            .filter(({ typeOnly }) => !typeOnly)
            .some(({ target }) => reachable(tree, target).some((source) => source.path === path)),
        )
        .map(({ path }) => `${path} imports itself by way of others`),
  },
  {
    name: 'SQL is only in worker/store/ and the migrations',
    sample: { 'worker/services/renew.ts': 'const q = `UPDATE version SET status = ?`' },
    broken: (tree) =>
      tree.sources
        .filter((source) => product(source) && !inRoom(source.path, 'worker/store/'))
        .filter(
          ({ touches, strings }) =>
            touches.some((t) => t.endsWith('.prepare()')) || strings.some((s) => sql.test(s)),
        )
        .map(({ path }) => `${path} has SQL`),
  },
  onImports(
    'jose is only where keys are kept and staff are let in',
    { 'worker/services/issue.ts': `import { SignJWT } from 'jose'` },
    (path, target) => target === 'jose' && !inRoom(path, ...maySign),
  ),
  onImports(
    'JSON-LD is only where it is said what a proof signs',
    { 'worker/services/portable.ts': `import jsonld from 'jsonld'` },
    (path, target) =>
      /^(jsonld|@digitalcredentials\/.*)$/.test(target) && !inRoom(path, 'worker/proof.ts', 'test/'),
  ),
  onImports(
    'hono is only in worker/, and not in what browsers run',
    { 'widget/badge.ts': `import { html } from 'hono/html'` },
    (path, target) =>
      (target === 'hono' || target.startsWith('@hono/')) &&
      (!inRoom(path, 'worker/', 'test/') || inRoom(path, 'worker/browser/')),
  ),
  {
    name: 'zod never reaches the widget',
    sample: {
      'widget/badge.ts': `import { verify } from '../shared/verify.ts'`,
      'shared/verify.ts': `import { schema } from './schema.ts'`,
      'shared/schema.ts': `import * as z from 'zod/mini'`,
    },
    broken: (tree) =>
      reachable(tree, 'widget/')
        .filter(({ imports }) => imports.some(({ target }) => target === 'zod'))
        .map(({ path }) => `${path} imports zod, and the widget reaches it`),
  },
  onTouches(
    'fetch() is only in the widget’s trust, and where an import goes on by itself in a browser',
    { 'worker/services/verify.ts': 'await globalThis.fetch(token.issuer)' },
    (path, touch) => touch === 'fetch()' && !inRoom(path, ...mayFetch),
  ),
  onTouches(
    'no clock, no dice and no environment in shared/',
    { 'shared/verify.ts': 'const now = new Date()' },
    (path, touch) => inRoom(path, 'shared/') && clocksAndDice.test(touch),
  ),
  onPaths(
    'nothing is deeper than two folders',
    { 'worker/pages/staff/import.tsx': '' },
    (path) => path.split('/').length > 3,
  ),
  onPaths('no file or folder is named util, helper, common or misc', { 'shared/utils.ts': '' }, (path) =>
    /(^|[/.-])(utils?|helpers?|common|misc)([/.-]|$)/i.test(path),
  ),
  onPaths(
    'the top level has the four rooms, the agreed files and dotfiles',
    { 'vitest.config.ts': '' },
    (path) => !topLevel.test(path),
  ),
  {
    name: 'no file is longer than 300 lines',
    sample: { 'worker/app.ts': 'x()\n'.repeat(301) },
    broken: (tree) =>
      lengths(tree)
        .filter(([, lines]) => lines > 300)
        .map(([path, lines]) => `${path} has ${lines} lines`),
  },
]
