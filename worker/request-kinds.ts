/** What can be asked of the office, and what each kind of request needs to be told. */
import type { Activity } from '../shared/contact-hours.ts'

export interface RequestField {
  name: string
  label: string
  hint?: string
  needed?: boolean
  /** A text of several lines. */
  long?: boolean
  type?: 'email' | 'tel'
  autocomplete?: string
  options?: [value: string, text: string][]
}

/** What was typed, by field; for contact hours, the activities. */
export interface RequestBody {
  fields: Record<string, string>
  activities?: Activity[]
}

export type RequestState = 'open' | 'waiting' | 'done' | 'declined'

export const requestStates: Record<RequestState, string> = {
  open: 'Open',
  waiting: 'Waiting for an answer',
  done: 'Done',
  declined: 'Declined',
}

interface Kind {
  /** As its sender says it. */
  title: string
  /** As the office calls it. */
  short: string
  fields: RequestField[]
}

const who: RequestField = {
  name: 'who',
  label: 'Your name',
  hint: 'As you write it today.',
  needed: true,
  autocomplete: 'name',
}
const reach: RequestField = {
  name: 'reach',
  label: 'E-mail address',
  hint: 'The answer comes here.',
  needed: true,
  type: 'email',
  autocomplete: 'email',
}
const phone: RequestField = {
  name: 'phone',
  label: 'Telephone',
  hint: 'If you like: in case our mail does not reach you.',
  type: 'tel',
  autocomplete: 'tel',
}
const code: RequestField = {
  name: 'code',
  label: 'Code or link of your record',
  hint: 'If you know it. The number on an old certificate will do, too.',
}
const longAgo: RequestField = {
  name: 'remember',
  label: 'What you remember of your certification',
  hint: 'Two things that only you would know: a course and its year, the college, or the library where you worked then.',
  needed: true,
  long: true,
}

export const requestKinds = {
  address: {
    title: 'My e-mail address on file no longer works',
    short: 'Lost address',
    fields: [
      who,
      { ...reach, label: 'E-mail address that works now' },
      { name: 'old', label: 'Address that we have on file', hint: 'As far as you remember it.' },
      phone,
      code,
      longAgo,
    ],
  },
  correction: {
    title: 'Something on my record is wrong',
    short: 'Correction',
    fields: [
      who,
      reach,
      phone,
      { ...code, label: 'Code or link of the record' },
      { name: 'wrong', label: 'What is wrong, and what should stand there?', needed: true, long: true },
      {
        name: 'shown',
        label: 'What could show it',
        hint: 'A course certificate, for example. Don’t send it yet: the office asks if it is needed.',
      },
    ],
  },
  name: {
    title: 'My name has changed',
    short: 'Name change',
    fields: [
      { ...who, label: 'Your name now', hint: 'Exactly as it should stand on the record.' },
      { name: 'was', label: 'Name on the record', needed: true },
      reach,
      phone,
      code,
      {
        name: 'how',
        label: 'What should happen to your link?',
        needed: true,
        options: [
          ['same', 'Keep it: same link and code, with my new name'],
          ['new', 'A new link and code; the old ones become private, and nothing joins the two'],
        ],
      },
      {
        name: 'shown',
        label: 'A document that you could show',
        hint: 'A marriage certificate, a court order or a new ID. Don’t send it before you are asked.',
      },
    ],
  },
  claim: {
    title: 'I was certified before this site existed',
    short: 'Old certificate',
    fields: [
      who,
      { name: 'was', label: 'Your name then', hint: 'If it was another.' },
      reach,
      phone,
      { name: 'year', label: 'Year of your certification', hint: 'A guess will do.', needed: true },
      { ...code, label: 'Number on your certificate', hint: 'If you have it at hand.' },
      { name: 'library', label: 'Library where you worked then' },
      {
        ...longAgo,
        hint: 'Courses or a portfolio, which college or provider, which areas. Anything helps.',
      },
    ],
  },
  hours: {
    title: 'Renew: send in my contact hours',
    short: 'Contact hours',
    fields: [who, reach, phone, code],
  },
  misuse: {
    title: 'Report misuse of a record',
    short: 'Misuse',
    fields: [
      {
        name: 'where',
        label: 'Where did you see it?',
        hint: 'A link, or a few words. We do not open links by machine.',
        needed: true,
      },
      { name: 'what', label: 'What is wrong about it?', needed: true, long: true },
      { ...code, label: 'Code or link of the record', hint: 'If you know it.' },
      { ...who, hint: 'If you like.', needed: false },
      { ...reach, hint: 'Only if you want an answer.', needed: false },
    ],
  },
} satisfies Record<string, Kind>

export type RequestKind = keyof typeof requestKinds

export function isRequestKind(text: string): text is RequestKind {
  return Object.hasOwn(requestKinds, text)
}

/** The fields of a kind, with every member that a field may have. */
export function fieldsOf(kind: RequestKind): RequestField[] {
  return requestKinds[kind].fields
}

/** What a holder can ask of the office from the page of her own record. */
export const ownKinds = ['correction', 'name', 'hours', 'address'] as const satisfies RequestKind[]

export type OwnKind = (typeof ownKinds)[number]

export function isOwnKind(text: string): text is OwnKind {
  return (ownKinds as readonly string[]).includes(text)
}

/**
 * What is left to be typed there, for her record is known: who she is, its code, and the address on file.
 * @param hasAddress an address is on file, to which the answer goes
 */
export function ownFieldsOf(kind: OwnKind, hasAddress: boolean): RequestField[] {
  const known = ['code', 'was', 'old', 'remember']
  if (kind !== 'name') known.push('who')
  if (kind !== 'address' && hasAddress) known.push('reach')
  return fieldsOf(kind).filter(({ name }) => !known.includes(name))
}

/** What became of a request, in the office's words; one that its own sender took back was declined by nobody. */
export function tellRequestState({
  state,
  decidedBy,
}: {
  state: RequestState
  decidedBy?: string | null
}): string {
  return decidedBy === 'holder' ? 'Taken back by its holder' : requestStates[state]
}
