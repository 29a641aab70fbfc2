/** A part of a page, which its contents name. */
import type { Child } from 'hono/jsx'

export interface PartProps {
  id: string
  title: string
  children?: Child
}

export function Part({ id, title, children }: PartProps) {
  return (
    <section id={id} tabindex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}
