/** One record as the office sees it: how it stands, what can be done, and everything that happened. */
import { recordUrl } from '../../shared/issuer.ts'
import { tell } from '../../shared/telling.ts'
import { en, looksLike } from '../../shared/words/en.ts'
import { Icon } from '../pages/icons.tsx'
import { isPrivate } from '../record-state.ts'
import { may } from '../roles.ts'
import type { OpenFile } from '../services/open-file.ts'
import { type Offer, whyNot } from '../services/why-not.ts'
import { dayTold, timeTold, ZONE } from '../when.ts'
import { actWords } from './act-words.ts'
import { type Frame, StaffLayout } from './layout.tsx'
import { Areas, Facts } from './record-facts.tsx'
import { Deliveries, History, Links, Versions } from './record-past.tsx'
import { RemovalDoor, RemovalWaits } from './record-removal.tsx'
import { tellDetails } from './record-words.ts'

export interface RecordPageProps {
  frame: Frame
  file: OpenFile
  now: Date
}

const notices = {
  ...Object.fromEntries(Object.entries(actWords).map(([offer, { done }]) => [offer, <p>{done}</p>])),
  renamed: (
    <p>
      This is the new record. The old one is private now and says “replaced”; nothing public leads from one to
      the other.
    </p>
  ),
  corrected: <p>Corrected.</p>,
}

function Issued({ file: { record } }: { file: OpenFile }) {
  return (
    <p>
      Issued.{' '}
      {record.email ? (
        <>
          The letter with the link goes to <bdi>{record.email}</bdi> within minutes.
        </>
      ) : (
        'No address is on file, so no letter goes out.'
      )}{' '}
      <a href="/staff/issue">Issue another</a>
    </p>
  )
}

export function RecordPage({ frame, file, now }: RecordPageProps) {
  const erased = file.visibility === 'erased'
  return (
    <StaffLayout
      frame={frame}
      title={erased ? `Record ${file.number}` : file.record.name.display}
      trail={['/staff/find', 'Find']}
      door="/staff/find"
      notices={{ ...notices, issued: <Issued file={file} /> }}
      head={<script type="module" src="/browser/copy-number.js" />}
    >
      <p class="soft on-paper">
        As it stood on {timeTold(now.toISOString())}, printed by {frame.staff?.name}.
      </p>
      <Identity frame={frame} file={file} />
      <Standing frame={frame} file={file} />
      {file.proposal && <Proposal frame={frame} file={file} now={now} />}
      {file.removal && <RemovalWaits frame={frame} file={file} now={now} />}
      {erased ? (
        <p>
          It was removed at its holder’s request: nothing is kept that says whose it was. The number, the days
          and who did what stay.
        </p>
      ) : (
        <>
          <Acts frame={frame} file={file} now={now} />
          <Facts file={file} now={now} />
          <Areas file={file} />
        </>
      )}
      <History file={file} />
      {!erased && <Versions file={file} />}
      <Deliveries file={file} />
      <Links file={file} />
      {!erased && <RemovalDoor frame={frame} file={file} now={now} />}
    </StaffLayout>
  )
}

function Identity({ frame, file }: { frame: Frame; file: OpenFile }) {
  const url = recordUrl(frame.issuer.origin, file.number)
  return (
    <ul class="identity">
      <li>
        Number{' '}
        <span class="code" data-copy="the number">
          {file.number}
        </span>
      </li>
      {file.officeNumber && (
        <li>
          Office number <span class="code">{file.officeNumber}</span>
        </li>
      )}
      <li>
        <a href={url}>
          <span class="on-screen">Open the public page</span>
          <span class="on-paper">Public page: {url}</span>
        </a>
      </li>
    </ul>
  )
}

/** As an outsider is told it this minute; and what stands behind it, where they are not told. */
function Standing({ frame, file }: { frame: Frame; file: OpenFile }) {
  const telling = tell(file.verdict, frame.issuer, {
    words: en,
    looksLike,
    timeZone: ZONE,
    lookedUp: file.number,
  })
  const hidden = isPrivate(file.visibility)
  return (
    <section
      class={`standing ${telling.tone}`}
      aria-label="What outsiders read today"
      data-state={telling.state}
    >
      <p class="standing-said">
        <Icon name={telling.icon} /> <b>{telling.pill}</b>
      </p>
      <p>
        Outsiders read: “{telling.headline}”
        {file.publicReason && file.standing === 'revoked' && <> Public note: “{file.publicReason}”</>}
      </p>
      {hidden && <p>{behind(file)}</p>}
    </section>
  )
}

function behind({ visibility, standing, record, since }: OpenFile): string {
  const why =
    standing === 'superseded'
      ? 'It is private because it was replaced.'
      : visibility === 'unknown'
        ? 'Its holder chose that nobody is told that it exists.'
        : 'It is private at its holder’s wish.'
  const when = since ? ` since ${dayTold(since)}` : ''
  switch (standing) {
    case 'good':
      return `${why} In the register it is in good standing, with the last day ${dayTold(record.expiresOn)}.`
    case 'suspended':
      return `${why} In the register it is on hold${when}.`
    case 'revoked':
      return `${why} In the register it is withdrawn${when}.`
    case 'superseded':
      return `${why} Copies of it read “replaced”${when}, and not by what.`
  }
}

function Proposal({ frame, file, now }: RecordPageProps) {
  const { proposal, number } = file
  const { staff } = frame
  if (!proposal || !staff) return null
  const own = proposal.actor === staff.name
  const [confirm, decline] = [whyNot('confirm', file, staff, now), whyNot('decline', file, staff, now)]
  return (
    <section class="aside" aria-labelledby="proposal">
      <h2 id="proposal">A withdrawal waits for a second person</h2>
      <p>
        {own ? 'You' : proposal.actor} proposed it on {dayTold(proposal.effectiveOn)}. It is on hold until
        someone decides.
      </p>
      {tellDetails(proposal).map((line) => (
        <p>{line}</p>
      ))}
      {confirm && (
        <p class="soft">
          {actWords.confirm.title}: not possible. {confirm}
        </p>
      )}
      {(!confirm || !decline) && (
        <div class="do">
          {!confirm && (
            <a class="button filled" href={`/staff/records/${number}/confirm`}>
              {actWords.confirm.title}…
            </a>
          )}
          {!decline && (
            <a class="button" href={`/staff/records/${number}/decline`}>
              {own ? 'Take the proposal back' : actWords.decline.title}…
            </a>
          )}
        </div>
      )}
    </section>
  )
}

const offers: Offer[] = ['renew', 'complete', 'correct', 'name', 'suspend', 'reinstate', 'revoke']

function Acts({ frame, file, now }: RecordPageProps) {
  const { staff } = frame
  if (!staff) return null
  if (!may(staff.role, 'issuer'))
    return (
      <p class="soft acts">Your role is “{staff.role}”: you can look at records, and others change them.</p>
    )
  const judged = offers.map((offer) => ({ offer, why: whyNot(offer, file, staff, now) }))
  const possible = judged.filter(({ why }) => why === null)
  const others = judged.filter(({ why }) => why !== null)
  // One reason for all needs no list.
  if (possible.length === 0 && new Set(others.map(({ why }) => why)).size === 1)
    return <p class="acts">Nothing can be done with this record. {others[0]?.why}</p>
  return (
    <section class="acts" aria-labelledby="acts">
      <h2 id="acts">What you can do</h2>
      {possible.length > 0 && (
        <ul class="ruled">
          {possible.map(({ offer }) => (
            <li>
              <a class="button act-link" href={`/staff/records/${file.number}/${offer}`}>
                {actWords[offer].title}…
              </a>
              <p>{actWords[offer].what}</p>
            </li>
          ))}
        </ul>
      )}
      <details class="not-now" open={possible.length === 0}>
        <summary>Not possible now, and why</summary>
        <dl class="facts">
          {others.map(({ offer, why }) => (
            <>
              <dt>{actWords[offer].title}</dt>
              <dd>{why}</dd>
            </>
          ))}
        </dl>
      </details>
    </section>
  )
}
