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
  whenApplied,
  whose,
} from './pieces.ts'
import type { Shown } from './shown.ts'

export function row(shown: Shown): HTMLElement {
  const { telling, words } = shown
  const pending = isPending(shown)
  const differs = shown.whose?.differs === true
  return h(
    'div.box.row',
    banner(shown),
    h('p.who', label(), pending ? pageLink(shown) : who(shown)),
    // Another person's record: that comes before what it says.
    differs && whose(shown),
    headline(shown),
    whenApplied(shown),
    told(shown),
    !differs && whose(shown),
    retry(shown),
    !pending &&
      h(
        'details.details',
        h('summary.toggle', words.labels.details),
        BRIEF.includes(telling.state) && said(shown),
        telling.state !== 'valid' && dates(shown),
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

/** States whose row is brief: what else there is to say opens below. */
const BRIEF = ['valid', 'expired', 'as-of', 'status-unavailable']

function told(shown: Shown): Child {
  const { telling, words, successor } = shown
  const { state, next } = telling
  const meant = message(shown, BRIEF.includes(state) ? next && h('p', next) : said(shown))
  if (state === 'valid' || state === 'expired') {
    return [state === 'valid' && dates(shown), h('p', inBrief(shown)), meant]
  }
  return [meant, successor && h('p', h('a.link', { href: successor, ...AWAY }, words.labels.current))]
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
