/** The credential page: the card, then what LSSC is, what was checked, and who answers for it. */
import { isTestNumber } from '../../shared/number.ts'
import type { Telling } from '../../shared/telling.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { Checks, Explainer, WhoAnswers } from './explain.tsx'
import { Independent } from './independent.tsx'
import { JsonLd } from './json-ld.tsx'
import { issuerOfPage, Layout } from './layout.tsx'
import { RecordCard, type RecordCardProps, UNKNOWN } from './record.tsx'
import { holderPage, recordPage } from './schema-org.ts'

export interface CredentialPageProps extends RecordCardProps {
  telling: Telling
  verdict: Verdict
  /** As it was asked for. */
  number: string
  url: string
  /** Check it again in the reader's browser, where script runs. */
  recheck?: boolean
  /** Its holder asked to be found: search engines may know of it, while it is in force. */
  listed?: boolean
}

export function CredentialPage({ recheck = true, listed = false, ...card }: CredentialPageProps) {
  const { telling, verdict, number, url } = card
  const issuer = issuerOfPage(card.issuer, { number, verdict })
  const { record } = telling
  const again = recheck && record !== undefined
  const known = !UNKNOWN.includes(telling.state)
  const isOwn = record !== undefined && !isTestNumber(number)
  return (
    <Layout
      title={record ? `LSSC record of ${record.credential.holder.display}` : `LSSC record ${number}`}
      description={record && DESCRIPTION}
      issuer={issuer}
      url={record && url}
      card={record !== undefined}
      noindex={!mayBeFound(verdict, listed)}
      head={
        record && (
          <>
            <Elsewhere {...card} issuer={issuer} listed={listed} isOwn={isOwn} />
            {again && <Scripts />}
          </>
        )
      }
    >
      <RecordCard {...card} q={known ? undefined : number} />
      {again && <Recheck url={url} number={number} issuer={issuer.short} />}
      <Explainer telling={telling} />
      <Checks telling={telling} />
      {isOwn && <Independent issuer={issuer} number={number} url={url} />}
      <WhoAnswers issuer={issuer} number={number} isRecord={known && !isTestNumber(number)} />
    </Layout>
  )
}

/** True for as long as cards and search results are kept, whatever becomes of the record meanwhile. */
const DESCRIPTION = `${en.certification}: a voluntary U.S. certification run by ALA-APA. The page shows the areas passed, and whether it is in force on the day you look. Free, no account.`

/**
 * May search engines know of this page? Only where its holder asked for it, and only while the record is in force: a
 * search result outlives what it was made from.
 */
export function mayBeFound({ state }: Verdict, listed: boolean): boolean {
  return listed && state === 'valid'
}

/** The record in other forms, and what kind of page this is: for programs. Nothing of it without a record. */
function Elsewhere({
  issuer,
  verdict,
  url,
  number,
  listed,
  isOwn,
}: Omit<CredentialPageProps, 'recheck'> & { isOwn: boolean }) {
  const { credential } = verdict
  const oembed = `${issuer.origin}/oembed?url=${encodeURIComponent(url)}&format=json`
  const named = credential && mayBeFound(verdict, listed ?? false) && !issuer.demo
  return (
    <>
      <link rel="alternate" type="application/json+oembed" href={oembed} title={`LSSC record ${number}`} />
      {isOwn && FORMS.map(([type, file]) => <link rel="alternate" type={type} href={`${url}/${file}`} />)}
      <JsonLd data={named ? holderPage(issuer, credential) : recordPage(issuer, url, number)} />
    </>
  )
}

const FORMS = [
  ['application/vc', 'credential.json'],
  ['application/vc+jwt', 'credential.jwt'],
  ['application/pdf', 'lssc-certificate.pdf'],
] as const

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
