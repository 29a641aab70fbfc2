/** What the office says of itself, written anew: checked, kept beside every earlier version, and audited. */
import type { Issuer } from '../../shared/issuer.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { readEmail } from '../sheet/contact.ts'
import { appendDeed } from '../store/audit.ts'
import { insertProfile, newestProfile, type Profile, type ProfileVersion } from '../store/profile.ts'
import { once, type RequestKey } from './once.ts'
import { keepProfile, profileOf } from './read-profile.ts'

const profileFields = ['name', 'short', 'phone', 'email', 'hours', 'url', 'linkedFrom'] as const

/**
 * @param seen the version that the form was drawn from; 0 where there was none
 * @throws Problem `invalid-input`, naming each field; `conflict` when someone else has changed it since
 */
export async function changeProfile(
  desk: Desk,
  { seen, ...typed }: Profile & { seen: number },
  actor: string,
  request: RequestKey,
): Promise<void> {
  const { answer } = await once(desk, request, async () => {
    const newest = await newestProfile(desk.db)
    const before = profileOf(newest ?? desk.issuer)
    if (newest && newest.version !== seen) throw overtaken(newest, typed)
    check(desk.issuer, typed)
    const changed = profileFields.filter((field) => typed[field] !== before[field])
    if (changed.length === 0)
      throw new Problem('invalid-input', { detail: 'Nothing was changed: this is what stands already.' })
    const recordedAt = desk.now().toISOString()
    const profile: ProfileVersion = { ...typed, version: (newest?.version ?? 0) + 1, actor, recordedAt }
    const of = (one: Profile) => Object.fromEntries(changed.map((field) => [field, one[field]]))
    const detail = { before: of(before), after: of(typed) }
    return {
      status: 200,
      answer: profile,
      statements: [
        insertProfile(desk.db, profile),
        appendDeed(desk.db, { actor, act: 'changed-profile', subject: 'office', detail }, recordedAt),
      ],
    }
  })
  keepProfile(answer, desk.now())
}

/** Each field in which the two differ says what the other one wrote. */
function overtaken(newest: ProfileVersion, typed: Profile): Problem {
  const errors = profileFields
    .filter((field) => typed[field] !== newest[field])
    .map((field) => ({
      field,
      message: `${newest.actor} has changed the profile since: this is “${newest[field]}” now. Take that over, or send yours again.`,
    }))
  return new Problem('conflict', {
    detail: `${newest.actor} has changed the profile since, to just this.`,
    ...(errors.length > 0 ? { errors } : {}),
  })
}

/** @throws Problem `invalid-input` */
function check(issuer: Issuer, typed: Profile): void {
  refuse(
    profileFields.map((field) => {
      const message = wrongWith(field, typed[field], issuer)
      return message !== null && { field, message }
    }),
  )
}

/** What is wrong with a field, and how to mend it; null when nothing is. */
function wrongWith(field: keyof Profile, text: string, issuer: Issuer): string | null {
  if (/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(text))
    return 'Write it on one line, without control characters.'
  switch (field) {
    case 'name':
      return text.length < 2 || text.length > 120 ? 'Type the full name: 2 to 120 characters.' : null
    case 'short':
      return text.length < 2 || text.length > 40 ? 'Type a short name: 2 to 40 characters.' : null
    case 'phone':
      return /^[+(\d][\d ().-]{5,30}$/.test(text) && text.replace(/\D/g, '').length >= 7
        ? null
        : 'Type a telephone number with its area code: digits, spaces, ( ) . - and a + at the front. An extension can stand beside the hours.'
    case 'email':
      return readEmail(text).value && text.length <= 120
        ? null
        : 'Type one e-mail address, such as office@example.org.'
    case 'hours':
      return text.length > 120 ? 'Say it in 120 characters.' : null
    case 'url':
      return isAddress(text, issuer) ? null : 'Type an address that begins with https://'
    case 'linkedFrom':
      if (text === '') return null
      if (!isAddress(text, issuer)) return 'Type an address that begins with https://, or leave it empty.'
      return new URL(text).origin === issuer.origin
        ? 'Give a page on the office’s own site: a page of this service cannot vouch for this service.'
        : null
  }
}

/** Of the demonstration on one machine its own page is this service, and that is http. */
function isAddress(text: string, { origin }: Issuer): boolean {
  if (text.length > 300 || !URL.canParse(text)) return false
  const { protocol, username, password, hostname, origin: own } = new URL(text)
  if (username || password || /[\s<>"]/.test(text)) return false
  return (protocol === 'https:' && hostname.includes('.')) || own === origin
}
