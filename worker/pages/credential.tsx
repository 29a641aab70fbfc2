/** The credential page: the card, then what LSSC is, what was checked, and who answers for it. */
import { isTestNumber } from '../../shared/number.ts'
import type { Telling } from '../../shared/telling.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { Checks, Explainer, WhoAnswers } from './explain.tsx'
import { issuerOfPage, Layout } from './layout.tsx'
import { RecordCard, type RecordCardProps, UNKNOWN } from './record.tsx'

export interface CredentialPageProps extends RecordCardProps {
  telling: Telling
  verdict: Verdict
  /** As it was asked for. */
  number: string
  url: string
  /** Check it again in the reader's browser, where script runs. */
  recheck?: boolean
}

export function CredentialPage({ recheck = true, ...card }: CredentialPageProps) {
  const { telling, verdict, number, url } = card
  const issuer = issuerOfPage(card.issuer, { number, verdict })
  const { record } = telling
  const again = recheck && record !== undefined
  return (
    <Layout
      title={record ? `LSSC record of ${record.credential.holder.display}` : `LSSC record ${number}`}
      description={`${en.certification}. Open the page to see whether this record is in force today.`}
      issuer={issuer}
      url={url}
      noindex
      head={again && <Scripts />}
    >
      <RecordCard {...card} q={UNKNOWN.includes(telling.state) ? number : undefined} />
      {again && <Recheck url={url} number={number} issuer={issuer.short} />}
      <Explainer telling={telling} />
      <Checks telling={telling} />
      <WhoAnswers
        issuer={issuer}
        number={number}
        isRecord={!UNKNOWN.includes(telling.state) && !isTestNumber(number)}
      />
    </Layout>
  )
}

/** The listener before the badge, so that no result is missed. */
function Scripts() {
  return (
    <>
      <script type="module" src="/browser/recheck.js" />
      <script type="module" src="/widget/v1/lssc-badge.js" />
    </>
  )
}

/** Hidden until `worker/browser/recheck.ts` runs: it shows one of the notices where browser and server differ. */
function Recheck({ url, number, issuer }: { url: string; number: string; issuer: string }) {
  return (
    <div
      class="recheck"
      id="recheck"
      data-headline="Not certain: your browser’s own check says otherwise"
      hidden
    >
      <p>
        Checked again in your own browser:{' '}
        <lssc-badge credential={url} variant="pill" eager>
          <a href={url}>LSSC record {number}</a>
        </lssc-badge>
      </p>
      <p class="unrepeated soft" hidden>
        Your browser couldn’t repeat the check. The result above is our service’s own, of the time at its
        foot.
      </p>
      <p class="disagrees" role="alert" hidden>
        Your browser’s own check says otherwise: its result, in the line above, is not the one at the top of
        this page. Don’t rely on either. Load the page again, or ask {issuer}.
      </p>
    </div>
  )
}
