/** A program comes with its key: whose it is, and whether it may do what it asks for. */
import { fromBase64url, sha256 } from '../../shared/bytes.ts'
import { endOf } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { may } from '../roles.ts'
import { type Scope, scopes } from '../scopes.ts'
import { type ApiKey, apiKeyById, countActs, touchKey } from '../store/api-keys.ts'
import { appendDeed } from '../store/audit.ts'
import { utcDay } from './keep-keys.ts'

const SHAPE = /^lssc_live_([0-9a-z]{8})_[\w-]{43}$/
const SEEN_EVERY = 60_000
/** Compared with when there is nothing to compare with: no key has this digest. */
const NOBODY = new Uint8Array(32)

/** A key that works now. */
export type OpenKey = Pick<ApiKey, 'id' | 'label' | 'name' | 'role' | 'scopes' | 'dailyCap'>

/** @returns null for a key that is wrong, unknown, past or revoked, and for one whose person has left, all alike */
export async function openKey(desk: Desk, presented: string): Promise<OpenKey | null> {
  const id = SHAPE.exec(presented)?.[1]
  if (!id) return null
  const key = await apiKeyById(desk.db, id, utcDay(desk))
  const known = fromBase64url(key?.digest ?? '')
  const digest = await sha256(presented)
  const isSame = crypto.subtle.timingSafeEqual(digest, known?.length === 32 ? known : NOBODY)
  const now = desk.now().toISOString()
  if (!key || !isSame || key.revokedAt || !key.active || now > endOf(key.lastDay)) return null
  if (desk.now().getTime() - new Date(key.lastUsedAt ?? 0).getTime() >= SEEN_EVERY)
    await touchKey(desk.db, id, now)
  return key
}

export interface Use {
  scope: Scope
  /** What it is done to. */
  subject: string
  /** How many acts it counts as. */
  acts?: number
}

/**
 * Lets a key do something, and writes down that it did; reading is not counted.
 * @throws Problem `key-not-allowed` (audited), `cap-reached`
 */
export async function useKey(desk: Desk, key: OpenKey, { scope, subject, acts = 1 }: Use): Promise<void> {
  const at = desk.now().toISOString()
  const deed = { actor: key.name, subject, detail: { key: key.id, label: key.label, scope } }
  if (!key.scopes.includes(scope) || !may(key.role, scopes[scope][1])) {
    await appendDeed(desk.db, { ...deed, act: 'refused-key' }, at).run()
    throw new Problem('key-not-allowed', {
      detail: `This takes the scope “${scope}” and the role ${scopes[scope][1]}.`,
    })
  }
  if (scope === 'read') return
  try {
    await desk.db.batch([
      countActs(desk.db, key, utcDay(desk), acts),
      appendDeed(desk.db, { ...deed, act: 'used-key' }, at),
    ])
  } catch (error) {
    if (error instanceof Error && error.message.includes('NOT NULL'))
      throw new Problem('cap-reached', { detail: `It may do ${key.dailyCap} acts a day. The day is UTC’s.` })
    throw error
  }
}
