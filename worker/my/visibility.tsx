/** Who can see it: the choices, each with what a stranger then reads. */
import type { Child } from 'hono/jsx'
import { recordUrl } from '../../shared/issuer.ts'
import { stateNamed } from '../../shared/us-states.ts'
import { Errors, type FieldError, Radios, Tick } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { ChosenVisibility } from '../record-state.ts'
import type { Choosing } from '../services/choose-visibility.ts'
import type { ListedLine } from '../services/read-directory.ts'
import { AsSeen, type AsSeenProps } from './as-seen.tsx'
import { type MyFrame, MyPage } from './layout.tsx'

export interface VisibilityPageProps {
  frame: MyFrame
  number: string
  choosing: Choosing
  /** What was chosen on this page, where it was sent. */
  typed: { to: string; region: boolean }
  errors?: FieldError[]
  /** Her place in the directory, as it would stand there. */
  line: ListedLine
  /** The state on file, if any; outside the directory nobody sees it. */
  region?: string | undefined
  verdicts: Record<'seen' | 'withheld' | 'unknown', AsSeenProps['verdict']>
}

const said: Record<ChosenVisibility, [label: string, hint: string]> = {
  link: [
    'Whoever has the link or the code',
    'They read the whole record. Search engines are asked to leave it out, and nobody finds it by your name.',
  ],
  listed: [
    'Anyone: listed in the directory',
    'As above, and you can be found: your name, your areas and the last day on record stand in the public directory, and search engines may show both. You can leave it at any time; what others have copied by then stays with them.',
  ],
  withheld: [
    'Nobody: private',
    'Your page, your code, your share links, badges on other sites and files to download all answer that the record is private at the moment, and that this counts neither for nor against you. A file that somebody has already still checks as genuine.',
  ],
  unknown: [
    'Nobody: private, and answered as if there were no such record',
    'For when nobody should learn that there is a record. Mind what it does: an employer who types your code reads “We found no record”, and may think that it was made up. Your share links are answered so, too. So take link and code off what you hand in. A file that somebody has already still checks as genuine.',
  ],
}

const notices = (now: ChosenVisibility) => ({
  changed: (
    <p>
      Done. Who can see it: <b>{said[now][0]}</b>; that is what others read from now on. A letter about it is
      on its way to you.
    </p>
  ),
  same: <p>It was like that already. Nothing has changed.</p>,
})

export function VisibilityPage(props: VisibilityPageProps) {
  const { frame, number, choosing, errors = [] } = props
  return (
    <MyPage frame={frame} title="Who can see it" notices={notices(choosing.now)}>
      <p class="lead">
        You decide what someone reads who has your link or your code. A change works at once, everywhere, and
        you can change it again at any time.
      </p>
      <Errors errors={errors} title="Nothing was changed" />
      {choosing.why === 'renamed' ? (
        <StaysPrivate now={choosing.now} />
      ) : choosing.why === 'leaving' ? (
        <p class="aside">
          The removal of this record was asked for. Until then it stays private.{' '}
          <a href={`/my/${number}/remove`}>See when, or take it back</a>.
        </p>
      ) : (
        <ChoiceForm {...props} errors={errors} />
      )}
      <Previews {...props} url={recordUrl(frame.issuer.origin, number)} />
    </MyPage>
  )
}

function StaysPrivate({ now }: { now: ChosenVisibility }) {
  return (
    <div class="aside">
      <p>
        This record was replaced by one in your new name, with a number of its own. It stays private:{' '}
        {now === 'unknown'
          ? 'whoever has the old link reads that there is no such record.'
          : 'whoever has the old link reads that it is private.'}
      </p>
      <p>
        There is nothing to choose here, because somebody who could read both records could tell that they are
        of one person. Who can see the new record, you decide <a href="/my">on its own page</a>.
      </p>
    </div>
  )
}

function ChoiceForm({ frame, number, choosing, typed, region, errors = [] }: VisibilityPageProps) {
  return (
    <SessionForm action={`/my/${number}/visibility`} token={frame.token} class="sights">
      <input type="hidden" name="was" value={choosing.now} />
      <Radios
        name="to"
        legend="Who can see this record?"
        value={typed.to}
        errors={errors}
        options={choosing.choices.map((one) => [one, ...said[one]])}
      />
      {region && choosing.choices.includes('listed') && (
        <Tick
          name="region"
          checked={typed.region}
          label={`If listed: show my state, too (${stateNamed(region)}). No other page shows it.`}
        />
      )}
      <div class="do">
        <button type="submit" class="button filled">
          Change it
        </button>
      </div>
      <p class="soft">
        A short letter to your address tells you of each change, so that you notice if it wasn’t you. The
        office sees that it was changed, and when.
      </p>
    </SessionForm>
  )
}

function Previews({ choosing, verdicts, frame, line, url }: VisibilityPageProps & { url: string }) {
  const { now, choices, why } = choosing
  const shown = why ? [now] : choices
  return (
    <>
      <h2>What a stranger reads</h2>
      {shown.map((one) => (
        <details class="seen" open={one === now}>
          <summary>
            {said[one][0]}
            {one === now && <b> (so it is now)</b>}
          </summary>
          {one === 'listed' && <InDirectory line={line} />}
          {isSame(one, now) ? (
            <p>The page itself reads the same as for “{said[one === 'link' ? 'listed' : 'link'][0]}”.</p>
          ) : (
            <AsSeen id={`sight-${one}`} issuer={frame.issuer} verdict={verdictOf(one, verdicts)} url={url} />
          )}
        </details>
      ))}
    </>
  )
}

/** Being listed changes nothing on the page: its card is drawn once. */
function isSame(one: ChosenVisibility, now: ChosenVisibility): boolean {
  return (one === 'link' && now === 'listed') || (one === 'listed' && now !== 'listed')
}

function verdictOf(one: ChosenVisibility, verdicts: VisibilityPageProps['verdicts']) {
  return one === 'link' || one === 'listed' ? verdicts.seen : verdicts[one]
}

function InDirectory({ line }: { line: ListedLine }): Child {
  return (
    <p>
      In the <a href="/directory">directory</a>:{' '}
      <b>
        <bdi>{line.name}</bdi>
      </b>
      {line.place && `, ${line.place}`}. {line.areas.join(', ')}. {line.term}.
    </p>
  )
}
