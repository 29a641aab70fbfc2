/** What a share link shows: the card of the view that its holder chose, or why there is nothing to see. */

import type { SetId } from '../../shared/areas.ts'
import type { Credential } from '../../shared/credential.ts'
import type { Day } from '../../shared/dates.ts'
import type { Issuer } from '../../shared/issuer.ts'
import type { Telling } from '../../shared/telling.ts'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import type { View } from '../../shared/view.ts'
import { en } from '../../shared/words/en.ts'
import { dayTold } from '../when.ts'
import { Checks, Explainer, WhoAnswers } from './explain.tsx'
import { issuerOfPage, Layout } from './layout.tsx'
import { RecordCard } from './record.tsx'

export interface SharePageProps {
  issuer: Issuer
  telling: Telling<Credential | View>
  verdict: AnyVerdict
  /** Its own address, secret and all. */
  url: string
  /** Where there is something to see: until when, and which areas its holder put first. */
  shared?: { endsOn: Day; first: readonly SetId[] } | undefined
  /** It was asked for by the id that stands in a copy, which opens nothing. */
  byId?: boolean
}

/**
 * Chat programs and mail scanners read the title and the tags beside it, and keep them: neither says whose it is, nor
 * where it was found.
 */
export function SharePage({ telling, verdict, url, shared, byId, ...props }: SharePageProps) {
  const issuer = issuerOfPage(props.issuer, { verdict })
  return (
    <Layout
      title="A shared LSSC record"
      description={`${en.certification}. Open the page to see what its holder shares, and whether it is in force today.`}
      issuer={issuer}
      noindex
    >
      <RecordCard
        telling={telling}
        verdict={verdict}
        issuer={issuer}
        first={shared?.first}
        {...(telling.record ? { url } : {})}
      />
      {byId && (
        <p>
          This address is the name inside a copy that somebody saved, and not the link to it. To check the
          copy, paste the whole of it into the box.
        </p>
      )}
      {shared && <Shared endsOn={shared.endsOn} url={url} />}
      <Explainer telling={telling} />
      <Checks telling={telling} />
      <WhoAnswers issuer={issuer} />
    </Layout>
  )
}

function Shared({ endsOn, url }: { endsOn: Day; url: string }) {
  return (
    <section class="shared">
      <h2>Shared for a limited time</h2>
      <p>
        This link ends on {dayTold(endsOn)}. Its holder chose what it shows; what is left out is no mark
        against them. How often it is opened is counted; who opens it is not kept.
      </p>
      <p class="soft screen">
        For an applicant system: <a href={`${url}/credential.jwt`}>the signed copy of what is shown</a>. It
        can be checked here until the same day.
      </p>
    </section>
  )
}
