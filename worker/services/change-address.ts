/** Gives a holder another address on file: mail goes there from now on, and the old address is told. */
import { dayOf } from '../../shared/dates.ts'
import type { Issuer } from '../../shared/issuer.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { addressOf, changeAddress } from '../store/addresses.ts'
import { currentByNumber } from '../store/credentials.ts'
import { type Letter, postLetter } from '../store/outbox.ts'
import { recordEvent } from './record-event.ts'

/**
 * Everything that the change will store. The event says that there was one, and neither address.
 * @param request the reference of the request that asked for it
 * @throws Problem `no-such-record`, `conflict` while a withdrawal waits for its second person
 */
export async function prepareAddress(
  desk: Desk,
  number: string,
  { email, request, actor }: { email: string; request: string; actor: string },
): Promise<D1PreparedStatement[]> {
  const current = await currentByNumber(desk.db, number)
  if (!current) throw new Problem('no-such-record')
  if (current.newest.kind === 'withdrawal-proposed') {
    const detail = 'A withdrawal of this record was proposed: decide that first.'
    throw new Problem('conflict', { detail })
  }
  const at = desk.now().toISOString()
  const old = await addressOf(desk.db, current.holder)
  const isNews = old !== null && old.toLowerCase() !== email.toLowerCase()
  return [
    ...changeAddress(desk.db, current.holder, email),
    ...(await recordEvent(desk, {
      kind: 'address-changed',
      number,
      effectiveOn: dayOf(at),
      actor,
      at,
      detail: { request },
      after: current.newest.id,
    })),
    ...(isNews ? [postLetter(desk.db, toldOld(desk.issuer, number, old), at)] : []),
  ]
}

function toldOld({ short, phone, email }: Issuer, number: string, address: string): Letter {
  return {
    kind: 'address-changed',
    number,
    address,
    subject: 'Your LSSC record has another e-mail address on file now',
    body: [
      'Hello,',
      `until today this was the e-mail address on file for an LSSC record. Its holder asked us to use another one, and from now on we do. Nothing else about the record has changed.`,
      `If that was you, there is nothing to do. If it was not, please tell us at once: call ${phone} or write to ${email}.`,
      `The certification office of ${short}`,
    ].join('\n\n'),
  }
}
