/** A holder's own work, linked under the area that it belongs to. What would deceive or harm a reader is refused. */
import type { SetId } from './areas.ts'
import { CONTROL } from './name-check.ts'
import type { AwardRecord } from './record.ts'

export interface OwnWork {
  title: string
  url: string
}

/** The most links of one area: more is a web page of its own, and one link. */
export const MOST_LINKS = 5
const TITLE = 120
const ADDRESS = 300

/** Marks of direction, which turn a title around so that it reads as something else. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** @returns what is wrong with a title, and how to mend it; null when nothing is */
export function titleTrouble(title: string): string | null {
  if (title === '') return 'Give it a title: that is what readers see.'
  if (CONTROL.test(title) || DIRECTION.test(title) || /[\n\t]/.test(title))
    return 'The title holds a character that cannot be seen: type it anew, on one line.'
  if (!/[\p{L}\p{N}]/u.test(title)) return 'The title has no letter in it: say what it is.'
  return [...title].length > TITLE ? `Shorten the title to ${TITLE} characters.` : null
}

/** @returns what is wrong with an address, and how to mend it; null when nothing is */
export function addressTrouble(address: string): string | null {
  if (address === '') return 'Give its address, beginning with https://.'
  if (CONTROL.test(address) || DIRECTION.test(address) || /\s/.test(address))
    return 'An address has no spaces in it: copy it from the browser once more.'
  if (!/^https:\/\//i.test(address))
    return 'Only an address that begins with https:// can stand here: copy it from the browser.'
  if (!URL.canParse(address)) return 'This is no whole address: copy it from the browser once more.'
  const { username, password, hostname, href } = new URL(address)
  if (username !== '' || password !== '')
    return 'An address with a name or password in it (before an @) can lead elsewhere than it seems: leave that part out.'
  if (!hostname.includes('.') || hostname.endsWith('.') || /^[\d.]+$/.test(hostname))
    return 'This leads to a machine and not to a site that readers can open: give the address of the site.'
  return href.length > ADDRESS
    ? `The address is longer than ${ADDRESS} characters: give a shorter one.`
    : null
}

/** One form for each address: as browsers write it. Only for one with which nothing is wrong. */
export function asWritten({ title, url }: OwnWork): OwnWork {
  return { title, url: new URL(url).href }
}

/** The site that an address leads to, as readers are told it. */
export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
}

/** The same record with other links; an area that is not named keeps its own. */
export function withOwnWork(record: AwardRecord, works: Partial<Record<SetId, OwnWork[]>>): AwardRecord {
  const areas = record.areas.map((area) => {
    const { products, ...rest } = area
    const now = works[area.set] ?? products ?? []
    return now.length > 0 ? { ...rest, products: now } : rest
  })
  return { ...record, areas }
}
