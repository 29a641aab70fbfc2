/** Which build of the badge this deployment serves, and its digest as the build computed it. */
import type { Release } from '../../shared/embed.ts'
import { isObject } from '../../shared/json.ts'

/** @returns null where nothing was built: then nothing can be embedded either */
export async function readRelease(assets: Fetcher, origin: string): Promise<Release | null> {
  const found = await assets.fetch(new URL('/widget/v1/integrity.json', origin))
  if (found.status !== 200) return null
  const read: unknown = await found.json().catch(() => null)
  if (!isObject(read)) return null
  const { version, 'lssc-badge.js': integrity } = read
  if (typeof version !== 'string' || typeof integrity !== 'string') return null
  return { version, integrity, url: `${origin}/widget/${version}/lssc-badge.js` }
}
