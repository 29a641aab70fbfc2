/** Why a record may be withdrawn or put on hold: the whole list. Reasons stay inside unless a public note is given. */

export const withdrawalReasons = {
  'evidence-withdrawn': 'A provider or institution withdrew what the award rested on.',
  'issued-in-error': 'It was issued by mistake, or to the wrong person.',
  'not-eligible': 'It turned out that a condition had not been met.',
  misrepresentation: 'What the application said was not true.',
  'holder-request': 'Its holder asked for it.',
} as const

export const holdReasons = {
  'under-review': 'A question about the record is being looked into.',
  appeal: 'The holder has appealed a decision.',
  paperwork: 'A document is missing.',
} as const

export type WithdrawalReason = keyof typeof withdrawalReasons
export type HoldReason = keyof typeof holdReasons
