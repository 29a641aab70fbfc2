/** Which acts a record allows today, and why not the others. */
import { latestDay } from '../../shared/dates.ts'
import { graceEnds, phaseOn, renewalOpens } from '../../shared/term.ts'
import { may, type Person, type Role } from '../roles.ts'
import { dayTold } from '../when.ts'
import type { OpenFile } from './open-file.ts'
import type { ActName } from './record-acts.ts'
import { HOLDER, notNow, undecided } from './remove.ts'

/** What the record's page offers: a correction has a form of its own. */
export type Offer = ActName | 'correct'

/** The least role for each. */
export const needed: Record<Offer, Role> = {
  renew: 'issuer',
  complete: 'issuer',
  correct: 'issuer',
  name: 'issuer',
  suspend: 'issuer',
  reinstate: 'issuer',
  revoke: 'issuer',
  confirm: 'approver',
  decline: 'issuer',
  remove: 'issuer',
  'remove-now': 'approver',
  keep: 'issuer',
}

const STANDING = {
  suspended: 'It is on hold: take it off hold first.',
  revoked: 'It is withdrawn, and that is final.',
  superseded: 'It was replaced by another record: look at that one.',
}

/** @returns a sentence, or null where it can be done by this person now */
export function whyNot(offer: Offer, file: OpenFile, person: Person, now: Date): string | null {
  const { standing, visibility, proposal, removal, record } = file
  if (offer === 'confirm' && proposal?.actor === person.name)
    return 'You proposed it: a second person has to make it final.'
  if (offer === 'remove-now' && removal?.askedBy === person.name)
    return 'You proposed it: a second person has to remove it.'
  if (!may(person.role, needed[offer]))
    return `It takes the role “${needed[offer]}”; yours is “${person.role}”.`
  if (visibility === 'erased') return 'It was removed at its holder’s request.'
  if (offer === 'remove' || offer === 'remove-now' || offer === 'keep')
    return whyNotRemoved(offer, file, person)
  if (standing === 'revoked' || standing === 'superseded') return STANDING[standing]
  // The new number would not be part of the removal.
  if (removal && offer === 'name') return 'A removal of it waits: take that back first.'
  switch (offer) {
    case 'confirm':
      return proposal ? null : 'No withdrawal is proposed.'
    case 'decline':
      if (!proposal) return 'No withdrawal is proposed.'
      return mayDecline(proposal.actor, person)
        ? null
        : 'It takes the role “approver”, or whoever proposed it.'
    case 'reinstate':
      if (proposal) return 'A withdrawal is proposed: decide on that first.'
      return standing === 'suspended' ? null : 'It is not on hold.'
    case 'revoke':
      return proposal ? 'It is proposed already, and waits for a second person.' : null
    case 'suspend':
      return standing === 'suspended' ? 'It is on hold already.' : null
    case 'complete':
      if (!record.provisionalUntil) return 'It is not provisional.'
      break
    case 'renew': {
      const opens = renewalOpens(record.expiresOn)
      if (phaseOn(record.expiresOn, latestDay(now)) === 'current')
        return `It can be renewed from ${dayTold(opens)} to ${dayTold(graceEnds(record.expiresOn))}.`
    }
  }
  return standing === 'suspended' ? STANDING.suspended : null
}

/** Removing asks for no standing: what is withdrawn or replaced can be removed as well. */
function whyNotRemoved(
  offer: 'remove' | 'remove-now' | 'keep',
  { newest, removal }: OpenFile,
  { name, role }: Person,
): string | null {
  if (offer === 'remove') return notNow({ newest }, removal)
  if (!removal) return 'No removal of it waits.'
  const first = undecided({ newest })
  if (first) return first
  if (offer === 'keep')
    return removal.askedBy === HOLDER || removal.askedBy === name || may(role, 'approver')
      ? null
      : 'It takes the role “approver”, or whoever proposed it.'
  return removal.askedBy === HOLDER ? 'Its holder asked for it: it is carried out on its day.' : null
}

/** Whoever proposed it takes it back; anyone else decides as the second person. */
function mayDecline(proposer: string, { name, role }: Person): boolean {
  return proposer === name || may(role, 'approver')
}
