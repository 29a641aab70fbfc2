/** Runs wrangler: migrations of the embedded database, and the development server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { readDemo, root } from './demo.ts'

/** Run by the Node that runs us: a system's own may be too old for it. */
const WRANGLER = join(root, 'node_modules/wrangler/bin/wrangler.js')
const PID = join(root, '.wrangler/dev.pid')
const QUIET = { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }

/** @throws Error with what wrangler said */
export async function applyMigrations(): Promise<void> {
  const child = spawn(process.execPath, [WRANGLER, 'd1', 'migrations', 'apply', 'DB', '--local'], {
    cwd: root,
    env: { ...QUIET, CI: '1' },
  })
  const said: string[] = []
  child.stdout.on('data', (chunk) => said.push(String(chunk)))
  child.stderr.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The database could not be prepared:\n${said.join('')}`)
}

/** Starts the server in a process group of its own: stopping wrangler alone would leave its workerd behind. */
export function startWrangler(port: number): ChildProcess {
  const child = spawn(
    process.execPath,
    [
      WRANGLER,
      'dev',
      '--port',
      String(port),
      '--ip',
      'localhost',
      '--log-level',
      'error',
      '--show-interactive-dev-session=false',
    ],
    { cwd: root, env: QUIET, stdio: ['ignore', 'inherit', 'inherit'], detached: true },
  )
  writeFileSync(PID, String(child.pid))
  const stop = () => {
    try {
      process.kill(-(child.pid as number), 'SIGTERM')
    } catch {
      // It has ended by itself.
    }
    rmSync(PID, { force: true })
  }
  process.on('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0))
  child.on('exit', (code) => process.exit(code ?? 1))
  return child
}

/** @throws Error that says what runs here already, or who has the port, and what to do */
export async function refuseSecondStart(port: number): Promise<void> {
  const group = existsSync(PID) ? Number(readFileSync(PID, 'utf8')) : 0
  if (group > 0 && isAlive(group)) {
    throw new Error(
      `LSSC Badge is running at ${readDemo()?.origin}, or was left over by an earlier start. ` +
        `Open it, or stop it with: kill -- -${group}`,
    )
  }
  if (await isListening(port)) {
    throw new Error(
      `Port ${port} is in use by another program. Stop that, or start with: npm start -- --fresh --port ${port + 1}`,
    )
  }
}

function isAlive(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** Waits until the service says that keys, database and lists are in order; half a minute at most. */
export async function untilHealthy(origin: string): Promise<void> {
  let last = 'it did not answer'
  for (let i = 0; i < 120; i++) {
    const response = await fetch(`${origin}/healthz`).catch(() => null)
    if (response?.ok) return
    if (response) last = await response.text()
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`The service did not come up: ${last}`)
}

/** Fires the Worker's cron once: `wrangler dev` fires none by itself. So the letters of the demonstration are written. */
export async function makeRounds(origin: string): Promise<void> {
  const response = await fetch(`${origin}/cdn-cgi/handler/scheduled`)
  if (!response.ok)
    console.warn('The rounds could not be made: letters and reminders wait until someone sends them.')
}
