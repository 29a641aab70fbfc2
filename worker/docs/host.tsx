/** The first two steps: the one file, and the tag. */
import type { Release } from '../../shared/embed.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { TEST_HOLDER, testNumber } from '../../shared/test-numbers.ts'
import { Snippet } from '../pages/snippet.tsx'
import { Code, Section } from './section.tsx'
import { hosting, tags } from './snippets.ts'

export function HostTheFile({ release }: { release: Release }) {
  const { download, ownCopy, pinned, evergreen } = hosting(release)
  return (
    <Section id="host" title="1. Host the one file">
      <p>
        The badge is one JavaScript file. It loads nothing else: no second script, no styles, no fonts, no
        images. Keep a copy on your own server, and your page runs no code of ours but what you have reviewed.
      </p>
      <p>
        <a class="button filled download" href={new URL(release.url).pathname} download="lssc-badge.js">
          Download lssc-badge.js, version {release.version}
        </a>
      </p>
      <Snippet
        id="download"
        title="Or fetch it, and see that its digest is the one below"
        language="sh"
        code={download}
      />
      <Snippet
        id="digest"
        title="Its sha384 digest, as the build computed it"
        language="text"
        code={release.integrity.replace('sha384-', '')}
      />
      <Snippet
        id="own-copy"
        title="In the head of your page, once, with the path of your copy"
        language="html"
        code={ownCopy}
      />
      <p>
        <Code>integrity</Code> makes the browser refuse a file with any other digest. Keep{' '}
        <Code>crossorigin</Code>: isolated pages need it, and so does <Code>integrity</Code> where an
        optimizer takes <Code>type="module"</Code> away. To update, take the next version and its digest.
      </p>
      <h3>Or load it from here</h3>
      <Snippet
        id="pinned"
        title="This version, which never changes at this address"
        language="html"
        code={pinned}
      />
      <Snippet id="evergreen" title="The newest build, mended without you" language="html" code={evergreen} />
      <p>
        The address with a version and the beginning of its digest never changes what it serves, and is cached
        for a year. We keep earlier builds as long as we can; a copy of your own you keep yourself. The one
        with <Code>v1</Code> is whatever we built last: compatible, up to five minutes old, and without{' '}
        <Code>integrity</Code>, because its digest changes. Versions and digests stand in{' '}
        <a href="/widget/v1/integrity.json">integrity.json</a>.
      </p>
    </Section>
  )
}

export function WriteTheTag({ origin }: { origin: string }) {
  const { plain, compared } = tags(origin)
  return (
    <Section id="tag" title="2. Write the tag">
      <Snippet
        id="tag"
        title="Where you show an application: the link that the applicant gave, twice"
        language="html"
        code={plain}
      />
      <p>
        The link inside is what people see until there is a verdict, and for good where no script runs, the
        service cannot be reached or a mail strips the tag. It leads to a page that says the same. Always put
        a real one there.
      </p>
      <p>
        <b>For applicants who gave no link, write nothing.</b> No empty badge, no “not certified”: most people
        who do this work well have no certificate, and nobody should look worse for it. Leave the whole tag
        out: without <Code>credential</Code> it shows the link inside it.
      </p>
      <Snippet
        id="compared"
        title="With the name on the application, and an area that the job names"
        language="html"
        code={compared}
      />
      <p>
        That is all. The link in these lines is a test record,{' '}
        <a href={recordUrl(origin, testNumber('valid'))}>{testNumber('valid')}</a>, which says on its face
        that it is a demonstration, and whose holder is called {TEST_HOLDER}: paste them into a page of yours
        and see. With another name the badge is not green, and says why.
      </p>
      <p class="soft">
        The page has to be served over https, or from localhost. A browser of 2024 or later shows the badge;
        an older one shows the link.
      </p>
    </Section>
  )
}
