/** Deciding on one's own server: what a browser found is a hint. */
import { Snippet } from '../pages/snippet.tsx'
import { Code, Section } from './section.tsx'
import { calls } from './snippets.ts'

const answer = `{
  "verdict": {
    "state": "valid",
    "test": true,
    "checks": [{ "check": "readable", "result": "passed" }, …],
    "credential": { "number": "…", "holder": { … }, "areas": [ … ], … },
    "statusAsOf": "2026-11-22T11:58:00.000Z",
    "checkedAt": "2026-11-22T12:00:00.000Z",
    "by": "server"
  },
  "applicant": { "name": "match", "email": "not-compared" }
}`

export function Server({ origin }: { origin: string }) {
  const { curl, node, php, verify } = calls(origin)
  return (
    <Section id="server" title="Decide on your server">
      <p>
        What the badge found in a browser, and its event, can be changed by whoever controls that browser.
        Before anything depends on it, or is kept in your records, let your own server ask. Free, and without
        an account.
      </p>
      <Snippet id="curl" title="With curl" language="sh" code={curl} />
      <Snippet id="node" title="Node, Deno, Bun, Workers" language="js" code={node} />
      <Snippet id="php" title="PHP" language="php" code={php} />
      <Snippet id="answer" title="The answer, shortened" language="json" code={answer} />
      <Snippet
        id="verify"
        title="Or check the signature in your own process, with the npm package"
        language="js"
        code={verify}
      />
      <ul>
        <li>
          <Code>credential</Code> is a link, a number, a whole token, or the text of our JSON or SVG file. A
          file may be sent as it is, too, with its own <Code>Content-Type</Code>: <Code>text/plain</Code>,{' '}
          <Code>application/vc</Code>, <Code>image/png</Code> or <Code>image/svg+xml</Code>. The answer is 200
          for every verdict: look at <a href="/docs/states">verdict.state</a>. Any other status is{' '}
          <a href="/docs/states#problems">a problem</a>, and no result about anyone.
        </li>
        <li>
          <Code>test</Code> is there for test records only, which are nobody’s: keep nothing of such an
          answer. The npm package’s <Code>verify</Code> refuses them unless it is told{' '}
          <Code>tests: true</Code>. Where the service cannot look a number up it answers 503, and so it does
          for the test number of <Code>unreachable</Code>.
        </li>
        <li>
          <Code>applicant</Code> (<Code>name</Code>, <Code>email</Code>) and <Code>job</Code> (
          <Code>areas</Code>, or the <Code>ad</Code> as text) may be left out. A name is a <Code>match</Code>,{' '}
          <Code>similar</Code>, <Code>different</Code> or <Code>not-compared</Code>; an address a{' '}
          <Code>match</Code>, <Code>email-different</Code> or <Code>not-compared</Code>. They are compared for
          this one answer and kept nowhere; the answer’s <Code>related</Code> lists the areas that the person
          has and the job names.
        </li>
        <li>
          Keep <Code>checkedAt</Code> with what you keep, and ask again before somebody decides: a record can
          be withdrawn any day.
        </li>
      </ul>
    </Section>
  )
}
