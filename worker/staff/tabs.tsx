/** A few links of which one is where the reader is: which part of a list, which kind of answer. */
import type { Child } from 'hono/jsx'

export interface TabsProps {
  /** What they choose between, for whoever cannot see them side by side. */
  label: string
  tabs: { href: string; text: Child; current: boolean }[]
}

export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, text, current }) => (
          <li>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
