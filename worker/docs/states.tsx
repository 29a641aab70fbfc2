/** /docs/states: every code that a badge or the API can give, with an address of its own to link to. */
import type { Child } from 'hono/jsx'
import type { Issuer } from '../../shared/issuer.ts'
import { type TestCase, testNumber } from '../../shared/test-numbers.ts'
import type { Reason, ShownState } from '../../shared/verdict.ts'
import { type ProblemType, problems } from '../http/problem.ts'
import { Icon } from '../pages/icons.tsx'
import { Layout } from '../pages/layout.tsx'
import { Row, Table } from '../pages/table.tsx'
import { docsHead } from './head.tsx'
import { reasonNotes } from './reason-notes.ts'
import { tellReason, tellState } from './sample.ts'
import { Code, Section } from './section.tsx'
import { stateNotes, testCaseNotes } from './state-notes.ts'

/** The problems that POST /api/v1/verifications can answer with, and what to do. */
const API_PROBLEMS: Partial<Record<ProblemType, string>> = {
  'nothing-to-verify': 'Ask only where an applicant gave a link, a code or a token.',
  'bad-request': 'Send JSON in UTF-8, no name twice in one object.',
  'too-large': 'Send at most 64 kB; a link or a number is enough.',
  'unsupported-type': 'Send application/json, or the bare text as text/plain.',
  'invalid-input': 'The member errors names each field and what is wrong with it.',
  'internal-error': 'Our mistake. This is no result about anyone; try again later.',
  'database-unavailable': 'This is no result about anyone; ask again after the seconds in Retry-After.',
}

export function StatesPage({ issuer }: { issuer: Issuer }) {
  return (
    <Layout
      title="States and error codes"
      description="Every code that the badge and the API can give: what it means, what the reader sees, and what to do."
      issuer={issuer}
      url={`${issuer.origin}/docs/states`}
      head={docsHead()}
      wide
    >
      <p class="trail">
        <a href="/docs">The badge on your page</a>
      </p>
      <h1>States and error codes</h1>
      <p class="lead">
        Codes are stable, and each has its own address here. Only one state is green, and what is not known is
        never green.
      </p>
      <Section id="states" title="States">
        <p>
          The attribute <Code>state</Code>, the event’s <Code>state</Code> and the API’s{' '}
          <Code>verdict.state</Code>. A test number always comes to the same state; it opens a record that is
          nobody’s.
        </p>
        <StateTable issuer={issuer} />
      </Section>
      <Section id="reasons" title="Reasons">
        <p>
          Each check in <Code>checks</Code> is <Code>passed</Code>, <Code>failed</Code> or{' '}
          <Code>not-checked</Code>. One that did not pass has a <Code>reason</Code>. A reader is shown the
          sentence, a program the code.
        </p>
        <ReasonTable issuer={issuer} />
      </Section>
      <Section id="problems" title="Problems">
        <p>
          What the API answers when it could not look at anything, as <Code>application/problem+json</Code>. A
          bad record is not a problem: it has a state.
        </p>
        <ProblemTable />
      </Section>
    </Layout>
  )
}

function StateTable({ issuer }: { issuer: Issuer }) {
  return (
    <Table heads={['Code', 'It means', 'The reader sees', 'What to do', 'Try it']}>
      {(Object.keys(stateNotes) as ShownState[]).map((state) => (
        <StateRow state={state} issuer={issuer} />
      ))}
    </Table>
  )
}

function StateRow({ state, issuer }: { state: ShownState; issuer: Issuer }) {
  const { tone, icon, headline, pill } = tellState(state, issuer)
  const { means, todo } = stateNotes[state]
  const green = tone === 'current'
  return (
    <Row
      id={`state-${state}`}
      head={
        <>
          <a href={`#state-${state}`}>
            <Code>{state}</Code>
          </a>
          <span class={`green ${tone}`}>
            <Icon name={icon} /> {green ? 'Green' : 'Not green'}
          </span>
        </>
      }
      cells={[
        ['It means', means],
        [
          'The reader sees',
          <>
            {headline}
            <span class="soft">In a pill: {pill}</span>
          </>,
        ],
        ['What to do', todo],
        ['Try it', <TestLinks state={state} />],
      ]}
    />
  )
}

function TestLinks({ state }: { state: ShownState }): Child {
  const cases = (Object.keys(testCaseNotes) as TestCase[]).filter((one) => testCaseNotes[one].state === state)
  if (cases.length === 0) return <span class="soft">No test number</span>
  return cases.map((one) => (
    <a class="code" href={`/c/${testNumber(one)}`} title={testCaseNotes[one].label}>
      {testNumber(one)}
    </a>
  ))
}

function ReasonTable({ issuer }: { issuer: Issuer }) {
  return (
    <Table heads={['Code', 'It means', 'The reader sees', 'State', 'What to do']}>
      {(Object.keys(reasonNotes) as Reason[]).map((reason) => {
        const { means, todo, state } = reasonNotes[reason]
        return (
          <Row
            id={`reason-${reason}`}
            head={
              <a href={`#reason-${reason}`}>
                <Code>{reason}</Code>
              </a>
            }
            cells={[
              ['It means', means],
              ['The reader sees', tellReason(reason, issuer)],
              [
                'State',
                <a href={`#state-${state}`}>
                  <Code>{state}</Code>
                </a>,
              ],
              ['What to do', todo],
            ]}
          />
        )
      })}
    </Table>
  )
}

function ProblemTable() {
  return (
    <Table heads={['Type', 'Status', 'Title', 'What to do']}>
      {(Object.keys(API_PROBLEMS) as ProblemType[]).map((type) => (
        <Row
          id={`problem-${type}`}
          head={
            <a href={`#problem-${type}`}>
              <Code>urn:lssc:problem:{type}</Code>
            </a>
          }
          cells={[
            ['Status', problems[type][0]],
            ['Title', problems[type][1]],
            ['What to do', API_PROBLEMS[type]],
          ]}
        />
      ))}
    </Table>
  )
}
