// A page with badges on it, in a real browser, and a service of the test's own behind `fetch`.
import { onTestFinished, vi } from 'vitest'
import type { LsscBadge } from '../../widget/badge.ts'
import type { LsscResultEvent } from '../../widget/events.ts'
import { type BadgeService, makeBadgeService } from '../support/badge-service.ts'
import { issuer } from '../support/mint.ts'

// What the build would put in. Before the badge is imported, so it is imported below.
Object.assign(globalThis, { __ISSUER__: { ...issuer, demo: false }, __KEYS__: null, __VERSION__: '0.0.0' })
const { LsscBadge: Badge } = await import('../../widget/badge.ts')
const { trust } = await import('../../widget/issuer.ts')
Badge.define()

/** One address of the service that behaves otherwise: an answer, a failure, or none. */
export type Outage = (url: string, signal: AbortSignal) => Promise<Response>

export interface Network {
  service: BadgeService
  /** Every address that was asked for, in order. */
  requests: { url: string; init: RequestInit }[]
  /** By a part of the address. */
  outages: Map<string, Outage>
}

/** One service for the tests of a file; a test that spoils it makes its own. */
export const service = await makeBadgeService()

/** Stands in for the network until the test ends; what badges remembered before is forgotten. */
export function network(own = service): Network {
  const net: Network = { service: own, requests: [], outages: new Map() }
  trust.forget()
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    net.requests.push({ url, init })
    const outage = [...net.outages].find(([part]) => url.includes(part))?.[1]
    if (outage) return outage(url, init.signal as AbortSignal)
    const reply = await net.service.reply(url)
    if (!reply) return new Response('', { status: 404 })
    return new Response(reply.body, { status: reply.status, headers: reply.headers })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    document.body.replaceChildren()
    trust.forget()
  })
  return net
}

/** Puts markup on the page, as a host would have it. */
export function put(html: string): LsscBadge {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as LsscBadge
}

/** A badge with these attributes and a link inside. */
export function putBadge(attributes: Record<string, string>): LsscBadge {
  const badge = document.createElement('lssc-badge')
  for (const [name, value] of Object.entries(attributes)) badge.setAttribute(name, value)
  badge.innerHTML = `<a href="https://lssc.example/">LSSC record</a>`
  document.body.append(badge)
  return badge
}

/** The next result of this badge. */
export function result(badge: EventTarget): Promise<LsscResultEvent> {
  return new Promise((resolve) =>
    badge.addEventListener('lssc-result', (event) => resolve(event as LsscResultEvent), { once: true }),
  )
}

/** A badge that has settled. */
export async function settled(attributes: Record<string, string>): Promise<LsscBadge> {
  const badge = putBadge({ eager: '', ...attributes })
  await result(badge)
  return badge
}

/** All that the badge itself shows, as text. */
export function textOf(badge: LsscBadge): string {
  const box = badge.shadowRoot?.querySelector<HTMLElement>('.box')
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
  return box?.innerText ?? ''
}

export function find<E extends HTMLElement>(badge: LsscBadge, selector: string): E {
  const found = badge.shadowRoot?.querySelector<E>(selector)
  if (!found) throw new Error(`no ${selector} in ${badge.shadowRoot?.innerHTML}`)
  return found
}
