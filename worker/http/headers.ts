/**
 * What every response carries. The first middleware sets the strictest set; a route names its surface and gets
 * that surface's differences, before its handler runs, so that nothing is changed on its way out.
 */
import type { Context, MiddlewareHandler } from 'hono'

const STRICTEST = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
}

/** Anyone's script may read it; its Date tells a browser with a wrong clock what time it is. */
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Age, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
}

const PAGE = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** Where stale is allowed it is said how long: a cache must never serve an old status without end. */
const surfaces = {
  'staff-api': {},
  'public-api': OPEN,
  page: PAGE,
  'public-page': { ...PAGE, 'X-Robots-Tag': 'all' },
  // The same for everyone, and rarely another. Their addresses also answer in JSON: only a browser's own cache, which
  // heeds `Vary`, may keep them.
  explainer: { ...PAGE, 'X-Robots-Tag': 'all', 'Cache-Control': 'private, max-age=300', Vary: 'Accept' },
  // Under "no-referrer" a browser sends its forms with "Origin: null", and we could not tell whose they are.
  console: { ...PAGE, 'Referrer-Policy': 'same-origin' },
  holder: { ...PAGE, 'Referrer-Policy': 'same-origin' },
  keys: {
    ...OPEN,
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=600, stale-if-error=604800',
  },
  status: { ...OPEN, 'Cache-Control': 'public, max-age=60, stale-while-revalidate=30, stale-if-error=86400' },
  reference: {
    ...OPEN,
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800',
  },
  'widget-evergreen': {
    ...OPEN,
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800, no-transform',
  },
  'widget-pinned': { ...OPEN, 'Cache-Control': 'public, max-age=31536000, immutable, no-transform' },
  asset: { 'Cache-Control': 'public, max-age=300, stale-while-revalidate=600, stale-if-error=604800' },
} satisfies Record<string, Record<string, string>>

export type Surface = keyof typeof surfaces

/** The full set of a surface, for the table that tests every route. */
export function headersOf(surface: Surface | 'strictest'): Record<string, string> {
  return { ...STRICTEST, ...(surface === 'strictest' ? {} : surfaces[surface]) }
}

function give(c: Context, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
}

/** First of all middleware. */
export function strictest(): MiddlewareHandler {
  return async function strictest(c, next) {
    give(c, STRICTEST)
    await next()
  }
}

/** What a route serves: its surface's headers. */
export function serves(surface: Surface): MiddlewareHandler {
  return async function serves(c, next) {
    give(c, surfaces[surface])
    await next()
  }
}
