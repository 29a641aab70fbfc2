/** A holder's share links: those that are open, those that have ended, and the form that makes another. */
import type { SetId } from '../../shared/areas.ts'
import { Errors, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { isPrivate } from '../record-state.ts'
import type { KeptShares } from '../services/read-shares.ts'
import { dayTold, officeDay } from '../when.ts'
import { type MyFrame, MyPage } from './layout.tsx'
import { ShareForm, type ShareTyped } from './share-form.tsx'
import { SharePreview, type SharePreviewProps } from './share-made.tsx'
import { openedSaid, shownSaid } from './share-words.ts'

export interface MySharePageProps {
  frame: MyFrame
  shares: KeptShares
  /** Of the record: what is private is private by every link. */
  visibility: string
  /** Why none can be made, where none can. */
  closed?: string | undefined
  held: SetId[]
  /** Has any area links to own work? */
  hasProducts: boolean
  days: { first: string; last: string }
  typed: ShareTyped
  errors?: FieldError[]
  preview?: SharePreviewProps | undefined
}

export function MySharePage({
  frame,
  shares,
  visibility,
  closed,
  errors = [],
  preview,
  ...form
}: MySharePageProps) {
  return (
    <MyPage
      frame={frame}
      title="Share links"
      notices={{
        ended: <p>Ended. Whoever opens that link now reads that it has ended, and nothing else.</p>,
      }}
    >
      <p class="lead">
        A link for one application. It shows as much of your record as you choose, until the day that you
        choose, and says whether your certification is in force. It shows no code, and nothing on it leads to
        your record’s own page.
      </p>
      <Hidden visibility={visibility} number={frame.number ?? ''} />
      <Errors errors={errors} title="Nothing was made yet" />
      {preview && <SharePreview {...preview} />}
      {!preview && errors.length === 0 && <Links frame={frame} shares={shares} />}
      {closed ? <p>{closed}</p> : <ShareForm frame={frame} errors={errors} {...form} />}
      <Known />
    </MyPage>
  )
}

/** What their links say while the record is private, before anybody wonders. */
function Hidden({ visibility, number }: { visibility: string; number: string }) {
  if (!isPrivate(visibility)) return null
  return (
    <div class="aside">
      <p>
        <b>Your record is private at the moment, and so are your share links.</b>{' '}
        {visibility === 'withheld'
          ? 'Whoever opens one reads that the record is private, and that this is no mark against you.'
          : 'Whoever opens one reads that there is no such link, as if you had never made it.'}{' '}
        They work again, until their last day, once you let the record be seen:{' '}
        <a href={`/my/${number}/visibility`}>Who can see it</a>.
      </p>
    </div>
  )
}

function Links({ frame, shares: { open, ended } }: Pick<MySharePageProps, 'frame' | 'shares'>) {
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="open-links">
          <h2 id="open-links">Open links</h2>
          <ul class="ruled shares">
            {open.map(({ id, label, endsOn, fields, opened }) => (
              <li>
                <div>
                  <p>
                    <b>
                      <bdi>{label}</bdi>
                    </b>
                  </p>
                  <p class="soft">
                    Ends {dayTold(endsOn)} · shows {shownSaid(fields)} · {openedSaid(opened)}
                  </p>
                </div>
                <SessionForm action={`/my/${frame.number}/share/${id}/end`} token={frame.token}>
                  <button type="submit" class="button" aria-label={`End it now: ${label}`}>
                    End it now
                  </button>
                </SessionForm>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <details class="shares-ended">
          <summary>Links that have ended</summary>
          <ul>
            {ended.map(({ label, madeAt, endedOn, opened }) => (
              <li>
                <bdi>{label}</bdi>{' '}
                <span class="soft">
                  made {dayTold(officeDay(madeAt))}, ended {dayTold(endedOn)}, {openedSaid(opened)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Known() {
  return (
    <section>
      <h2>Good to know</h2>
      <ul>
        <li>Whoever has the link can open it, and can pass it on, until it ends.</li>
        <li>
          We count how often a link is opened. We don’t keep who opened it, when, or where. Your own visits
          count, and mail programs that look for harm do, too.
        </li>
        <li>
          A renewal or a correction shows on every open link. If the office puts your record on hold, or
          withdraws it, the links say so.
        </li>
        <li>
          Someone may have saved what they saw. A link that has ended can’t take that back; it can no longer
          be checked here, either.
        </li>
      </ul>
    </section>
  )
}
