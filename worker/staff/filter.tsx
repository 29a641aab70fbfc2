/** A form that asks a list for less of it: it changes nothing, and its answer has an address. */
import type { Child } from 'hono/jsx'

export interface FilterProps {
  /** Where the list is. */
  path: string
  button: string
  /** Is less than everything shown? Then there is a way back. */
  narrowed: boolean
  class?: string
  children?: Child
}

export function Filter({ path, button, narrowed, class: name = 'fields filter', children }: FilterProps) {
  return (
    <search>
      <form method="get" action={path} class={name}>
        {children}
        <div class="do">
          <button type="submit" class="button filled">
            {button}
          </button>
          {narrowed && (
            <a class="button" href={path}>
              Start over
            </a>
          )}
        </div>
      </form>
    </search>
  )
}
