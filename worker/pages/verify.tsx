/** The page with the box, and the result for what was pasted and has no page of its own. */

import type { Credential } from '../../shared/credential.ts'
import type { Issuer } from '../../shared/issuer.ts'
import type { Telling } from '../../shared/telling.ts'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import type { View } from '../../shared/view.ts'
import { Box } from './box.tsx'
import { Checks, Explainer, WhoAnswers } from './explain.tsx'
import { issuerOfPage, Layout } from './layout.tsx'
import { RecordCard } from './record.tsx'

export interface VerifyPageProps {
  issuer: Issuer
  /** What came of it; without one the page asks. */
  result?: { telling: Telling<Credential | View>; verdict: AnyVerdict }
  /** What was typed, when it is short enough to mend. */
  q?: string | undefined
}

export function VerifyPage({ result, q, ...props }: VerifyPageProps) {
  const issuer = issuerOfPage(props.issuer, result ?? {})
  return (
    <Layout
      title="Check a record"
      description="Type a code or paste a link: whether it is an LSSC record, what it says, and whether it is in force today."
      issuer={issuer}
      url={`${issuer.origin}/verify`}
      noindex={result !== undefined}
    >
      {result ? <Result issuer={issuer} q={q} {...result} /> : <Ask issuer={issuer} q={q} />}
    </Layout>
  )
}

function Ask({ issuer, q }: { issuer: Issuer; q: string | undefined }) {
  return (
    <>
      <h1>Check a record</h1>
      <p class="lead">
        Type the code that an applicant gave you, or paste the link. You see what they earned, whether it is
        in force today, and what was checked.
      </p>
      <Box q={q} />
      <h2>No code?</h2>
      <p>
        Ask the applicant for the link or the code of their record: every holder has one. There is no search
        by name, because records are their holders’ to show. {issuer.short} can confirm a certification by
        telephone.
      </p>
      <WhoAnswers issuer={issuer} />
    </>
  )
}

function Result({
  issuer,
  telling,
  verdict,
  q,
}: {
  issuer: Issuer
  q: string | undefined
  telling: Telling<Credential | View>
  verdict: AnyVerdict
}) {
  return (
    <>
      <RecordCard telling={telling} verdict={verdict} issuer={issuer} q={q} />
      <p class="again">
        <a href="/verify">Check another record</a>
      </p>
      <Explainer telling={telling} />
      <Checks telling={telling} />
      <WhoAnswers issuer={issuer} />
    </>
  )
}
