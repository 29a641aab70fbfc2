/** Text to take along: one click or long press marks all of it; with script there are buttons (`worker/browser/copy.ts`). */
import type { Child } from 'hono/jsx'

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

export interface PartProps {
  id: string
  title: string
  children?: Child
}

/** A part of the page that its contents name. */
export function Part({ id, title, children }: PartProps) {
  return (
    <section id={id} tabindex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}
