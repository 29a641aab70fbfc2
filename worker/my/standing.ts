/**
 * How a record stands today, as its holder is told it: from the very verdict that others are told, in words that begin
 * with what was earned and end with what can be done.
 */
import { type Day, dayOf } from '../../shared/dates.ts'
import { rulesOn } from '../../shared/rules.ts'
import type { Telling } from '../../shared/telling.ts'
import { phaseOn } from '../../shared/term.ts'
import type { OwnRecord } from '../services/read-own.ts'

export interface Way {
  text: string
  href: string
}

export interface OwnStanding {
  headline: string
  says: string[]
  /** What can be done about it, the likely one first. */
  ways: Way[]
}

/**
 * @param phone of the office
 * @returns how it stands, what that means and what to do
 */
export function tellOwn(own: OwnRecord, phone: string): OwnStanding {
  const { telling } = own
  const { facts } = telling
  switch (telling.state) {
    case 'valid':
      return inForce(own)
    case 'expired':
      return ended(own)
    case 'suspended':
      return {
        headline: `On hold since ${facts.since}`,
        says: [
          'While it is on hold it is not in force. A hold can be lifted any day; what you passed stays passed.',
          `Our letter says why, and readers never learn it. Call ${phone}: we tell you what is needed. If you are applying for a job just now, say so.`,
        ],
        ways: [ask(own, 'Write to the office')],
      }
    case 'revoked':
      return {
        headline: `Withdrawn on ${facts.since}`,
        says: [
          'It is no longer in force; please no longer give it as current.',
          `Our letter says why. If you think that this is wrong, you can appeal: call ${phone}, and we tell you how.`,
        ],
        ways: [ask(own, 'Write to the office')],
      }
    case 'superseded':
      return replaced(own, phone)
    case 'not-yet-valid':
      return {
        headline: `Awarded; it starts on ${facts.begins}`,
        says: ['Your areas are passed. From that day on it is in force, and readers see so.'],
        ways: [],
      }
    case 'as-of':
    case 'status-unavailable':
      return {
        headline: 'We can’t read just now how it stands',
        says: [
          'That is a fault on our side: nothing about your certification has changed. Load this page again in a minute.',
        ],
        ways: [],
      }
    default:
      return {
        headline: 'This record needs the office',
        says: [`Readers are told: “${telling.headline}”. The fault is not yours. Please call ${phone}.`],
        ways: [ask(own, 'Write to the office')],
      }
  }
}

function inForce(own: OwnRecord): OwnStanding {
  const { telling, checkedAt, number } = own
  const { expiresOn } = own.record
  const { expires, provisionalUntil } = telling.facts
  if (provisionalUntil)
    return {
      headline: 'Current, provisional',
      says: [
        `All areas are passed. What is missing is proof of one year of library work, paid or volunteer, by ${provisionalUntil}.`,
        'Until then readers see the word “provisional”, and that graduates of recognized college programs can start this way.',
      ],
      ways: [ask(own, 'Tell the office about my year of work')],
    }
  if (phaseOn(expiresOn, dayOf(checkedAt)) !== 'current')
    return {
      headline: `Current to ${expires}, and you can renew it now`,
      says: [`${renewal(expiresOn)} The new term follows on the old one, so nothing is lost by being early.`],
      ways: [hours(number)],
    }
  return { headline: `Current to ${expires}`, says: [], ways: [] }
}

function ended(own: OwnRecord): OwnStanding {
  const { telling, number } = own
  const { expiresOn } = own.record
  const { awarded, expires, graceUntil } = telling.facts
  if (graceUntil)
    return {
      headline: `You earned this; it can still be renewed until ${graceUntil}`,
      says: [
        `Its last term ended on ${expires}. ${renewal(expiresOn)} The new term then follows on the old one, as if nothing had been between.`,
      ],
      ways: [hours(number)],
    }
  return {
    headline: `You earned this; its last term ended on ${expires}`,
    says: [
      `What you passed stays passed. On a resume you can truthfully write that you earned it on ${awarded}, with its areas and its last day; the resume kit has that line. Only the word “current” must not stand there.`,
      'This term can no longer be renewed. Ask the office what your way back to a current certification is: it depends on what you have done since.',
    ],
    ways: [ask(own, 'Ask about a way back')],
  }
}

/** A record in a new name, or a newer one: either way the other is the one to give to others. */
function replaced({ telling, others }: OwnRecord, phone: string): OwnStanding {
  const on = telling.facts.since ? ` on ${telling.facts.since}` : ''
  return {
    headline: `Replaced${on} by a newer record`,
    says: [
      others.length > 0
        ? 'Please give the newer one to others from now on. What you passed is in it, whole.'
        : `The newer one is the one to give to others. It is not among your pages here: it may have another e-mail address on file. If you don’t have it, call ${phone}.`,
    ],
    ways: others.map((number) => ({ text: `Open record ${number}`, href: `/my/${number}` })),
  }
}

function renewal(expiresOn: Day): string {
  const { renewalHours, renewalTechnologyHours } = rulesOn(expiresOn)
  return `A renewal takes ${renewalHours} contact hours of learning in the LSSC areas, at least ${renewalTechnologyHours} of them in technology: courses, workshops, conference days.`
}

function hours(number: string): Way {
  return { text: 'Send in my contact hours', href: `/help/hours?code=${number}` }
}

function ask({ number }: OwnRecord, text: string): Way {
  return { text, href: `/my/${number}/ask` }
}

/** What whoever has the link or the code reads. */
export function tellOthers(visibility: OwnRecord['visibility'], { headline }: Telling): string {
  switch (visibility) {
    case 'withheld':
      return 'It is private now: whoever opens its link or types its code reads that, and nothing of what is in it.'
    case 'unknown':
      return 'It is private now, and answered as if it did not exist: whoever opens its link or types its code reads that no record was found.'
    case 'listed':
      return `Whoever opens its link, types its code or finds you in the directory reads: “${headline}”.`
    default:
      return `Whoever opens its link or types its code reads: “${headline}”.`
  }
}
