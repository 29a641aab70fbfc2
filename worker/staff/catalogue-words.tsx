/** How the catalogue tells its days and its sources. */
import type { Day } from '../../shared/dates.ts'
import { bare } from '../../shared/issuer.ts'
import { dayTold } from '../when.ts'

/** @returns "since June 1, 2012", or with a last day, "June 1, 2012 to …" */
export function span(from: Day, to?: Day, until = 'to'): string {
  return to ? `${dayTold(from)} ${until} ${dayTold(to)}` : `since ${dayTold(from)}`
}

export function isOpen(today: Day, from: Day, to?: Day): boolean {
  return from <= today && (to === undefined || today <= to)
}

export function Source({ url }: { url: string | undefined }) {
  if (!url) return <>not recorded</>
  return <a href={url}>{bare(new URL(url).origin)}</a>
}
