/** Parts of a page of the documentation, and code within its sentences. */
import type { Child } from 'hono/jsx'

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
