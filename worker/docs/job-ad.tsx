/** /docs/job-ad: which areas does an ad name? The value of `job-areas`, from the ad's own words. */
import { areas } from '../../shared/areas.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type RelatedArea, writeJobAreas } from '../../shared/job-areas.ts'
import { en } from '../../shared/words/en.ts'
import { Layout } from '../pages/layout.tsx'
import { Snippet } from '../pages/snippet.tsx'
import { docsHead } from './head.tsx'
import { Code } from './section.tsx'

export interface JobAdPageProps {
  issuer: Issuer
  /** What was pasted, and what it names. */
  read?: { ad: string; related: RelatedArea[] }
}

export function JobAdPage({ issuer, read }: JobAdPageProps) {
  return (
    <Layout
      title="Which areas does a job ad name?"
      description="Paste a job ad: the areas of the Library Support Staff Certification that its own words name, and the attribute that tells the badge."
      issuer={issuer}
      url={`${issuer.origin}/docs/job-ad`}
      head={docsHead()}
    >
      <p class="trail">
        <a href="/docs">The badge on your page</a>
      </p>
      <h1>Which areas does a job ad name?</h1>
      <p class="lead">
        An area is found by what people write when they hire, such as “copy cataloging” or “story time”, and
        is always told with those words. There is no score, and no order of merit.
      </p>
      {read && <Found {...read} />}
      <form method="post" action="/docs/job-ad" class="ad">
        <label for="ad">{read ? 'Another ad, or this one, changed' : 'The ad, as text or HTML'}</label>
        <textarea id="ad" name="ad" rows={12} required aria-describedby="ad-hint">
          {read?.ad}
        </textarea>
        <p id="ad-hint" class="soft">
          It is read for this one answer and kept nowhere.
        </p>
        <p>
          <button type="submit" class="button filled">
            Read the ad
          </button>
        </p>
      </form>
      <h2>From your server, or in your own code</h2>
      <p>
        <a href="/docs#server">POST /api/v1/verifications</a> takes the ad with the credential, as{' '}
        <Code>job.ad</Code>, and answers with the areas that the ad names and the person has. The package
        entry <Code>lssc-badge/job</Code> reads an ad without asking anyone.
      </p>
    </Layout>
  )
}

function Found({ related }: { related: RelatedArea[] }) {
  if (related.length === 0) return <p class="found">{en.relatesNone}</p>
  const value = writeJobAreas(related)
  return (
    <section>
      <h2>This ad names</h2>
      <ul class="ruled">
        {related.map(({ set, phrases }) => (
          <li>
            <a class="area" href={`/achievements/lssc/sets/${set}`}>
              {areas[set].label}
            </a>
            <p>
              {phrases.map((phrase, i) => (
                <>
                  {i > 0 && ', '}
                  <q>{phrase}</q>
                </>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <Snippet
        id="job-areas"
        title="The attribute"
        language="text"
        code={`job-areas="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`}
      />
      <p>
        <a href={`/docs?${new URLSearchParams({ 'job-areas': value })}#playground`}>
          See it in the playground
        </a>
      </p>
    </section>
  )
}
