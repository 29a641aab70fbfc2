/** What several of the letters say alike, in English. */
import type { HoldReason, WithdrawalReason } from '../services/reasons.ts'
import type { LetterFacts } from './letter.ts'

export const LSSC = 'Library Support Staff Certification (LSSC)'

/** The closed lists, as the person concerned is told: what is the matter, and nothing about them as a person. */
const reasons: Record<HoldReason | WithdrawalReason, string> = {
  'under-review': 'a question about the record is being looked into.',
  appeal: 'your appeal is being decided.',
  paperwork: 'a document is missing.',
  'evidence-withdrawn': 'a provider or institution withdrew something that the award rested on.',
  'issued-in-error': 'it was issued by mistake.',
  'not-eligible': 'one of the conditions had not been met.',
  misrepresentation: 'something in the application could not be confirmed.',
  'holder-request': 'you had asked for it.',
}

export const why = ({ reason }: LetterFacts, said = 'The reason') =>
  reason ? ` ${said}: ${reasons[reason]}` : ''

export const outsiders = ({ isPrivate }: LetterFacts, see: string) =>
  isPrivate ? 'Your record is private: whoever opens its link sees nothing of this.' : see

/** Only what is in force is called current; of a hold or a withdrawal another letter tells. */
export function stands({ standing, hasEnded, expires }: LetterFacts): string {
  switch (standing) {
    case 'good':
      return hasEnded ? `its last term ended on ${expires}` : `it is current to ${expires}`
    case 'suspended':
      return 'it is on hold at the moment'
    case 'revoked':
      return 'it has been withdrawn since'
    case 'superseded':
      return 'it has been replaced since'
  }
}

export const untilWhen = ({ standing, hasEnded, expires }: LetterFacts) =>
  standing === 'good' && !hasEnded ? `, current to ${expires}` : ''
export const at = ({ link }: LetterFacts) => `Your record’s link, for anyone:\n${link}`

/** Last, and under words of its own, so that nobody takes it for the link to give away. */
export const own = (
  { own }: LetterFacts,
  has = ', with your resume line, paper and files, and who sees what',
) => `For you alone, so don’t pass it on: your own page${has}:\n${own}`

export const seenBy: Record<LetterFacts['seenBy'], string> = {
  link: 'Now whoever has its link or its code sees it.',
  listed: 'Now anyone can see it, and find it in the directory.',
  withheld: 'Now it is private: whoever opens its link reads just that.',
  unknown: 'Now it is private: whoever opens its link reads that there is no such record.',
}

export const howToRenew = ({ renewal, help }: LetterFacts) =>
  `To renew, send us ${renewal.hours} contact hours of learning in the LSSC areas, at least ${renewal.technologyHours} in technology: courses, workshops, conference days. How:\n${help}`

export const COPIES = 'Your link and number stay the same. Files saved earlier now read as replaced.'
