/** Who issues: what its signed documents and every screen say about it. */

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
  /** True until real keys and names are configured: then nothing it signs is a real certification. */
  demo: boolean
}

/** The `did:web` of an origin (host and port; did-method-web §3). */
export function didOf(origin: string): string {
  return `did:web:${new URL(origin).host.replace(':', '%3A')}`
}

/** Where the record with this number is. */
export function recordUrl(origin: string, number: string): string {
  return `${origin}/c/${number}`
}
