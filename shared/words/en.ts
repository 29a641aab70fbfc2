/** English (U.S.). The words that hiring managers read; PRODUCT.md says why each is as it is. */
import type { LooksLike } from '../verdict.ts'
import type { Facts, Words } from './words.ts'

const LSSC = 'Library Support Staff Certification (LSSC)'
const NO_MARK = 'Please don’t count it against the applicant.'
const NOT_ABOUT = 'This says nothing about the applicant.'
const COMPARE = 'Compare it with the code on the application, or ask the applicant for the link.'
const NO_IDENTITY = 'We don’t check identity.'
const ask = ({ issuer, contact }: Facts) => `${issuer}: ${contact}.`
const since = ({ since }: Facts, word: string) => (since ? ` ${word} ${since}` : '')

export const en: Words = {
  lang: 'en',
  certification: LSSC,
  demo: 'Demonstration: not a real certification',
  notThisPerson: 'We don’t check that your applicant is this person.',
  everyHolderAlso: 'Every holder has these',
  dates: ({ awarded, renewed, expires }, current) =>
    `${current ? 'Earned' : 'On the record: earned'} ${awarded}${renewed ? ` · renewed ${renewed}` : ''} · ${current ? 'current to' : 'last day'} ${expires}`,
  onDay: {
    'within-dates': 'within its dates',
    'not-begun': 'not in effect yet',
    'not-awarded': 'not awarded yet',
    'between-terms': 'past its last day, and renewed later',
    ended: 'past its last day',
    suspended: 'already on hold',
    revoked: 'already withdrawn',
    'not-known': 'not known',
  },
  whenApplied: (day, how) => `On ${day}, when they applied: ${how}.`,
  explainer: ({ provisionalUntil }) =>
    `LSSC is a voluntary U.S. certification for library support staff, run by ALA-APA, the American Library Association’s companion organization. Holders have at least a year of library work behind them${provisionalUntil ? ' (this one still has to show it)' : ''} and passed six or more of ten areas through approved courses, a portfolio reviewed by two experts, or a recognized college program. Areas are passed, not graded. Checking is free.`,
  notProved: 'Identity, job performance, and anything outside the areas listed. It is not a license.',
  relates: (phrases) => `The ad says ${phrases.map((phrase) => `“${phrase}”`).join(', ')}`,
  relatesNone: 'The ad names no area we recognize.',
  areasLine: ({ provisionalUntil }, related, others) =>
    `${provisionalUntil ? 'Areas passed' : 'A year of library work, and areas passed'}: ${related.length > 0 ? `${related.join(', ')} (related to the ad); ` : ''}${others.join(', ')}.`,
  inShort: ({ provisionalUntil }) =>
    `A voluntary U.S. certification run by ALA-APA: six or more areas passed, and a year of library work${provisionalUntil ? ' still to be shown' : ''}.`,

  states: {
    valid: ({ issuer, provisionalUntil, expiresShort }) =>
      provisionalUntil
        ? {
            headline: `Current, provisional: ${LSSC}, confirmed by ${issuer}`,
            body: `Graduates of recognized college programs can start this way. All areas are passed; ${issuer} is still waiting for proof of one year of library work, due by ${provisionalUntil}.`,
            next: 'Look for a year of library work on the resume, or ask the applicant.',
            pill: 'Provisional',
          }
        : { headline: `Current: ${LSSC}, confirmed by ${issuer}`, pill: `Current to ${expiresShort}` },
    expired: ({ issuer, expires, graceUntil }) => ({
      headline: `Earned, not current: ${LSSC}, ended ${expires}`,
      body: `${issuer} awarded this, and its areas were passed. It runs for four years at a time and ends when it is not renewed; that says nothing about skill or conduct.`,
      next: graceUntil
        ? `Ask the applicant whether a renewal is under way: it can be renewed until ${graceUntil}.`
        : 'Ask the applicant, if it matters for the job. What was passed stays passed.',
      pill: 'Not current',
    }),
    'as-of': ({ issuer, asOf }) => ({
      headline: `Genuine, not confirmed just now: ${LSSC}, last known current ${asOf}`,
      body: `The record is what ${issuer} issued. Since that time we couldn’t read whether it is still in force; that is our connection, not something about the applicant.`,
      next: 'Check again before you decide.',
      pill: 'Not checked now',
    }),
    'status-unavailable': (f) => ({
      headline: f.ended
        ? `This copy ended on ${f.expires}; we couldn’t see whether it was renewed: ${LSSC}`
        : `Genuine, but we couldn’t check today whether it is still in force: ${LSSC}`,
      body: `It carries ${f.issuer}’s signature and is unaltered. The part that failed is our connection to ${f.issuer}’s status list; it has nothing to do with the applicant.`,
      next: `Try again, or contact ${ask(f)}`,
      pill: f.ended ? 'Renewal not checked' : 'Not checked',
    }),
    'not-yet-valid': ({ issuer, begins }) => ({
      headline: `Awarded, not yet in effect: ${LSSC}, starts ${begins}`,
      body: `${issuer} has issued this; its areas are passed. It is not in force until that day. ${NO_MARK}`,
      next: 'Note the date, and check again after it.',
      pill: 'Not yet in effect',
    }),
    suspended: (f) => ({
      headline: `On hold${since(f, 'since')}, not in force: ${LSSC}`,
      body: `${f.issuer} paused this certification for now. The reason for a hold is never published; often it is paperwork, and a hold can be lifted any day. ${NO_MARK}`,
      next: 'Ask the applicant, or check again before you decide.',
      pill: 'On hold',
    }),
    revoked: (f) => ({
      headline: `Withdrawn${since(f, 'on')}, no longer in force: ${LSSC}`,
      body: `${f.issuer} issued this and later withdrew it. ${f.reason ? `Its public reason: ${f.reason}` : 'The reason is not published; it may be administrative.'}`,
      next: `Ask the applicant about it. To confirm, contact ${ask(f)}`,
      pill: 'Withdrawn',
    }),
    superseded: (f) => ({
      headline: `Replaced by a newer record: ${LSSC}`,
      body: `${f.issuer} replaced this${since(f, 'on')}, for example after renewal or to correct a detail. This one is no longer in force; the newer one is the one to look at. ${NO_MARK}`,
      next: f.successor
        ? 'The newer record says how things stand today.'
        : 'Ask the applicant for their current link.',
      pill: 'Replaced',
    }),
    'not-found': ({ lookedUp }) => ({
      headline: `We found no record for ${lookedUp || 'this code'}`,
      body: 'A character may be wrong, or the link cut off. This alone doesn’t mean that the applicant’s claim is false, and it is no mark against them.',
      next: COMPARE,
      pill: 'No record found',
    }),
    withheld: () => ({
      headline: 'This record is private at the moment',
      body: 'People who hold a certificate can make its page private at any time, for any reason. So we can’t show what is in it; please don’t count that for or against the applicant.',
      next: 'You can ask the applicant to make it visible.',
      pill: 'Private',
    }),
    erased: (f) => ({
      headline: 'This record was removed at its holder’s request',
      body: 'That says nothing about whether the certification was earned, and is no mark against the applicant.',
      next: `Ask the applicant, or ${ask(f)}`,
      pill: 'Removed',
    }),
    'link-ended': (f) => ({
      headline: f.since ? `This link ended on ${f.since}` : 'This link has ended',
      body: `It was made for a limited time. The certification may be unaffected. ${NO_MARK}`,
      next: 'Ask the applicant for a new link.',
      pill: 'Link ended',
    }),
    'bad-signature': ({ issuer }) => ({
      headline: `This copy can’t be used: it isn’t exactly what ${issuer} issued`,
      body: 'Files and links often get cut or altered on the way; a genuine record may well exist. This alone is no mark against the applicant.',
      next: 'Ask the applicant for their code, and check that instead of this copy.',
      pill: 'Copy not usable',
    }),
    malformed: (f) =>
      f.looksLike === 'mistyped-number'
        ? {
            headline: 'A character of this code is wrong or swapped',
            body: `The last character of a code is a check on the others, and here it doesn’t fit. ${NOT_ABOUT}`,
            next: COMPARE,
            pill: 'Code mistyped',
          }
        : {
            headline: 'We can’t read this as an LSSC record',
            body: `${f.seems ? `It looks like ${f.seems}. ` : ''}A record has a code of 12 letters and digits, such as 7K3M‑9QXD‑4T29, or a link that ends in one. ${NOT_ABOUT}`,
            next: `Ask the applicant for their code or link, or ${ask(f)}`,
            pill: 'Not readable',
          },
    'unknown-key': ({ issuer }) => ({
      headline: 'We don’t recognize who issued this',
      body: `It is signed, but not by ${issuer}: by another issuer, by a test system, or by someone who made it up. So nothing that it says is shown here.`,
      next: 'Don’t rely on it. Ask the applicant for their code, and check that.',
      pill: 'Issuer unknown',
    }),
    'key-compromised': ({ issuer }) => ({
      headline: 'This copy needs to be re-issued',
      body: `${issuer} has withdrawn the key behind it. The certification may be fine; this copy can’t show it. ${NO_MARK}`,
      next: 'Ask the applicant for their code, and open the current record with it.',
      pill: 'Re-issue needed',
    }),
    'not-on-file': (f) => ({
      headline: `Don’t rely on this copy: ${f.issuer} has no record of issuing it`,
      body: `It carries ${f.issuer}’s signature, but is not in ${f.issuer}’s register, where every genuine record is. So nothing on it is confirmed.`,
      next: `Ask ${ask(f)}`,
      pill: 'Not on file',
    }),
    unreachable: () => ({
      headline: 'Not checked yet',
      body: 'We couldn’t reach the service. This is not a result about the applicant.',
      next: 'Try again, or open the link.',
      pill: 'Not checked',
    }),
    checking: ({ issuer }) => ({ headline: `Checking with ${issuer}…`, pill: 'Checking…' }),
  },

  checks: ({ issuer }) => ({
    readable: ['A readable LSSC record', 'Not a readable LSSC record'],
    unchanged: [`Unchanged since ${issuer} signed it`, `Not exactly what ${issuer} signed`],
    key: [`Signed with ${issuer}’s own key`, `Not signed with a key that ${issuer} vouches for`],
    'on-file': [`On file with ${issuer}`, `Not on file with ${issuer}`],
    'not-withdrawn': ['Not withdrawn', 'Withdrawn'],
    'not-on-hold': ['Not on hold', 'On hold'],
    'not-replaced': ['Not replaced by a newer record', 'Replaced by a newer record'],
    'within-dates': ['Within its dates', 'Not within its dates'],
  }),
  notChecked: (what, why) => `${what}: not checked${why ? `, ${why}` : ''}`,
  reasons: {
    'list-unreachable': 'the status list could not be reached',
    'list-unreadable': 'the status list could not be read',
    'list-not-ours': 'the status list is not the issuer’s',
    'list-stale': 'the status list is more than a day old',
    'list-aged': 'the status list is more than 15 minutes old',
    'register-unreachable': 'the register could not be reached',
  },
  earned: {
    course: ({ title, provider, month }) => `Course: ${title}, ${provider}, ${month}`,
    portfolio: ({ month }) => `Portfolio reviewed by two experts, ${month}`,
    recognition: ({ title, provider, month }) =>
      `College program recognized by ALA-APA: ${title}, ${provider}, ${month}`,
  },
  whose: {
    match: () => `Same name as on this application. ${NO_IDENTITY}`,
    similar: ({ record, application }) =>
      `Similar name: the record says ${record}, the application ${application}. Names often vary this way. ${NO_IDENTITY}`,
    different: ({ record, application }) =>
      `The record is in another name: ${record}; the application says ${application}. People change names or use another at work. Ask the applicant; it is no ground to reject.`,
    'not-compared': () => 'We checked the certificate, not who sent it.',
  },
  emailDiffers: 'Another address; common, and no problem by itself.',
  confirmOn: (issuer) => `Confirm on ${issuer}’s site`,
  stamp: (state, checked, asOf) => {
    if (asOf) return state === 'as-of' ? `Status last read ${asOf}, not since` : `Status read ${checked}`
    return state === 'status-unavailable' || state === 'unreachable'
      ? `Status not read. Tried ${checked}`
      : `Checked ${checked}`
  },
  labels: {
    what: 'What is LSSC?',
    areas: 'Areas passed, and how',
    named: 'Related to the ad',
    chosen: 'Chosen by this person',
    familyName: 'Family name',
    formerName: 'Earlier name',
    checked: 'What was checked',
    notProved: 'Not proved here',
    tryAgain: 'Try again',
    checkAgain: 'Check again',
    current: 'Open the newer record',
    openRecord: 'Open the record',
    contact: 'Contact',
    details: 'Details',
    demo: 'Demo',
    otherName: 'Another name',
    linkFor: 'Applicant’s link to',
  },
}

/** What an input seems to be: "It looks like …". */
export const looksLike: Record<LooksLike, string> = {
  nothing: 'an empty box',
  'part-of-a-token': 'only part of a token',
  'another-token': 'a token of another kind',
  'older-number': 'an older number from before this system',
  'mistyped-number': 'a code with a wrong or swapped character',
  'web-page': 'a web page',
  'other-link': 'a link to another site',
  'linkedin-link': 'a LinkedIn link',
  'open-badge-2': 'an Open Badge 2 file',
  'other-credential': 'a digital credential of another kind',
  'too-large': 'a file that is too large for a record',
  picture: 'a picture that carries no record we can read',
  text: 'plain text',
}
