/** Letters in the office's words: what each is, and what became of it. */
import type { LetterKind } from '../letters/letter.ts'

export type LetterState = 'due' | 'sent' | 'kept' | 'failed' | 'came-back' | 'no-address' | 'dropped'

const kinds: Record<LetterKind | 'address-left' | 'my-code', string> = {
  issued: 'Your certification, and how to use it',
  renewed: 'Renewed',
  corrected: 'Corrected',
  completed: 'No longer provisional',
  renamed: 'New number, in the new name',
  suspended: 'On hold',
  reinstated: 'No longer on hold',
  'withdrawal-proposed': 'On hold while a withdrawal is decided',
  'withdrawal-declined': 'Not withdrawn',
  revoked: 'Withdrawn',
  'address-changed': 'New address, to the new one',
  'my-link': 'New link to the holder’s own page',
  'removal-asked': 'Removal asked for',
  'removal-proposed': 'Removal proposed by the office',
  'removal-taken-back': 'Removal taken back',
  'visibility-changed': 'Who can see it, changed by the holder',
  'address-left': 'New address, to the old one',
  'my-code': 'Code for the holder’s own page',
  'remind-opens': 'Reminder: renewal is open',
  'remind-soon': 'Reminder: three months left',
  'remind-ended': 'Reminder: ended, can be renewed',
  'remind-last': 'Reminder: the last month of grace',
}

export function titleOf({ kind, subject }: { kind: string; subject: string | null }): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind as LetterKind] : (subject ?? kind.replaceAll('-', ' '))
}

export const states: Record<LetterState, string> = {
  due: 'Due',
  sent: 'Sent',
  kept: 'Kept, not sent',
  failed: 'Failed',
  'came-back': 'Came back',
  'no-address': 'No address on file',
  dropped: 'Set aside',
}

/** What each means for whoever looks at a letter. */
export const meanings: Record<LetterState, string> = {
  due: 'It goes out with the next round, within five minutes.',
  sent: 'The mail service took it. That it arrived, nobody can say.',
  kept: 'There is no mail service here, so this is what would have been sent.',
  failed: 'It could not be sent, and is not tried again by itself.',
  'came-back': 'It was not delivered: the address is doubtful.',
  'no-address': 'There is no address that it could go to. Add one, or tell the holder in another way.',
  dropped: 'It is not sent any more.',
}

export const shows = {
  all: ['Everything', ['due', 'sent', 'kept', 'failed', 'came-back', 'no-address', 'dropped']],
  due: ['Due', ['due']],
  done: ['Sent or kept', ['sent', 'kept']],
  failed: ['Failed', ['failed']],
  'came-back': ['Came back', ['came-back']],
  'no-address': ['No address', ['no-address']],
  dropped: ['Set aside', ['dropped']],
} as const satisfies Record<string, readonly [string, readonly LetterState[]]>

export type Show = keyof typeof shows

export function isShow(text: string): text is Show {
  return Object.hasOwn(shows, text)
}
