/**
 * LinkedIn's "add to profile" link, by the keys that it reads (`certificationId` and others that are found about are
 * silently ignored). Months count from 1; a certificate without an end has no expiration keys.
 */
import type { Day } from './dates.ts'

export interface LinkedInCertificate {
  name: string
  organizationName: string
  /** The number of the issuer's own page there: then its name and mark come from that page. */
  organizationId?: string
  issuedOn: Day
  expiresOn?: Day
  url: string
  number: string
}

export function addToProfile(one: LinkedInCertificate): string {
  const [issueYear = '', issueMonth] = one.issuedOn.split('-')
  const [expirationYear, expirationMonth] = one.expiresOn?.split('-') ?? []
  const keys: [string, string | undefined][] = [
    ['startTask', 'CERTIFICATION_NAME'],
    ['name', one.name],
    one.organizationId ? ['organizationId', one.organizationId] : ['organizationName', one.organizationName],
    ['issueYear', issueYear],
    ['issueMonth', String(Number(issueMonth))],
    ['expirationYear', expirationYear],
    ['expirationMonth', expirationMonth && String(Number(expirationMonth))],
    ['certUrl', one.url],
    ['certId', one.number],
  ]
  const query = keys.flatMap(([key, value]) => (value ? `${key}=${encodeURIComponent(value)}` : []))
  return `https://www.linkedin.com/profile/add?${query.join('&')}`
}
