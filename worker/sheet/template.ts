/** What each column takes, in words, and an empty sheet that has them all. */
import { type ColumnKey, columnKeys, headerOf, NEEDED, otherNamesOf } from './columns.ts'
import { csvOf } from './csv.ts'

export interface ColumnTold {
  header: string
  otherNames: string[]
  takes: string
  needed: boolean
}

const DAY = 'A day, as YYYY-MM-DD'

const takes: Record<Exclude<ColumnKey, `areas.${string}`>, string> = {
  recordId: 'Your own mark for the row, to find it again. It may be empty.',
  officeNumber: 'Your own number of the certificate. It is never public, and no two rows share one.',
  'name.display':
    'The whole name, as its holder writes it, and nothing else: former names have their own column.',
  'name.given': 'Given names, if they are to be told apart.',
  'name.family': 'Family names, if they are to be told apart.',
  'name.order': 'given-first, family-first, mononym or patronymic.',
  'name.native': 'The name in its own script.',
  'name.former': 'Former names. They are not shown unless the holder chooses so.',
  email: 'One address: the link goes there.',
  region: 'State or province.',
  country: 'Two letters, such as US.',
  enrolledOn: `${DAY}. It may be empty.`,
  certifiedOn: `${DAY}.`,
  expiresOn: `${DAY}: the last day of the certification.`,
  renewedOn: 'Days of renewals, as YYYY-MM-DD, with a semicolon or | between them.',
  status:
    'Empty or active; or what happened: “revoked 2024-11-05 (reason)”, “suspended 2024-02-01”, “superseded 2023-09-01 by NUMBER”, “provisional until … (limit 2027-07-20)”.',
  statements: '2009, 2012 or mixed. Empty: by the date of each area.',
}

/** What every column of an area takes. */
export const AREA =
  'Empty or - when it was not earned; else how, what and when: course:PROVIDER/CODE@2021-12-31, portfolio:REFERENCE@2021-12-31 or recognition:COLLEGE/AWARD@2021-12-31.'

/** What a column takes, in a sentence. */
export function takenBy(key: ColumnKey): string {
  return takes[key as keyof typeof takes] ?? AREA
}

/** Every column that is read. */
export const columnsTold: ColumnTold[] = columnKeys.map((key) => ({
  header: headerOf(key),
  otherNames: otherNamesOf(key),
  takes: takenBy(key),
  needed: NEEDED.includes(key),
}))

/** An empty sheet: the header alone. */
export function template(): string {
  return csvOf([columnKeys.map(headerOf)])
}
