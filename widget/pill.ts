/** The smallest form: one line that goes in a table cell, and opens the record's page. */
import { type Child, h } from './dom.ts'
import { AWAY, icon, isPending, label, pageLink, retry } from './pieces.ts'
import type { Shown } from './shown.ts'

export function pill(shown: Shown): HTMLElement {
  const { telling, words, whose, demo, link } = shown
  const said: Child = h('span.said', icon(telling.icon), telling.pill)
  if (isPending(shown)) {
    return h(
      'span.box.pill',
      label(),
      h('span.own', pageLink(shown)),
      telling.state === 'unreachable' && [said, retry(shown)],
    )
  }
  // Both are said: that it is nobody's comes before that it is not this applicant's.
  const name = whose?.differs ? words.labels.otherName : !demo && 'LSSC'
  const title = [words.certification, telling.record?.whenApplied, ...(whose?.lines ?? [])]
    .filter(Boolean)
    .join('\n')
  return h(
    'a.box.pill',
    { href: link, title, ...AWAY },
    label(),
    demo && h('span', words.labels.demo),
    name && h('span', name),
    said,
  )
}
