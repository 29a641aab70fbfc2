/** A row for a list of applicants: who, what, whether, and the areas; the whole record opens below it. */
import { areas } from '../shared/areas.ts'
import type { AreaLine } from '../shared/telling.ts'
import { record } from './card.ts'
import { type Child, h } from './dom.ts'
import {
  AWAY,
  banner,
  dates,
  headline,
  isPending,
  label,
  message,
  pageLink,
  retry,
  said,
  whose,
} from './pieces.ts'
import type { Shown } from './shown.ts'

/** States that do say something about the record, if not about the applicant. */
const MARKS = ['valid', 'revoked', 'not-on-file', 'unknown-key']

export function row(shown: Shown): HTMLElement {
  const { telling, words } = shown
  const pending = isPending(shown)
  const differs = shown.whose?.differs === true
  const toggle: HTMLElement = h(
    'button.toggle',
    {
      type: 'button',
      'aria-controls': 'details',
      'aria-expanded': 'false',
      click: () => toggle.setAttribute('aria-expanded', `${toggle.ariaExpanded !== 'true'}`),
    },
    words.labels.details,
  )
  return h(
    'div.box.row',
    banner(shown),
    label(),
    h('p.who', pending ? pageLink(shown) : who(shown)),
    // Another person's record: that comes before what it says.
    h('div.told', differs && whose(shown), headline(shown), told(shown), !differs && whose(shown)),
    h('div.buttons', retry(shown), !pending && toggle),
    !pending &&
      h(
        'div.details',
        { id: 'details' },
        telling.state !== 'valid' && [said(shown), dates(shown)],
        record(shown),
      ),
  )
}

function who({ telling: { record, headline }, words }: Shown): Child {
  const named = headline.includes(words.certification)
  return [
    record && h('bdi.name', record.credential.holder.display),
    !named && h('span.soft', record ? '' : `${words.labels.linkFor}: `, words.certification),
  ]
}

/** In a list nobody should stand out by the length of a text: what it means in full opens below. */
function told(shown: Shown): Child {
  const { telling, words, successor } = shown
  const { state, next } = telling
  if (isPending(shown)) return message(shown, said(shown))
  const brief = h('p', inBrief(shown))
  if (state === 'valid' && !next) return [dates(shown), message(shown, brief)]
  if (state === 'valid' || state === 'expired') return [brief, message(shown, h('p', next))]
  return message(
    shown,
    h('p', MARKS.includes(state) ? '' : `${words.noMark} `, next),
    successor && h('p', h('a.link', { href: successor, ...AWAY }, words.labels.current)),
  )
}

/** In a few words: the areas that the job names and that this person chose, before those that every holder has. */
function inBrief({ telling: { record }, words, related, whose }: Shown): string {
  const lines = record?.areas ?? []
  const short = (some: AreaLine[]) => some.map(({ set }) => areas[set].short)
  const isNamed = ({ set }: AreaLine) => !whose?.differs && related?.has(set) === true
  const named = short(lines.filter(isNamed))
  const chosen = short(lines.filter((line) => !line.everyHolder && !isNamed(line)))
  return words.areasLine(named, chosen)
}
