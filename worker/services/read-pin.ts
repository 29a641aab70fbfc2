/** What the built badge says of the issuer: pinned in its file, whatever the office's profile says since. */
import type { Issuer } from '../../shared/issuer.ts'
import { isObject } from '../../shared/json.ts'

const pinned = ['name', 'short', 'phone', 'email', 'url'] as const

export interface Difference {
  field: (typeof pinned)[number]
  badge: string
  profile: string
}

/**
 * Where the badge of this deployment differs from the profile.
 * @returns an empty list, too, where nothing was built or what was built cannot be read
 */
export async function differencesFromBadge(assets: Fetcher, issuer: Issuer): Promise<Difference[]> {
  const found = await assets.fetch(new URL('/widget/v1/issuer.json', issuer.origin)).catch(() => null)
  const read: unknown = found?.status === 200 ? await found.json().catch(() => null) : null
  if (!isObject(read)) return []
  return pinned.flatMap((field) => {
    const badge = read[field]
    return typeof badge === 'string' && badge !== issuer[field]
      ? [{ field, badge, profile: issuer[field] }]
      : []
  })
}
