/** A row for a list of applicants: who, what, whether, and the areas; the whole record opens below it. */
import { areas } from '../shared/areas.ts'
import { record } from './card.ts'
import { type Child, h } from './dom.ts'
import {
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
  return h(
    'div.box.row',
    banner(shown),
    h('p.who', label(), pending ? pageLink(shown) : who(shown)),
    headline(shown),
    whose(shown),
    whenApplied(shown),
    told(shown),
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
  const { state, next } = shown.telling
  const meant = message(shown, BRIEF.includes(state) ? next && h('p', next) : said(shown))
  if (state !== 'valid' && state !== 'expired') return meant
  return [state === 'valid' && dates(shown), h('p', inBrief(shown)), meant]
}

/** In a few words: what was done for it, with the areas that relate to the job first. */
function inBrief({ telling: { record, facts }, words, related, whose }: Shown): string {
  const short = (isRelated: boolean) =>
    (record?.areas ?? [])
      .filter(({ set }) => isRelated === (!whose?.differs && related?.has(set) === true))
      .map(({ set }) => areas[set].short)
  return words.areasLine(facts, short(true), short(false))
}
