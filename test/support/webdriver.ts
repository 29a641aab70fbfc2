// Drives a browser other than Chromium with what it understands by itself: no driver is downloaded.
import { type ChildProcess, spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Engine {
  version: string
  open(url: string): Promise<void>
  /** Runs this expression in the page and gives the text that it comes to. */
  evaluate(expression: string): Promise<string>
  close(): Promise<unknown>
}

const started: ChildProcess[] = []
const profile = mkdtempSync(join(tmpdir(), 'lssc-engines-'))
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function start(command: string, args: string[], env = {}): void {
  started.push(spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } }))
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 60; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0) throw error
      await pause(250)
    }
  }
}

/** By WebDriver BiDi, which Firefox speaks itself. */
export async function firefox(path: string): Promise<Engine> {
  start(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=9334'])
  const socket = await eventually(
    () =>
      new Promise<WebSocket>((resolve, reject) => {
        const one = new WebSocket('ws://127.0.0.1:9334/session')
        one.onopen = () => resolve(one)
        one.onerror = () => reject(new Error('Firefox does not answer.'))
      }),
  )
  const waiting = new Map<number, (message: { result?: unknown; error?: string; message?: string }) => void>()
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data)
    waiting.get(message.id)?.(message)
  }
  let last = 0
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, ({ result, error, message }) =>
        error ? reject(new Error(message)) : resolve(result as T),
      )
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  type Session = { capabilities: { browserVersion: string } }
  const { capabilities } = await send<Session>('session.new', { capabilities: {} })
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
  const { context = '' } = contexts[0] ?? {}
  return {
    version: capabilities.browserVersion,
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(expression) {
      const asked = { expression, target: { context }, awaitPromise: true }
      return (await send<{ result: { value: string } }>('script.evaluate', asked)).result.value
    },
    close: () => send('browser.close', {}),
  }
}

/** By WebDriver; it wants a display, so a virtual one where there is none. */
export async function webkit(path: string): Promise<Engine> {
  if (!process.env.DISPLAY) {
    start('Xvfb', [':97', '-screen', '0', '1280x900x24'])
    await pause(1500)
  }
  start(path, ['--port=9335', '--host=127.0.0.1'], { DISPLAY: process.env.DISPLAY ?? ':97' })
  const ask = async <T>(where: string, body: object, method = 'POST'): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:9335/session${where}`, {
      method,
      signal: AbortSignal.timeout(40_000),
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    })
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } }
    if (value?.error) throw new Error(value.message)
    return value
  }
  type Session = { sessionId: string; capabilities: { browserVersion: string } }
  const [binary] = globSync('/usr/lib{,/*}/webkit*/MiniBrowser')
  const wanted = {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
  }
  const { sessionId, capabilities } = await eventually(() => ask<Session>('', { capabilities: wanted }))
  return {
    version: capabilities.browserVersion,
    open: (url) => ask(`/${sessionId}/url`, { url }),
    evaluate: (expression) =>
      ask(`/${sessionId}/execute/async`, { script: `(${expression}).then(arguments[0])`, args: [] }),
    close: () => ask(`/${sessionId}`, {}, 'DELETE'),
  }
}

/** Ends whatever is still running. */
export async function endAll(): Promise<void> {
  for (const one of started) one.kill()
  await pause(500)
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
