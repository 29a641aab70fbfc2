/** What readers copy: code or text, whole without script, with buttons where there is one (`worker/browser/copy.ts`). */
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

/** A piece of code. */
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

export interface TakeAlongProps {
  id: string
  label: string
  text: string
  hint?: Child
  /** Keep its lines, as a block has them. */
  block?: boolean
  /** Within a list of short ones. */
  small?: boolean
}

/** Text to take along: one click or long press marks all of it. */
export function TakeAlong({ id, label, text, hint, block, small }: TakeAlongProps) {
  const kind = small ? 'snippet small' : 'snippet'
  return (
    <figure class={kind} id={`copy-${id}`} data-title={label} data-share={small ? undefined : ''}>
      <figcaption>{label}</figcaption>
      <p class={block ? 'text block' : 'text'} dir="auto" translate="no">
        {text}
      </p>
      {hint !== undefined && <p class="soft">{hint}</p>}
    </figure>
  )
}
