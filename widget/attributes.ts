/** What a page may write on `<lssc-badge>`, for JSX and other typed markup. */
import type { LsscBadge } from './badge.ts'

export interface LsscBadgeAttributes {
  credential?: LsscBadge['credential']
  token?: LsscBadge['token']
  'applicant-name'?: LsscBadge['applicantName']
  'applicant-email'?: LsscBadge['applicantEmail']
  'job-areas'?: LsscBadge['jobAreas']
  'applied-at'?: LsscBadge['appliedAt']
  variant?: LsscBadge['variant']
  lang?: string | undefined
  eager?: boolean | '' | undefined
}
