/** How the catalogue tells its days and its sources. */
import type { Day } from '../../shared/dates.ts'
import { tellDay } from '../../shared/telling.ts'
import { bare } from '../pages/layout.tsx'

/** @returns "since June 1, 2012", or with a last day, "June 1, 2012 to …" */
export function span(from: Day, to?: Day, until = 'to'): string {
  return to ? `${tellDay(from, 'en-US')} ${until} ${tellDay(to, 'en-US')}` : `since ${tellDay(from, 'en-US')}`
}

export function isOpen(today: Day, from: Day, to?: Day): boolean {
  return from <= today && (to === undefined || today <= to)
}

export function Source({ url }: { url: string | undefined }) {
  if (!url) return <>not recorded</>
  return <a href={url}>{bare(new URL(url).origin)}</a>
}
