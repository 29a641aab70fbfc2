// Which browser the tests drive: one that is installed, or else the one that @sparticuz/chromium ships.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface BrowserLaunch {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url))

/** What playwright's `launch` needs. The bundled browser is unpacked at the first call (about 2 s). */
export async function findBrowser(): Promise<BrowserLaunch> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`)
    return { executablePath: named, args, env: environment() }
  }
  const found = installed.find((path) => existsSync(path))
  if (found) return { executablePath: found, args, env: environment() }
  return bundled()
}

async function bundled(): Promise<BrowserLaunch> {
  const executablePath = join(cache, 'chromium')
  // Its own copies of NSS and expat, so that a bare system is enough; the system's fonts beside its one.
  const env = environment({
    LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(cache, 'fonts.conf'),
  })
  try {
    if (!existsSync(executablePath)) await unpack()
    const trial = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' })
    if (trial.status !== 0) throw new Error(trial.error?.message ?? trial.stderr)
  } catch (cause) {
    throw new Error(
      'No browser to test with. Install one ("apt-get install chromium"), or name one in CHROMIUM_PATH.',
      { cause },
    )
  }
  return { executablePath, args, env }
}

/** Into a folder beside the cache first, so that a stopped or a second unpacking leaves no half browser. */
async function unpack(): Promise<void> {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin')
  const fresh = `${cache}-${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const temporary = process.env.TMPDIR
  process.env.TMPDIR = fresh // where `inflate` puts things
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((archive) => inflate(join(packed, archive))))
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${cache}/fonts</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${cache}/fonts-cache</cachedir></fontconfig>\n`,
  )
  rmSync(cache, { recursive: true, force: true })
  renameSync(fresh, cache)
}

function environment(extra: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...extra }
}
