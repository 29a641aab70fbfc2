/**
 * Letters to holders: plain text, short enough to be read, and nothing in them that is not known here. Pure: no clock,
 * no tables. Another language is another `LetterWords`.
 */
import type { Issuer } from '../../shared/issuer.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { ChosenVisibility } from '../record-state.ts'
import type { HoldReason, WithdrawalReason } from '../services/reasons.ts'

/** What a letter about a record can be about. Each is composed when it is sent, from the record and from what happened. */
export const letterKinds = [
  'issued',
  'renewed',
  'corrected',
  'completed',
  'renamed',
  'suspended',
  'reinstated',
  'withdrawal-proposed',
  'withdrawal-declined',
  'revoked',
  'address-changed',
  'my-link',
  'removal-asked',
  'removal-proposed',
  'removal-taken-back',
  'visibility-changed',
  'remind-opens',
  'remind-soon',
  'remind-ended',
  'remind-last',
] as const

export type LetterKind = (typeof letterKinds)[number]

export type ReminderKind = Extract<LetterKind, `remind-${string}`>

/** Days come in as they are read: "June 15, 2024". */
export interface LetterFacts {
  issuer: Pick<Issuer, 'name' | 'short' | 'phone' | 'email' | 'url' | 'demo'>
  /** As its holder writes it. */
  name: string
  number: string
  /** The record's page. */
  link: string
  /** The secret link of the holder's own page. */
  own: string
  /** Where holders turn to. */
  help: string
  /** Where a removal is taken back. */
  removal: string
  awarded: string
  awardedYear: string
  /** Awarded in the last weeks, and not long before it came to us. */
  isNew: boolean
  /** The last day of the term; over, if `hasEnded`. */
  expires: string
  hasEnded: boolean
  /** While it is to come: the last day on which it can be renewed. */
  graceUntil?: string
  provisionalUntil?: string
  /** The day on which it happened. */
  on: string
  /** The day on which the record is removed, where one is set. */
  removedOn?: string
  /** Why, of the closed lists; a note that a person wrote for the file is never here. */
  reason?: HoldReason | WithdrawalReason
  /** What outsiders are told of why. */
  publicNote?: string
  /** As it is when the letter goes out: more may have happened since what it tells of. */
  standing: Standing
  /** Outsiders see nothing of the record. */
  isPrivate: boolean
  /** Whom its holder lets see it, as it is when the letter goes out. */
  seenBy: ChosenVisibility
  renewal: { hours: number; technologyHours: number }
}

/** What one letter says: its subject, and its paragraphs between the greeting and the name of the office. */
export interface Saying {
  subject: string
  says: string[]
}

export interface LetterWords {
  lang: string
  letters: Record<LetterKind, (facts: LetterFacts) => Saying>
  /** To the address that was on file until now: whoever reads it there may be someone else. */
  addressLeft: (issuer: LetterFacts['issuer']) => Saying
  /** To whoever asked to come to their own page. */
  myCode: (facts: MyCodeFacts) => Saying
  /** @param name absent where it may be someone else who reads this */
  greeting: (name?: string) => string
  demonstration: { subject: string; body: string }
}

export interface MyCodeFacts {
  issuer: LetterFacts['issuer']
  number: string
  /** In two groups of four. */
  code: string
  /** The same without typing. */
  url: string
}

export interface LetterText {
  subject: string
  body: string
}

export function composeLetter(kind: LetterKind, facts: LetterFacts, words: LetterWords): LetterText {
  return framed(words.letters[kind](facts), facts.issuer, words, facts.name)
}

export function composeAddressLeft(issuer: LetterFacts['issuer'], words: LetterWords): LetterText {
  return framed(words.addressLeft(issuer), issuer, words)
}

export function composeMyCode(facts: MyCodeFacts, words: LetterWords): LetterText {
  return framed(words.myCode(facts), facts.issuer, words)
}

/** The same letter for the file: what would let a reader in as its receiver is struck out. */
export function withoutSecrets(text: string): string {
  return text.replace(/(\/my\/(?:open|code)\/)\S+/g, '$1…').replace(/\b\d{4} \d{4}\b/g, '•••• ••••')
}

export function isLetterKind(kind: string): kind is LetterKind {
  return (letterKinds as readonly string[]).includes(kind)
}

function framed(
  { subject, says }: Saying,
  issuer: LetterFacts['issuer'],
  words: LetterWords,
  name?: string,
): LetterText {
  const { demo, short, phone, email, url } = issuer
  const office = [short, `${phone} · ${email}`, url].join('\n')
  return {
    subject: oneLine(demo ? `${words.demonstration.subject} ${subject}` : subject),
    body: [
      ...(demo ? [words.demonstration.body] : []),
      words.greeting(name === undefined ? undefined : oneLine(name)),
      ...says,
      office,
    ].join('\n\n'),
  }
}

/**
 * The same in one line, without what no reader sees: line breaks of every kind, control characters, and the marks by
 * which a text could turn the direction of what follows. A name or subject can then begin no header and no paragraph.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()
}
