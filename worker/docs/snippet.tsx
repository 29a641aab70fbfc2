/** A piece of code to copy: plain text without script, with a button where there is one (`worker/browser/copy.ts`). */
import type { Child } from 'hono/jsx'

export interface SnippetProps {
  /** Names it for the button, for links and for the tests that run it. */
  id: string
  /** What it is, for those who hear "Copy" without seeing what. */
  title: string
  language: 'html' | 'css' | 'js' | 'jsx' | 'http' | 'sh' | 'php' | 'json' | 'text'
  code: string
  hidden?: boolean
}

export function Snippet({ id, title, language, code, hidden }: SnippetProps) {
  return (
    <figure class="snippet" id={`snippet-${id}`} data-title={title} hidden={hidden}>
      <figcaption>{title}</figcaption>
      <pre>
        <code data-language={language} translate="no">
          {code}
        </code>
      </pre>
    </figure>
  )
}

export interface SectionProps {
  id: string
  title: string
  children?: Child
}

/** A part of the page that the contents list names. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id}>
      <h2>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {children}
    </section>
  )
}

/** A name as it is written in code. */
export function Code({ children }: { children?: Child }) {
  return <code>{children}</code>
}

/** A sentence with code in it, between backticks. */
export function Marked({ text }: { text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <Code>{part}</Code> : part))}</>
}
