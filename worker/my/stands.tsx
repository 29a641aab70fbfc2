/** How a record stands today, said to its holder, before they send anything to anyone. */
import type { Issuer } from '../../shared/issuer.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Term } from '../../shared/resume.ts'
import type { Standing } from '../../shared/status-list.ts'
import { graceEnds, phaseOn } from '../../shared/term.ts'
import { telephone } from '../pages/layout.tsx'
import { isPrivate } from '../record-state.ts'
import { dayTold } from '../when.ts'

export interface Stand {
  number: string
  record: AwardRecord
  standing: Standing
  /** Since when it is on hold, withdrawn or replaced. */
  since: string | null
  /** The record that replaced it, where it may be named. */
  successor: string | null
  /** Whether its holder has other records, as far as this address shows. */
  several: boolean
  visibility: string
  term: Term
  /** The day on which this is read. */
  today: string
}

/** Whether there is anything true to put on a resume that a reader would find confirmed. */
export function isGood({ standing, visibility }: Pick<Stand, 'standing' | 'visibility'>): boolean {
  return standing === 'good' && visibility !== 'erased'
}

/** Whether its page shows nothing of it. */
export function isHidden({ visibility }: Pick<Stand, 'visibility'>): boolean {
  return isPrivate(visibility)
}

/** What to know first; nothing where all is well. */
export function Stands({ stand, issuer }: { stand: Stand; issuer: Issuer }) {
  return (
    <>
      {isGood(stand) ? <InTerm {...stand} /> : <NotGood stand={stand} issuer={issuer} />}
      {isGood(stand) && <Hidden {...stand} />}
    </>
  )
}

function InTerm({ record, term, number, today }: Stand) {
  const { expiresOn, provisionalUntil } = record
  const renew = <a href={`/help/hours?code=${number}`}>Send in your hours</a>
  const phase = phaseOn(expiresOn, today)
  if (term === 'ended') {
    const inGrace = phase === 'grace'
    return (
      <aside class="aside" aria-labelledby="stands">
        <h2 id="stands">Earned, with its term over since {dayTold(expiresOn)}</h2>
        <p>
          You passed your areas, and that stays so. The words of your resume kit say when you held the
          certification, and leave out “current”.{' '}
          {inGrace
            ? `It can still be renewed until ${dayTold(graceEnds(expiresOn))}; then the old dates simply go on.`
            : 'The time in which a renewal is simple is over: ask the office what is possible.'}
        </p>
        <p>
          {inGrace ? <>{renew}, and your link says “current” again.</> : <a href="/help">Ask the office</a>}
        </p>
      </aside>
    )
  }
  if (provisionalUntil)
    return (
      <aside class="aside" aria-labelledby="stands">
        <h2 id="stands">Provisional until your year of library work is shown</h2>
        <p>
          All your areas are passed. The words of your resume kit say “provisional”, as your page does. Show
          the office a year of library work by {dayTold(provisionalUntil)}, and the word goes.{' '}
          <a href="/help">Ask the office how</a>
        </p>
      </aside>
    )
  if (phase === 'renewal-window')
    return (
      <aside class="aside" aria-labelledby="stands">
        <h2 id="stands">Your renewal is open</h2>
        <p>
          Your certification is current to {dayTold(expiresOn)}. {renew} in time, and every line of your
          resume kit gets the new date; your link and code stay.
        </p>
      </aside>
    )
  return null
}

/** No line, because its reader would find something else; and what can be done. */
function NotGood({ stand, issuer }: { stand: Stand; issuer: Issuer }) {
  const { standing, since } = stand
  const on = (word: string) => (since ? ` ${word} ${dayTold(since.slice(0, 10))}` : '')
  if (standing === 'superseded')
    return (
      <aside class="aside" aria-labelledby="stands">
        <h2 id="stands">You have a newer record</h2>
        <p>
          This one was replaced{on('on')}. Its link tells readers only that. Please use the newer one on your
          resume and in applications.
        </p>
        <p>
          <Newer {...stand} />
        </p>
      </aside>
    )
  const isHeld = standing === 'suspended'
  return (
    <aside class="aside" aria-labelledby="stands">
      <h2 id="stands">
        {isHeld
          ? `Your record ${since ? 'has been' : 'is'} on hold${on('since')}`
          : `Your record was withdrawn${on('on')}`}
      </h2>
      <p>
        {isHeld ? 'Holds are often paperwork, and can end any day. ' : ''}
        {isHidden(stand)
          ? 'Your page is private, so whoever opens your link sees nothing of this.'
          : isHeld
            ? 'Whoever opens your link finds “On hold”, so a line that calls the certification current would not be true today.'
            : 'Whoever opens your link finds that the certification is no longer in force, so your resume kit has no line for it.'}{' '}
        {isHeld
          ? 'The words of your resume kit come back, unchanged, when the hold ends.'
          : 'Courses and degrees that you completed remain yours, and you can list each in its own right.'}
      </p>
      <p>
        {isHeld ? 'Ask what is needed' : 'If you see it otherwise, or want to know what is possible, ask'}:{' '}
        {issuer.short}, <a href={telephone(issuer)}>{issuer.phone}</a>,{' '}
        <a href={`mailto:${issuer.email}`}>{issuer.email}</a>.{' '}
        {isHeld && 'If you are applying for a job just now, say so.'}
      </p>
    </aside>
  )
}

function Newer({ successor, several }: Stand) {
  if (successor) return <a href={`/my/${successor}`}>Open {successor}</a>
  if (several) return <a href="/my">All my records</a>
  return (
    <>
      Its code came in a letter to the address that the office has now. Without it,{' '}
      <a href="/help/claim">ask the office to find you</a>.
    </>
  )
}

/** Whoever is sent a link that shows nothing should not be the one to find out. */
function Hidden(stand: Stand) {
  const { visibility, number } = stand
  if (!isHidden(stand)) return null
  return (
    <aside class="aside" aria-labelledby="hidden">
      <h2 id="hidden">Your page is private at the moment</h2>
      <p>
        {visibility === 'withheld'
          ? 'Whoever opens your link or types your code reads “This record is private at the moment”, and nothing of what is in it.'
          : 'Whoever opens your link or types your code reads that no such record was found, as you chose.'}{' '}
        Before you send an application, <a href={`/my/${number}/visibility`}>make it visible</a>, or{' '}
        <a href={`/my/${number}/share`}>make a link for that application alone</a>.
      </p>
    </aside>
  )
}
