// How a badge behaves on its page: what it tells, what it keeps, what it withstands.
import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { LsscResultEvent } from '../../widget/events.ts'
import { find, network, put, putBadge, result, service, settled, textOf } from './page.ts'

const valid = await service.issue('BADGEBADGE0')
const other = await service.issue('BADGEBADGE1')
const withdrawn = await service.issue('BADGEBADGE2', {}, { standing: 2 })

describe('the page’s own link', () => {
  test('stays until there is a verdict', async () => {
    network()
    const badge = putBadge({ credential: valid.url, eager: '' })
    expect(badge.state).toBe('checking')
    expect(badge.querySelector('a')?.checkVisibility()).toBe(true)
    await result(badge)
    expect(badge.querySelector('a')?.checkVisibility()).toBe(false)
  })

  test('stays when the service cannot be reached', async () => {
    const { outages } = network()
    outages.set('/api/', () => Promise.reject(new TypeError('refused')))
    const badge = await settled({ credential: valid.url })
    expect(badge.state).toBe('unreachable')
    expect(badge.querySelector('a')?.checkVisibility()).toBe(true)
  })

  test('is ours where the page gave none', async () => {
    const { outages } = network()
    outages.set('/api/', () => Promise.reject(new TypeError('refused')))
    const badge = put(`<lssc-badge eager credential="${valid.number}"></lssc-badge>`)
    await result(badge)
    expect(find<HTMLAnchorElement>(badge, 'slot a').href).toBe(valid.url)
  })
})

describe('nothing to check', () => {
  test('renders nothing, says nothing, asks nothing', async () => {
    const { requests } = network()
    for (const html of [
      '<lssc-badge eager></lssc-badge>',
      '<lssc-badge eager credential=" " state="valid"></lssc-badge>',
    ]) {
      const badge = put(html)
      badge.addEventListener('lssc-result', () => expect.fail('it said something'))
      expect(badge.getBoundingClientRect().height).toBe(0)
      expect(badge.state).toBeUndefined()
      expect(badge.hasAttribute('state')).toBe(false)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(requests).toEqual([])
  })
})

describe('the result event', () => {
  test('comes once for every check, bubbles, crosses shadow roots and names no person', async () => {
    network()
    const events: LsscResultEvent[] = []
    const host = document.createElement('div')
    const inner = host.attachShadow({ mode: 'open' })
    document.body.append(host)
    document.body.addEventListener('lssc-result', (event) => events.push(event as LsscResultEvent), {
      once: true,
    })
    const badge = document.createElement('lssc-badge')
    badge.setAttribute('eager', '')
    badge.credential = withdrawn.url
    badge.applicantName = 'María-José Ñandú'
    inner.append(badge)
    await result(badge)
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      state: 'revoked',
      number: withdrawn.number,
      checkedAt: expect.any(String),
    })
    expect(events[0]?.checks.at(-2)).toEqual({ check: 'not-withdrawn', result: 'failed', reason: 'revoked' })
    const own = Object.fromEntries(Object.entries(events[0] ?? {}))
    expect(JSON.stringify(own)).not.toMatch(/Ñandú|score|rank|count/)
  })

  test('comes again when another question is asked, and only for the last one', async () => {
    network()
    const badge = await settled({ credential: valid.url })
    const states: string[] = []
    badge.addEventListener('lssc-result', (event) => states.push(event.state))
    badge.credential = other.url
    badge.setAttribute('credential', withdrawn.url)
    expect(badge.state).toBe('valid')
    await result(badge)
    expect(states).toEqual(['revoked'])
    expect(badge.state).toBe('revoked')
  })
})

describe('what a page writes into it', () => {
  test('state="valid" has no effect', async () => {
    network()
    const badge = putBadge({ credential: withdrawn.url, state: 'valid', eager: '' })
    expect(badge.getAttribute('state')).toBe('checking')
    await result(badge)
    badge.setAttribute('state', 'valid')
    expect(badge.getAttribute('state')).toBe('revoked')
    badge.removeAttribute('state')
    expect(badge.getAttribute('state')).toBe('revoked')
    expect(() => Object.assign(badge, { state: 'valid' })).toThrow(TypeError)
    expect(find(badge, '.box').className).not.toContain('current')
  })

  test('a property set before the element was defined counts', async () => {
    network()
    const registry = 'lssc-badge-late'
    const early = document.createElement(registry) as HTMLElement & { credential: string }
    early.credential = valid.url
    early.setAttribute('eager', '')
    document.body.append(early)
    const Badge = customElements.get('lssc-badge') as CustomElementConstructor
    customElements.define(registry, class extends Badge {})
    await result(early)
    expect(early.getAttribute('state')).toBe('valid')
  })

  test('an unknown variant is a row', async () => {
    network()
    expect(find(await settled({ credential: valid.url, variant: 'toString' }), '.box').className).toContain(
      'row',
    )
  })

  test('a name is text, whatever it looks like', async () => {
    network()
    const display = '<img src=x onerror="globalThis.pwned = true"> \u202e“&amp;'
    const { url } = await service.issue('H0ST11EHST0', { name: { display, order: 'mononym' } })
    for (const variant of ['pill', 'row', 'card']) {
      const badge = await settled({ credential: url, variant })
      expect(badge.shadowRoot?.querySelector('img')).toBeNull()
      if (variant !== 'pill') expect(find(badge, 'bdi').textContent).toBe(display)
    }
    expect(globalThis).not.toHaveProperty('pwned')
  })

  test('its own words for a state stand in place of ours, and the headline stays', async () => {
    network()
    const badge = await settled({ credential: withdrawn.url })
    const own = document.createElement('p')
    own.slot = 'state-revoked'
    own.textContent = 'Speak to Ms. Ito first.'
    badge.append(own)
    expect(own.checkVisibility()).toBe(true)
    expect(textOf(badge)).toContain('Withdrawn')
  })
})

describe('moved, changed, tried again', () => {
  test('taken out and put back it keeps its verdict', async () => {
    const { requests } = network()
    const badge = await settled({ credential: valid.url })
    const asked = requests.length
    badge.remove()
    document.body.append(badge)
    expect(badge.state).toBe('valid')
    expect(requests).toHaveLength(asked)
  })

  test('taken out while it checks, it says nothing; put back, it checks', async () => {
    network()
    const badge = putBadge({ credential: valid.url, eager: '' })
    badge.remove()
    badge.addEventListener('lssc-result', () => expect.fail('it settled off the page'), { once: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const back = badge.cloneNode(true) as typeof badge
    document.body.append(back)
    await result(back)
    expect(back.state).toBe('valid')
  })

  test('given nothing any more it shows nothing', async () => {
    network()
    const badge = await settled({ credential: valid.url })
    badge.removeAttribute('credential')
    await Promise.resolve()
    expect(badge.state).toBeUndefined()
    expect(badge.shadowRoot?.querySelector('.box')).toBeNull()
  })

  test('“Try again” asks anew, and keeps the reader’s place', async () => {
    const { outages } = network()
    outages.set('/api/', async () => new Response('', { status: 503 }))
    const badge = await settled({ credential: valid.url })
    outages.clear()
    const again = result(badge)
    find(badge, '.retry').focus()
    await userEvent.keyboard('{Enter}')
    expect((await again).state).toBe('valid')
    expect(badge.shadowRoot?.activeElement).not.toBeNull()
  })
})

test('a row opens and closes by keyboard, and says so', async () => {
  network()
  const badge = await settled({ credential: valid.url })
  const isOpen = () => find<HTMLDetailsElement>(badge, 'details').open
  expect(isOpen()).toBe(false)
  expect(textOf(badge)).not.toContain('What was checked')
  find(badge, 'summary').focus()
  await userEvent.keyboard('{Enter}')
  expect(isOpen()).toBe(true)
  expect(textOf(badge)).toContain('What was checked')
  badge.jobAreas = 'technology'
  await badge.updateComplete
  expect(isOpen()).toBe(true)
  await userEvent.keyboard(' ')
  expect(isOpen()).toBe(false)
})

test('the ad’s own phrases stand beside the areas that they name', async () => {
  network()
  const badge = await settled({
    credential: valid.url,
    variant: 'card',
    'job-areas':
      'cataloging-and-classification (copy cataloging; RDA) youth-services supervision-and-management (lead)',
  })
  const [first, second] = [...(badge.shadowRoot?.querySelectorAll('.area') ?? [])].map(
    (one) => one.textContent,
  )
  expect(first).toMatch(/^Cataloging and Classification.+The ad says “copy cataloging”, “RDA”$/)
  expect(second).toMatch(/^Youth Services/)
  expect(textOf(badge)).not.toContain('lead')
})

describe('when they applied', () => {
  const { url } = valid

  test.for([
    ['2025-05-01', 'within-dates', 'On May 1, 2025, when they applied: within its dates.'],
    ['2025-05-01T23:59:00-04:00', 'within-dates', 'On May 1, 2025'],
    ['2021-01-31', 'not-awarded', 'On January 31, 2021, when they applied: not awarded yet.'],
  ] as const)('%s: %s', async ([day, whenApplied, words]) => {
    network()
    for (const variant of ['row', 'card']) {
      const badge = putBadge({ credential: url, variant, eager: '', 'applied-at': day })
      expect(await result(badge)).toMatchObject({ state: 'valid', whenApplied })
      expect(textOf(badge)).toContain(words)
    }
  })

  test.for(['2999-01-01', 'May 1, 2025', '2025-02-30', ''])('of %j nothing is said', async (day) => {
    network()
    const badge = putBadge({ credential: url, eager: '', 'applied-at': day })
    expect((await result(badge)).whenApplied).toBeUndefined()
    expect(textOf(badge)).not.toContain('when they applied')
  })
})

test('areas that the job names come first, and one that the person lacks is not listed', async () => {
  network()
  const badge = await settled({
    credential: valid.url,
    variant: 'card',
    'job-areas': 'youth-services collection-management nonsense technology',
  })
  const areas = [...(badge.shadowRoot?.querySelectorAll('.area b') ?? [])].map((area) => area.textContent)
  expect(areas).toEqual([
    'Technology',
    'Youth Services',
    'Access Services',
    'Cataloging and Classification',
    'Foundations of Library Services',
    'Communication and Teamwork',
  ])
  badge.jobAreas = 'nonsense'
  await badge.updateComplete
  expect(textOf(badge)).toContain('names no area')
})
