/** The same tag, in what pages are built with. */

import { Snippet } from '../pages/snippet.tsx'
import { frameworks } from './framework-snippets.ts'
import { Code, Section } from './section.tsx'

export function Frameworks() {
  const { react, vue, vueOption, angular, template, npm } = frameworks
  return (
    <Section id="frameworks" title="In your framework">
      <p>
        It is an element of the browser, and every attribute is a text: no wrapper is needed. Load the script
        once, by the tag above or from the package below. Then:
      </p>
      <h3>Server templates</h3>
      <Snippet
        id="template"
        title="Jinja, Twig, Nunjucks: with automatic escaping on, as it should be"
        language="html"
        code={template}
      />
      <h3>React 19</h3>
      <Snippet id="react" title="React 19" language="jsx" code={react} />
      <p>
        Write attributes as they are here, with dashes: then it does not matter whether the script or the
        component comes first. React 18 has no <Code>onlssc-result</Code>: there, add a listener in an effect.
      </p>
      <h3>Vue 3</h3>
      <Snippet id="vue" title="A Vue component" language="html" code={vue} />
      <Snippet id="vue-option" title="In the options of its compiler" language="js" code={vueOption} />
      <h3>Angular</h3>
      <Snippet id="angular" title="Angular 19 or later" language="js" code={angular} />
      <h3>From npm</h3>
      <p>
        The package <Code>lssc-badge</Code> is not published: <Code>npm run package</Code> in this project’s
        repository builds it. Unlike the file above, it is told at run time whose certificates it shows: keep{' '}
        <a href="/widget/v1/issuer.json">issuer.json</a> in your source, so that nothing on a page can name
        another.
      </p>
      <Snippet id="npm" title="In place of the script tag, once" language="js" code={npm} />
      <p>
        Its other entries are <Code>lssc-badge</Code> (the class and its types; defines nothing),{' '}
        <Code>lssc-badge/verify</Code> (<a href="#server">the same checks on a server</a>),{' '}
        <Code>lssc-badge/job</Code> (which areas an ad names), <Code>lssc-badge/react</Code> (types for React
        19) and <Code>lssc-badge/custom-elements.json</Code>.
      </p>
    </Section>
  )
}
