/** What pill, row and card have in common. */

import { emblem, icons } from '../shared/drawings.ts'
import type { Icon } from '../shared/telling.ts'
import { type Child, drawing, h } from './dom.ts'
import type { Shown } from './shown.ts'

const RETRY = ['unreachable', 'status-unavailable', 'as-of']

export const AWAY = { target: '_blank', rel: 'noopener', referrerpolicy: 'no-referrer' }

export function icon(name: Icon): Child {
  return drawing('icon', icons[name])
}

export function label(): Child {
  return drawing('emblem', emblem.path, { viewBox: emblem.viewBox, 'stroke-width': emblem.strokeWidth })
}

/** Nothing but the page's own link is known yet: it stays until there is a verdict. */
export function isPending({ telling: { state } }: Shown): boolean {
  return state === 'checking' || state === 'unreachable'
}

/** The page's own link; where it gave none, ours. */
export function pageLink({ words, link }: Shown): Child {
  return h('slot', h('a', { href: link, ...AWAY }, words.labels.openRecord))
}

export function banner({ demo, words }: Shown): Child {
  return demo && h('p.banner', words.demo)
}

export function headline({ telling }: Shown): Child {
  return h('p.headline', icon(telling.icon), h('span', telling.headline))
}

/** A word of the state, to stand wherever a screenshot could be cut; not heard again. Where all is well: nothing. */
export function tag({ telling: { state, icon: name, pill } }: Shown): Child {
  return state !== 'valid' && h('span.tag', { 'aria-hidden': 'true' }, icon(name), `LSSC: ${pill}`)
}

/** What the state means and what to do. */
export function said({ telling: { body, next }, words, successor }: Shown): Child {
  return [
    body && h('p.soft', body),
    next && h('p', next),
    successor && h('p', h('a.link', { href: successor, ...AWAY }, words.labels.current)),
  ]
}

/** A page may say it in its own words. */
export function message({ telling: { state } }: Shown, ...lines: Child[]): Child {
  return h('div.message', h('slot', { name: `state-${state}` }, lines))
}

export function retry({ telling, words, retry }: Shown): Child {
  return (
    RETRY.includes(telling.state) &&
    h('button.do.retry', { type: 'button', click: retry }, words.labels.tryAgain)
  )
}

export function whose({ telling, words, whose }: Shown): Child {
  const { differs, lines } = whose ?? { differs: false, lines: [words.notThisPerson] }
  return telling.record && lines.map((line) => h(differs ? 'p.whose.differs' : 'p.whose', line))
}

/** How it stood on the day of the application. */
export function whenApplied({ telling: { record } }: Shown): Child {
  return record?.whenApplied && h('p.applied', record.whenApplied)
}

/** Outside `valid` they are what the record says, not what holds. */
export function dates({ telling: { record } }: Shown): Child {
  return record && h('p.dates', record.dates)
}
