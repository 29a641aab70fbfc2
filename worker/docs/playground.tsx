/**
 * The playground: a plain form whose answer is the snippet, and a real badge for what was chosen. With script
 * (`worker/browser/playground.ts`) both follow the form as it is filled in.
 */
import { recordUrl } from '../../shared/issuer.ts'
import { chosenAttributes, rulesOf, snippetOf } from '../../shared/playground.ts'
import { testCases, testNumber } from '../../shared/test-numbers.ts'
import { Snippet } from '../pages/snippet.tsx'
import { PlaygroundForm, type PlaygroundProps } from './playground-form.tsx'
import { Code, Section } from './section.tsx'
import { testCaseNotes } from './state-notes.ts'

export function Playground({ origin, release, choice }: PlaygroundProps) {
  const rules = rulesOf(choice)
  return (
    <Section id="playground" title="Try it">
      <p>
        A real badge, on a test record for each state. With script it follows what you choose, and nothing
        that you type leaves this page. Without, the button below sends the form.
      </p>
      <PlaygroundForm origin={origin} release={release} choice={choice} />
      <h3>The badge</h3>
      <div class="stage">
        <Preview origin={origin} choice={choice} />
      </div>
      <Snippet id="try" title="What to write" language="html" code={snippetOf(choice, origin, release)} />
      <Snippet id="try-rules" title="In your stylesheet" language="css" code={rules} hidden={rules === ''} />
      <Snippet
        id="try-event"
        title="What the event lssc-result said"
        language="json"
        code="Nothing yet: it comes from the badge, with script."
      />
      <details>
        <summary>The test records, each as a page</summary>
        <TestRecords origin={origin} />
      </details>
    </Section>
  )
}

function Preview({ origin, choice }: Pick<PlaygroundProps, 'origin' | 'choice'>) {
  const attributes = Object.fromEntries(chosenAttributes(choice, origin))
  return (
    <lssc-badge id="tried" eager {...attributes}>
      <a href={attributes.credential}>LSSC record</a>
    </lssc-badge>
  )
}

/** For those without script, and for whoever wants to see the pages that badges lead to. */
function TestRecords({ origin }: { origin: string }) {
  return (
    <ul class="tests">
      {testCases.map((one) => (
        <li>
          <a class="code" href={recordUrl(origin, testNumber(one))}>
            {testNumber(one)}
          </a>{' '}
          <a href={`/docs/states#state-${testCaseNotes[one].state}`}>
            <Code>{testCaseNotes[one].state}</Code>
          </a>
          , {testCaseNotes[one].label}
        </li>
      ))}
    </ul>
  )
}
