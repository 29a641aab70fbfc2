/** The whole record, as a catalog card: the order is PRODUCT.md's, the words are the telling's. */
import type { AreaLine, CheckLine, Icon } from '../shared/telling.ts'
import { type Child, h } from './dom.ts'
import { issuer } from './issuer.ts'
import * as piece from './pieces.ts'
import type { Shown } from './shown.ts'

export function card(shown: Shown): HTMLElement {
  const pending = piece.isPending(shown)
  return h(
    'div.box.card',
    piece.banner(shown),
    h('div.verdict', piece.headline(shown), piece.label()),
    piece.message(shown, piece.said(shown)),
    pending && h('p', piece.pageLink(shown)),
    piece.retry(shown),
    !pending && [who(shown), piece.dates(shown), piece.whenApplied(shown), inShort(shown), record(shown)],
  )
}

function inShort({ telling: { record, facts }, words }: Shown): Child {
  return record && h('p.soft', words.inShort(facts))
}

/** Under the verdict and the name: what opens below a row as well. */
export function record(shown: Shown): Child {
  const { telling, words } = shown
  return [
    areas(shown),
    section(words.labels.what, h('p', telling.explainer)),
    telling.checks.length > 0 && section(words.labels.checked, h('ul.checks', telling.checks.map(check))),
    telling.record && section(words.labels.notProved, h('p', words.notProved)),
    contact(shown),
    actions(shown),
    stamp(shown),
  ]
}

/** The name as its holder writes it, in isolation from the text around it, and what it does not say. */
function who(shown: Shown): Child {
  const { telling, words } = shown
  if (!telling.record) return
  const { display, order, family, former } = telling.record.credential.holder
  const aside = (text: string, name: string) => h('p.soft', `${text}: `, h('bdi', name))
  return [
    h('p.name', h('bdi', display), piece.tag(shown)),
    order === 'family-first' && family && aside(words.labels.familyName, family),
    former?.map((name) => aside(words.labels.formerName, name)),
    piece.whose(shown),
  ]
}

function section(title: string, ...content: Child[]): Child {
  return [h('p.title', title), content]
}

/** Those that the job names, those that this person chose, those that every holder has. */
function areas(shown: Shown): Child {
  const { telling, words, related } = shown
  if (!telling.record) return
  const group = ({ set, everyHolder }: AreaLine) =>
    related?.has(set) ? words.labels.named : everyHolder ? words.everyHolderAlso : words.labels.chosen
  return [
    h('p.title', words.labels.areas, piece.tag(shown)),
    related?.size === 0 && h('p.soft', words.relatesNone),
    Object.entries(Object.groupBy(telling.record.areas, group)).map(([title, lines = []]) => [
      h('p.soft', title),
      h('ul.areas', lines.map(area, shown)),
    ]),
  ]
}

function area(this: Shown, { label, how, phrases }: AreaLine): Child {
  return h(
    'li.area',
    h('b', label),
    h('span', how),
    phrases.length > 0 && h('span.soft', this.words.relates(phrases)),
  )
}

function check({ check: what, result, text }: CheckLine): Child {
  const failed: Icon =
    what === 'not-on-hold' ? 'hold' : what === 'within-dates' || what === 'not-replaced' ? 'ended' : 'out'
  const shape = result === 'passed' ? 'yes' : result === 'failed' ? failed : 'unread'
  return h(`li.${result}`, piece.icon(shape), h('span', text))
}

function contact({ words }: Shown): Child {
  const { name, phone, email, url } = issuer
  const link = (href: string, text: string) => [', ', h('a', { href, ...piece.AWAY }, text)]
  return h(
    'p.contact',
    h('b', words.labels.contact),
    ` ${name}`,
    link(`tel:${phone.replace(/[^+\d]/g, '')}`, phone),
    link(`mailto:${email}`, email),
    link(url, new URL(url).host),
  )
}

function actions({ words, link }: Shown): Child {
  return h('p.actions', h('a.do.link', { href: link, ...piece.AWAY }, words.confirmOn(issuer.short)))
}

/** The date stamp: which record, what was read when, and where to look again. */
function stamp({ number, stamp, link }: Shown): Child {
  return h(
    'p.stamp',
    [number, stamp, link].map((line) => line && h('span', line)),
  )
}
