// What every response must carry, surface by surface: written out once more, and not taken from
// worker/http/headers.ts, so that the two must agree.

export type Surface = keyof typeof sets

const STRICTEST = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
}
const OPEN = {
  ...STRICTEST,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Date, Age, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
}
const PAGE = {
  ...STRICTEST,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; " +
    "trusted-types 'none'",
  'cross-origin-embedder-policy': 'require-corp',
}
const cached = (...directives: string[]) => ({ 'cache-control': ['public', ...directives].join(', ') })

/** The whole set of each surface, but for the type of its body. */
export const sets = {
  strictest: STRICTEST,
  // A problem that a browser is shown: only what a page needs to look like one.
  problem: { ...STRICTEST, 'content-security-policy': PAGE['content-security-policy'] },
  open: OPEN,
  openProblem: { ...OPEN, 'content-security-policy': PAGE['content-security-policy'] },
  page: PAGE,
  console: { ...PAGE, 'referrer-policy': 'same-origin' },
  holder: { ...PAGE, 'referrer-policy': 'same-origin' },
  publicPage: { ...PAGE, 'x-robots-tag': 'all' },
  keys: { ...OPEN, ...cached('max-age=3600', 'stale-while-revalidate=600', 'stale-if-error=604800') },
  status: { ...OPEN, ...cached('max-age=60', 'stale-while-revalidate=30', 'stale-if-error=86400') },
  reference: { ...OPEN, ...cached('max-age=3600', 'stale-while-revalidate=86400', 'stale-if-error=604800') },
  evergreen: {
    ...OPEN,
    ...cached('max-age=300', 'stale-while-revalidate=86400', 'stale-if-error=604800', 'no-transform'),
  },
  pinned: { ...OPEN, ...cached('max-age=31536000', 'immutable', 'no-transform') },
  asset: { ...STRICTEST, ...cached('max-age=300', 'stale-while-revalidate=600', 'stale-if-error=604800') },
} satisfies Record<string, Record<string, string>>
