/**
 * What the certificate on paper says. It carries no verdict: paper outlives what it says, so every date on it is of the
 * day on which it was prepared, and the way to check stands above the name and below the areas. The print view of the
 * record's page says the same with the same words.
 */
import { bare, type Issuer } from '../../shared/issuer.ts'
import { latinForm } from '../../shared/name-parts.ts'
import { type AreaLine, type Telling, tellDay } from '../../shared/telling.ts'
import { en } from '../../shared/words/en.ts'

export const paperWords = {
  title: (name: string) => `LSSC certificate of ${name}`,
  /** Above the name, in one sentence; on a screen its address is a link. */
  prepared: (day: string) => `Prepared ${day}. This page is not the check: type`,
  certified: (day: string) => `Certified on ${day}`,
  renewed: (day: string) => `Renewed on ${day}`,
  /** Not "current to": a copy of this page lies in a drawer for years. */
  lastDay: (day: string) => `Term on the record when prepared: to ${day}`,
  since: (day: string) =>
    `After ${day} it may have been renewed, put on hold, or withdrawn. This page would not show it.`,
  ended: (day: string) => `Ended on ${day}`,
  earned: (day: string) =>
    `Earned, and ended: a certification ends when it is not renewed every four years. That says nothing about skill or conduct, and what was passed stays passed. After ${day} it may have been renewed. This page would not show it.`,
  provisional: (issuer: string, day: string) =>
    `Provisional when prepared: all areas are passed, and ${issuer} was waiting for proof of one year of library work, due by ${day}.`,
  notTheCheck: 'This page proves nothing by itself.',
  check: 'To check, type this address',
  orCode: (site: string) => `or open ${site} and type the code`,
  camera: 'This square carries the same address, and nothing else.',
  /** The alternative text of the square. */
  square: (address: string) => `QR code of ${address}`,
  /** What the link says to a screen reader. */
  open: 'Open the record, to check it',
  ask: ({ short, linkedFrom }: Issuer) =>
    `To be sure that this is ${short}’s address, look its telephone number up elsewhere, and ask.${linkedFrom ? ` Its own site leads here, too, from ${bare(linkedFrom)}.` : ''}`,
  invented: 'The person named here is invented, and nothing on this page is a real certification.',
} as const

export interface PaperText {
  title: string
  /** Above all else, where nothing is real. */
  demo?: string
  certification: string
  issuer: Issuer
  prepared: string
  /** As typed, and as a link. */
  address: string
  url: string
  number: string
  /** In the holder's own script where there is one; the Latin form then stands below. */
  name: string
  latin?: string
  /** Family name and earlier names, each with its label. */
  asides: { label: string; name: string }[]
  notThisPerson: string
  dates: string[]
  notes: string[]
  groups: { title: string; areas: AreaLine[] }[]
  what: string
}

/**
 * The words of one certificate.
 * @param telling of a record in a state in which a paper is made: `valid` or `expired`
 * @param today the day on which it is prepared
 */
export function tellPaper(telling: Telling, issuer: Issuer, today: string): PaperText {
  const { record, facts } = telling
  if (!record) throw new Error('A paper needs a record')
  const { holder, number, url, renewedOn, expiresOn } = record.credential
  const prepared = tellDay(today, 'en-US')
  const ended = telling.state === 'expired'
  const latin = holder.native ? latinForm(holder.display, holder.native) : ''
  const day = (one: string) => tellDay(one, 'en-US')
  const isMarked = holder.family && (latin || holder.order === 'family-first')
  const groups = [
    { title: en.labels.chosen, areas: record.areas.filter(({ everyHolder }) => !everyHolder) },
    { title: en.everyHolderAlso, areas: record.areas.filter(({ everyHolder }) => everyHolder) },
  ]
  return {
    title: paperWords.title(holder.display),
    ...(issuer.demo ? { demo: en.demo } : {}),
    certification: en.certification,
    issuer,
    prepared: paperWords.prepared(prepared),
    address: bare(url),
    url,
    number,
    name: holder.native ?? holder.display,
    ...(latin ? { latin } : {}),
    asides: [
      ...(isMarked && holder.family ? [{ label: en.labels.familyName, name: holder.family }] : []),
      ...(holder.former ?? []).map((name) => ({ label: en.labels.formerName, name })),
    ],
    notThisPerson: en.notThisPerson,
    dates: [
      paperWords.certified(day(record.credential.awardedOn)),
      ...renewedOn.slice(-1).map((one) => paperWords.renewed(day(one))),
      ended ? paperWords.ended(day(expiresOn)) : paperWords.lastDay(day(expiresOn)),
    ],
    notes: [
      ...(facts.provisionalUntil ? [paperWords.provisional(issuer.short, facts.provisionalUntil)] : []),
      ended ? paperWords.earned(prepared) : paperWords.since(prepared),
    ],
    groups: groups.filter(({ areas }) => areas.length > 0),
    what: telling.explainer,
  }
}
