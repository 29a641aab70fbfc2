/** What may be asked of an address. */
import type { Hono } from 'hono'
import type { House } from '../house.ts'

/**
 * The methods that a path has, as `app.ts` lists them, for `Allow` (RFC 9110 §10.2.1). HEAD goes with GET.
 * @returns an empty list when there is nothing at this path
 */
export function methodsOf(app: Hono<House>, path: string): string[] {
  const own = [...new Set(app.routes.map(({ method }) => method))].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method && method !== 'ALL'),
  )
  return own.includes('GET') ? ['HEAD', ...own] : own
}
