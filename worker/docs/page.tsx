/** /docs: from a job board's page without a badge to one with it, in ten minutes and without asking anyone. */
import type { Release } from '../../shared/embed.ts'
import { type Issuer, recordUrl } from '../../shared/issuer.ts'
import type { Choice } from '../../shared/playground.ts'
import { testNumber } from '../../shared/test-numbers.ts'
import type { ShownState } from '../../shared/verdict.ts'
import { Layout } from '../pages/layout.tsx'
import { Frameworks } from './frameworks.tsx'
import { docsHead } from './head.tsx'
import { HostTheFile, WriteTheTag } from './host.tsx'
import { Limits, Meaning, Tested } from './limits.tsx'
import { Playground } from './playground.tsx'
import { Policies, StaysStill } from './policies.tsx'
import { Reference } from './reference.tsx'
import { Code, Section } from './section.tsx'
import { Server } from './server.tsx'
import { stateNotes } from './state-notes.ts'

const contents: [id: string, title: string][] = [
  ['host', '1. Host the one file'],
  ['tag', '2. Write the tag'],
  ['policies', '3. Allow it'],
  ['layout', '4. Keep its place'],
  ['playground', 'Try it'],
  ['reference', 'Attributes, event, looks'],
  ['states', 'States and error codes'],
  ['frameworks', 'In your framework'],
  ['server', 'Decide on your server'],
  ['meaning', 'Whose it is, and what relates to the job'],
  ['limits', 'What it cannot do'],
  ['tested', 'Accessibility and privacy, as tested'],
]

export interface DocsPageProps {
  issuer: Issuer
  release: Release
  /** What was chosen in the playground. */
  choice: Choice
}

export function DocsPage({ issuer, release, choice }: DocsPageProps) {
  const { origin } = issuer
  return (
    <Layout
      title="The badge on your page"
      description="For job boards and applicant systems: one file, one tag, exact policies, a playground, every state, and what the badge cannot do."
      issuer={issuer}
      url={`${origin}/docs`}
      head={docsHead({ playground: true })}
    >
      <h1>The badge on your page</h1>
      <Lead origin={origin} />
      <nav class="contents" aria-label="On this page">
        <ol>
          {contents.map(([id, title]) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <HostTheFile release={release} />
      <WriteTheTag origin={origin} />
      <Policies origin={origin} />
      <StaysStill />
      <Playground origin={origin} release={release} choice={choice} />
      <Reference origin={origin} />
      <States />
      <Frameworks />
      <Server origin={origin} />
      <Meaning />
      <Limits issuer={issuer} />
      <Tested />
    </Layout>
  )
}

/** What it is, for someone who has never heard of it, and a real one. */
function Lead({ origin }: { origin: string }) {
  const link = recordUrl(origin, testNumber('valid'))
  return (
    <>
      <p class="lead">
        <Code>&lt;lssc-badge&gt;</Code> shows beside an application whether the Library Support Staff
        Certification (LSSC) on it is genuine and in force today, in words that a hiring manager understands.
        It checks the issuer’s signature in your reader’s own browser, and sets no cookie, tracks nobody and
        gives nobody a score.
      </p>
      <p class="live">
        <lssc-badge credential={link} variant="pill" eager>
          <a href={link}>LSSC record</a>
        </lssc-badge>{' '}
        <span class="soft">A real badge, on a test record.</span>
      </p>
      <p>
        LSSC is a voluntary U.S. certification for library support staff.{' '}
        <a href="/achievements/lssc">What it means</a>
      </p>
    </>
  )
}

/** In short; the page of its own has each with an address to link to. */
function States() {
  return (
    <Section id="states" title="States and error codes">
      <p>
        A badge comes to one of these. Only <Code>valid</Code> is green, and what could not be checked is
        never a result about anyone.{' '}
        <a href="/docs/states">What each means, what the reader sees, what to do</a>:
      </p>
      <ul class="codes">
        {(Object.keys(stateNotes) as ShownState[]).map((state) => (
          <li>
            <a href={`/docs/states#state-${state}`}>
              <Code>{state}</Code>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
