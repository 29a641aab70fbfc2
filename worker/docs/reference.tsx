/** What the element takes, tells and lets a page change. */

import { Snippet } from '../pages/snippet.tsx'
import { Row, Table } from '../pages/table.tsx'
import { attributes, members, parts, properties, smallerParts } from './element.ts'
import { Code, Marked, Section } from './section.tsx'
import { tags } from './snippets.ts'

export function Reference({ origin }: { origin: string }) {
  const { byProperty, listener, ownWords } = tags(origin)
  return (
    <Section id="reference" title="Attributes, event, looks">
      <h3 id="attributes">Attributes and properties</h3>
      <Table heads={['Attribute', 'Property', 'What it does']}>
        {attributes.map(([name, property, says]) => (
          <Row
            head={<Code>{name}</Code>}
            cells={[
              ['Property', property ? <Code>{property}</Code> : 'none'],
              ['What it does', <Marked text={says} />],
            ]}
          />
        ))}
      </Table>
      <p>
        The scripts below are short enough to read here. Where your policy allows no inline script, they stand
        in a file of yours.
      </p>
      <Snippet
        id="by-property"
        title="By property, so that nothing about a person need stand in your markup"
        language="html"
        code={byProperty}
      />
      <h3 id="event">The event</h3>
      <p>
        <Code>lssc-result</Code> comes once for every check. It bubbles and crosses shadow roots.
      </p>
      <Snippet id="listener" title="Listening for all badges of a page" language="html" code={listener} />
      <Table heads={['Member', 'What it says']}>
        {members.map(([name, says]) => (
          <Row head={<Code>{name}</Code>} cells={[['What it says', <Marked text={says} />]]} />
        ))}
      </Table>
      <p>
        No name, no address and no score is in it, and nothing to rank people by. It is a hint for your page:{' '}
        <a href="#server">decide on your server</a>.
      </p>
      <h3 id="slots">Slots</h3>
      <p>
        The default slot holds your link. <Code>slot="state-CODE"</Code> replaces our words for what a state
        means, and what to do, by yours; the headline stays ours.
      </p>
      <Snippet id="own-words" title="Your words for one state" language="html" code={ownWords} />
      <h3 id="looks">Looks</h3>
      <p>
        Font and color scheme come from your page: where it says <Code>color-scheme: light dark</Code>, the
        badge is dark in dark mode (say it of <Code>:root</Code>, so that your own background follows). Style
        a state with <Code>lssc-badge:state(valid)</Code>. Words and the shape of the icon carry the state,
        never color alone.
      </p>
      <Table heads={['Custom property', 'For']}>
        {properties.map(([name, says]) => (
          <Row head={<Code>--lssc-badge-{name}</Code>} cells={[['For', says]]} />
        ))}
      </Table>
      <p>
        Parts for <Code>::part()</Code>: <Names of={parts} />, and inside them <Names of={smallerParts} />.
      </p>
    </Section>
  )
}

function Names({ of: names }: { of: string[] }) {
  return (
    <>
      {names.map((name, i) => (
        <>
          {i > 0 && ', '}
          <Code>{name}</Code>
        </>
      ))}
    </>
  )
}
