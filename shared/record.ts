/** What the office knows about an award: the facts, before anything is signed. */
import type { Day } from './dates.ts'
import type { PathwayId, SetId, StatementVersion } from './programme.ts'

export type NameOrder = 'given-first' | 'family-first' | 'mononym' | 'patronymic'

export interface HolderName {
  /** The name as its holder writes it, NFC, kept exactly. */
  display: string
  given?: string
  family?: string
  order: NameOrder
  /** In the holder's own script, where `display` also carries a Latin form. */
  native?: string
  /** Only the former names that the holder has chosen to show. */
  former?: string[]
}

/** One competency set that a person passed. */
export interface EarnedArea {
  set: SetId
  pathway: PathwayId
  /** The statements in force when it was completed. */
  statements: StatementVersion
  /** Provider and course, or institution and award, as the catalogue codes them: `INFOPEOPLE/TIL`. */
  reference: string
  /** Provider or institution, spelled out. */
  provider: string
  /** Course title or award, spelled out; for a portfolio "Portfolio reviewed by two experts". */
  title: string
  completedOn: Day
  contactHours?: number
  delivery?: string
  instructor?: string
  /** The course's own description, https. */
  contentUrl?: string
  /** The holder's own work, https, in the holder's order. */
  products?: { title: string; url: string }[]
}

export interface AwardRecord {
  name: HolderName
  email?: string
  region?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  enrolledOn?: Day
  certifiedOn: Day
  /** The last day of the present term. */
  expiresOn: Day
  /** Every renewal, oldest first. */
  renewedOn: Day[]
  /** Provisional until a year of library work is shown, at the latest on this day. */
  provisionalUntil?: Day
  areas: EarnedArea[]
}
