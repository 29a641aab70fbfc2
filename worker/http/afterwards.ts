/** What a request begins and its answer does not wait for. */
import type { Context } from 'hono'
import type { House } from '../house.ts'

/** Mail goes out after the answer: how long that takes tells nothing then, and a slow mail service keeps nobody waiting. */
export function afterwards(c: Context<House>, work: Promise<unknown>): void {
  const settled = work.catch((error) => console.error(error))
  try {
    c.executionCtx.waitUntil(settled)
  } catch {
    // Without a context to wait for it, it goes on all the same.
  }
}
