/** The origin is in every id: once there is data, it may not change. */
import type { Desk } from '../desk.ts'
import { fixSetting } from '../store/settings.ts'

let fixed: string | undefined

/**
 * Fixes the origin beside the data at first start, and from then on compares. Asked once per isolate.
 * @throws Error when the data belong to another origin; nothing when the data cannot be reached
 */
export async function fixOrigin({ db, issuer }: Desk): Promise<void> {
  fixed ??= await fixSetting(db, 'origin', issuer.origin).catch(() => undefined)
  if (fixed !== undefined && fixed !== issuer.origin) {
    throw new Error(
      `ORIGIN is ${issuer.origin}, but these records were made for ${fixed}: their ids and links begin with it. ` +
        'Set ORIGIN back, or begin again with an empty database (`npm start -- --fresh`).',
    )
  }
}
