/** Who issues: what its signed documents and every screen say about it. */
import { isTestNumber } from './number.ts'

export interface Issuer {
  /** The origin of its service, e.g. `https://lssc.example`: part of every id. */
  origin: string
  /** In full: "American Library Association-Allied Professional Association". */
  name: string
  /** As sentences say it: "ALA-APA". */
  short: string
  /** Its own page, elsewhere, that links to this service: where a doubtful reader starts. */
  url: string
  email: string
  phone: string
  /** When it answers: "Monday to Friday, 9 to 5, Central time". */
  hours?: string
  /** The page on its own site that links to this service, where that is another than `url`. */
  linkedFrom?: string
  /** True until real keys and names are configured: then nothing it signs is a real certification. */
  demo: boolean
}

/** What sets the test issuer's DID apart: its documents are under `/test/` (did-method-web §3.2). */
const TEST_PATH = ':test'

/**
 * The `did:web` of whoever may issue this number at this origin (host and port; did-method-web §3). Numbers that
 * begin with TEST are the test issuer's and no other is: neither of the two can ever speak for the other.
 */
export function didOf(origin: string, number = ''): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}${isTestNumber(number) ? TEST_PATH : ''}`
}

export function isTestIssuer(did: string): boolean {
  return /^did:web:[^:]+:test$/.test(did)
}

/** Where the record with this number is. */
export function recordUrl(origin: string, number: string): string {
  return `${origin}/c/${number}`
}

/** An address as people type it and read it aloud: without its scheme and its last slash. */
export function bare(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
