/** What a security reviewer asks, and the rule that keeps the page still. */

import { Snippet } from '../pages/snippet.tsx'
import { layoutRule } from './layout-rule.ts'
import { Code, Section } from './section.tsx'
import { policies } from './snippets.ts'

export function Policies({ origin }: { origin: string }) {
  const { ownCopy, fromUs, narrow, token, trustedTypes } = policies(origin)
  return (
    <Section id="policies" title="3. Allow it: your policies">
      <p>
        Add these sources to the directives that you have. Two directives are all: nothing for styles, images,
        fonts or frames, and no <Code>unsafe-inline</Code> or <Code>unsafe-eval</Code>. Where your{' '}
        <Code>script-src</Code> goes by nonces, give the tag yours.
      </p>
      <Snippet id="policy-own-copy" title="With your own copy of the file" language="http" code={ownCopy} />
      <Snippet id="policy-from-us" title="With the file from here" language="http" code={fromUs} />
      <Snippet
        id="policy-narrow"
        title="Your own copy, and only the addresses that a badge asks"
        language="http"
        code={narrow}
      />
      <Snippet
        id="policy-token"
        title="Your own copy, and badges that are given a token only"
        language="http"
        code={token}
      />
      <p>
        <Code>/test/jwks.json</Code> is for test records alone: leave it out when you have tried them. With
        the last line your page never says which record it asks about; since when a record is on hold, and
        what replaced it, is then not told. A token without any <Code>connect-src</Code> is never green: its
        status could not be read.
      </p>
      <Snippet
        id="policy-trusted-types"
        title="Trusted Types: no policy is needed, and this may stand beside any of them"
        language="http"
        code={trustedTypes}
      />
      <ul>
        <li>
          <b>Cross-origin isolation.</b> On a page with{' '}
          <Code>Cross-Origin-Embedder-Policy: require-corp</Code> keep <Code>crossorigin</Code> on the script
          tag. Our files and answers allow any origin, and say{' '}
          <Code>Cross-Origin-Resource-Policy: cross-origin</Code>.
        </li>
        <li>
          <b>Requests.</b> Anonymous GETs without credentials, referrer or headers of ours, so none needs a
          preflight: the numbers, the issuer’s keys, one status list for many records. A redirect is not
          followed.
        </li>
        <li>
          <b>The page around it.</b> It parses no markup, evaluates no text, stores nothing, and adds nothing
          to <Code>window</Code>. If another script has defined <Code>lssc-badge</Code> before, the first one
          stays.
        </li>
        <li>
          <b>Permissions.</b> None: no camera, no location, no clipboard, no storage.
        </li>
      </ul>
    </Section>
  )
}

export function StaysStill() {
  return (
    <Section id="layout" title="4. Keep its place, so that nothing moves">
      <p>
        Add this to your stylesheet. It keeps the room of a row or pill until the script has come; from then
        on the badge keeps it by itself.
      </p>
      <Snippet id="layout-rule" title="In your stylesheet" language="css" code={layoutRule} />
      <p>
        The three heights are for columns wider than 50em, wider than 34em, and narrower: where your column is
        narrow on a wide screen, use its height there too. With a name in another form or another name, and in
        a few rare states, a row can grow by a line or two, and test records have their banner more. A card is
        as long as its record: give it the last place in its column.
      </p>
    </Section>
  )
}
