/**
 * Gives a holder another address on file: letters go there from now on. Both addresses are told, the old one without
 * saying whose it was or what replaced it, for whoever reads it there may be someone else.
 */
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { en } from '../letters/en.ts'
import { composeAddressLeft } from '../letters/letter.ts'
import { readEmail } from '../sheet/contact.ts'
import { addressOf, changeAddress as writeAddress } from '../store/addresses.ts'
import { currentByNumber } from '../store/credentials.ts'
import { deleteHolderAccess } from '../store/holder-access.ts'
import { postLetter, postMail } from '../store/outbox.ts'
import { officeDay } from '../when.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { recordEvent } from './record-event.ts'
import { refuseRemoved } from './unchanged.ts'

export interface AddressChange {
  number: string
  address: string
  /** Whose word it is, and how it was checked. It stays in the file. */
  why: string
}

/** @throws Problem `invalid-input`, naming each field; `no-such-record`, `conflict` (said why) */
export async function changeAddress(
  desk: Desk,
  { number, address, why }: AddressChange,
  actor: string,
  request: RequestKey,
): Promise<Answered<{ number: string }>> {
  return once(desk, request, async () => ({
    status: 200,
    answer: { number },
    statements: await prepareAddress(desk, number, { email: address, why, actor }),
  }))
}

export interface Addressing {
  email: string
  actor: string
  why?: string
  /** The request that asked for it, by its reference. */
  request?: string
}

/**
 * Everything that the change will store, for who has more to store with it. The event says that there was one, and
 * neither address.
 * @throws Problem as `changeAddress`
 */
export async function prepareAddress(
  desk: Desk,
  number: string,
  { email, actor, why, request }: Addressing,
): Promise<D1PreparedStatement[]> {
  const { db } = desk
  const current = await currentByNumber(db, number)
  if (!current) throw new Problem('no-such-record')
  refuseRemoved(current)
  if (current.newest.kind === 'withdrawal-proposed') {
    const detail = 'A withdrawal of this record was proposed: decide that first.'
    throw new Problem('conflict', { detail })
  }
  const old = await addressOf(db, current.holder)
  const address = readAddress(email)
  if (old?.toLowerCase() === address.toLowerCase()) throw refused('This is the address on file already.')
  const at = desk.now().toISOString()
  return [
    ...writeAddress(db, current.holder, address),
    // Whoever had the old one comes in no more; the letter to the new one brings a new link.
    ...deleteHolderAccess(db, current.holder),
    ...(await recordEvent(desk, {
      kind: 'address-changed',
      number,
      effectiveOn: officeDay(at),
      actor,
      at,
      ...(why ? { reason: why } : {}),
      ...(request ? { detail: { request } } : {}),
      after: current.newest.id,
    })),
    postMail(db, 'address-changed', number, at),
    ...(old === null ? [] : [tellOldAddress(desk, number, old, at)]),
  ]
}

/** Tells an address that it is on file no longer: whoever changed it, in whatever way, does so in the open. */
export function tellOldAddress(desk: Desk, number: string, address: string, at: string): D1PreparedStatement {
  const left = composeAddressLeft(desk.issuer, en)
  return postLetter(desk.db, { kind: 'address-left', number, address, ...left }, at)
}

/** One address that mail can be sent to. */
function readAddress(text: string): string {
  const { value, findings } = readEmail(text)
  if (value !== undefined) return value
  const [finding] = findings
  throw refused(text === '' ? 'Type the address.' : (finding?.message ?? 'This is no e-mail address.'))
}

function refused(message: string): Problem {
  return new Problem('invalid-input', { errors: [{ field: 'address', message }] })
}
