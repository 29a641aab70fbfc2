/**
 * API keys: made by an administrator, shown once to the person as whom they act and to nobody else, revoked at
 * once. Whoever makes a key for another never sees it: or one person could act as two.
 */
import { sha256, toBase64url } from '../../shared/bytes.ts'
import { addYears, dayOf, endOf, isDay } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse, type Wrong } from '../http/problem.ts'
import { may, type Person } from '../roles.ts'
import { isScope, type Scope, scopes } from '../scopes.ts'
import { type ApiKey, apiKeyById, apiKeys, insertKey, revokeKey, showKey } from '../store/api-keys.ts'
import { appendDeed } from '../store/audit.ts'
import { personByEmail } from '../store/staff.ts'
import { once, type RequestKey } from './once.ts'

/** Letters and digits that are read aloud without a mistake. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const MAX_CAP = 10_000

export interface KeyAsked {
  email: string
  label: string
  scopes: string[]
  lastDay: string
  dailyCap: string
}

/** @throws Problem `invalid-input`, naming each field */
export async function makeKey(
  desk: Desk,
  asked: KeyAsked,
  actor: string,
  request: RequestKey,
): Promise<void> {
  await once(desk, request, async () => {
    const person = await personByEmail(desk.db, asked.email)
    const known = await apiKeys(desk.db, utcDay(desk))
    check(desk, asked, person, known)
    const madeAt = desk.now().toISOString()
    const id = [...desk.random(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
    const { label, lastDay } = asked
    const key = { id, email: (person as Person).email, label, lastDay, madeBy: actor, madeAt }
    const may = { scopes: asked.scopes as Scope[], dailyCap: Number(asked.dailyCap) }
    const detail = { label, for: person?.name, until: lastDay, ...may }
    return {
      status: 200,
      answer: { id },
      statements: [
        insertKey(desk.db, { ...key, ...may }),
        appendDeed(desk.db, { actor, act: 'made-key', subject: id, detail }, madeAt),
      ],
    }
  })
}

/**
 * Makes the secret of a key, for its person to read once.
 * @param request which sending of the form: a second click on one button is answered with another secret, and the
 *   first, which nobody has read, no longer works
 * @throws Problem `not-allowed`, `conflict`
 */
export async function showSecret(desk: Desk, id: string, person: Person, request: string): Promise<string> {
  const key = await apiKeyById(desk.db, id, utcDay(desk))
  if (!key) throw new Problem('not-found')
  if (key.email !== person.email)
    throw new Problem('not-allowed', { detail: `Only ${key.name} can be shown this key: it acts as them.` })
  const now = desk.now().toISOString()
  if (key.revokedAt || now > endOf(key.lastDay))
    throw new Problem('conflict', { detail: 'This key no longer works. Ask an administrator for another.' })
  const secret = `lssc_live_${id}_${toBase64url(desk.random(32))}`
  const digest = toBase64url(await sha256(secret))
  const deed = { actor: person.name, act: 'showed-key', subject: id, detail: { label: key.label } }
  try {
    await desk.db.batch([showKey(desk.db, id, { digest, request, at: now }), appendDeed(desk.db, deed, now)])
    return secret
  } catch (error) {
    if (isRefusal(error))
      throw new Problem('conflict', {
        detail: 'This key was shown already, and is never shown again. Revoke it, and have another made.',
      })
    throw error
  }
}

/** @throws Problem `not-allowed` for someone else's key, unless an administrator asks; nothing when it is revoked */
export async function revoke(desk: Desk, id: string, person: Person): Promise<void> {
  const key = await apiKeyById(desk.db, id, utcDay(desk))
  if (!key) throw new Problem('not-found')
  if (key.email !== person.email && !may(person.role, 'administrator'))
    throw new Problem('not-allowed', {
      detail: 'This key is someone else’s: an administrator can revoke it.',
    })
  if (key.revokedAt) return
  const at = desk.now().toISOString()
  const deed = {
    actor: person.name,
    act: 'revoked-key',
    subject: id,
    detail: { label: key.label, of: key.name },
  }
  await desk.db
    .batch([revokeKey(desk.db, id, person.name, at), appendDeed(desk.db, deed, at)])
    .catch((error) => {
      if (!isRefusal(error)) throw error // What someone else revoked meanwhile is revoked.
    })
}

/** Days of a cap are UTC's. */
export function utcDay({ now }: Pick<Desk, 'now'>): string {
  return now().toISOString().slice(0, 10)
}

function check(desk: Desk, asked: KeyAsked, person: Person | null, known: ApiKey[]): void {
  const errors: Wrong[] = []
  const say = (field: keyof KeyAsked, message: string) => errors.push({ field, message })
  const today = dayOf(desk.now())
  const most = addYears(today, 1)
  if (!person) say('email', 'Choose someone who works here.')
  if (asked.label.length < 3 || asked.label.length > 60)
    say('label', 'Say in 3 to 60 characters which program has it: it stands in the audit.')
  if (known.some(({ label, revokedAt }) => !revokedAt && label.toLowerCase() === asked.label.toLowerCase()))
    say('label', 'A key in use is called so already: add what sets this one apart.')
  if (asked.scopes.length === 0 || !asked.scopes.every(isScope)) say('scopes', 'Tick what the key may do.')
  for (const scope of asked.scopes.filter(isScope)) {
    const [what, needed] = scopes[scope]
    if (person && !may(person.role, needed))
      say('scopes', `“${what}” takes the role ${needed}; ${person.name} is ${person.role}.`)
  }
  if (asked.scopes.includes('approve') && !asked.scopes.includes('withdraw'))
    say('scopes', 'Whoever may be the second person of a withdrawal may propose one: tick that, too.')
  if (!isDay(asked.lastDay) || asked.lastDay < today || asked.lastDay > most)
    say('lastDay', 'Choose the last day: today or later, and a year from now at most.')
  if (!/^\d{1,5}$/.test(asked.dailyCap) || Number(asked.dailyCap) < 1 || Number(asked.dailyCap) > MAX_CAP)
    say('dailyCap', `Type how many acts a day it may do, 1 to ${MAX_CAP}.`)
  refuse(errors)
}

/** The table itself refuses (its triggers); D1 tells it only in words. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.includes('SQLITE_CONSTRAINT')
}
