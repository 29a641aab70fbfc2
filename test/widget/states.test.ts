// Every state that a badge can come to, as the credential, the list and the network dictate it.
import { describe, expect, test } from 'vitest'
import { makeStates } from '../support/badge-service.ts'
import { later, revoked } from '../support/mint.ts'
import { find, network, service, settled, textOf } from './page.ts'

const states = Object.entries(await makeStates(service))

describe('a badge settles on the state that the record is in', () => {
  for (const [name, attributes] of states) {
    const expected = name === 'provisional' ? 'valid' : name
    test(name, async () => {
      network()
      const badge = await settled(attributes)
      expect(badge.state).toBe(expected)
      expect(badge.getAttribute('state')).toBe(expected)
      expect(badge.matches(`:state(${expected})`)).toBe(true)
    })
  }
})

describe('green is for what is in force, and for nothing else', () => {
  for (const [name, attributes] of states) {
    const green = name === 'valid' || name === 'provisional'
    test(`${name} is ${green ? '' : 'not '}green`, async () => {
      network()
      for (const variant of ['pill', 'row', 'card']) {
        const badge = await settled({ ...attributes, variant })
        expect(find(badge, '.box').classList.contains('current')).toBe(green)
      }
    })
  }
})

test('nothing that a badly signed copy claims is shown', async () => {
  network()
  for (const variant of ['pill', 'row', 'card']) {
    for (const name of ['bad-signature', 'unknown-key', 'key-compromised']) {
      const badge = await settled({ ...states.find(([key]) => key === name)?.[1], variant })
      expect(badge.shadowRoot?.textContent).not.toContain('Ñandú')
      expect(badge.shadowRoot?.textContent).not.toContain('O’Dowd')
      expect(badge.shadowRoot?.textContent).not.toContain('2030')
    }
  }
})

test('an expired copy whose list cannot be read says so, and not that it was not renewed', async () => {
  const { outages } = network()
  const { url } = await service.issue('EXP1REDCC11', { expiresOn: '2026-10-02' })
  outages.set('standing.jwt', async () => new Response('', { status: 500 }))
  const badge = await settled({ credential: url, variant: 'card' })
  expect(badge.state).toBe('status-unavailable')
  expect(textOf(badge)).toContain('we couldn’t see whether it was renewed')
  expect(textOf(badge)).toContain('On the record')
})

test('a list signed an hour ago is never green', async () => {
  network()
  const { url } = await service.issue('0AGED0AGED0', {}, { list: 'https://lssc.example/status/31' })
  const list = service.lists.get('https://lssc.example/status/31')
  if (list) list.signedAt = later(-3600)
  const badge = await settled({ credential: url })
  expect(badge.state).toBe('as-of')
})

test('a genuine credential that is not the one asked for is no answer', async () => {
  network()
  const [one, other] = [await service.issue('0NE0NE0NE00'), await service.issue('0THER0THER0')]
  service.answers.set(one.number, { number: one.number, token: other.token })
  const badge = await settled({ credential: one.url })
  expect(badge.state).toBe('unreachable')
})

test('the service’s word alone is no verdict: since when and why are told only where the signed bits agree', async () => {
  network()
  const circumstances = { state: 'revoked', since: '2026-11-03', reason: 'A made-up reason' }
  const { url } = await service.issue('W0RDA10NE00', {}, { circumstances })
  const badge = await settled({ credential: url, variant: 'card' })
  expect(badge.state).toBe('valid')
  expect(textOf(badge)).not.toContain('made-up')
})

test('a token is checked without asking about its number, unless it is out of force', async () => {
  const { requests } = network()
  const { token } = await service.issue('T0KENT0KEN0')
  const more = { standing: revoked, circumstances: { state: 'revoked', since: '2026-11-03' } }
  const gone = await service.issue('T0KENT0KEN1', {}, more)
  expect((await settled({ token })).state).toBe('valid')
  expect(requests.filter(({ url }) => url.includes('/api/'))).toEqual([])
  expect(textOf(await settled({ token: gone.token, variant: 'card' }))).toContain(
    'Withdrawn on November 3, 2026',
  )
})

test('a link to another site is refused, and never followed', async () => {
  const { requests } = network()
  const badge = await settled({ credential: 'https://attacker.example/c/7K3M-9QXD-TAMY' })
  expect(badge.state).toBe('malformed')
  expect(requests).toEqual([])
})

test('every state has a short label, and says what to do', async () => {
  network()
  for (const [, attributes] of states) {
    const pill = await settled({ ...attributes, variant: 'pill' })
    expect(textOf(pill).length).toBeLessThan(40)
    const card = await settled({ ...attributes, variant: 'card' })
    expect(textOf(card)).toContain('LSSC')
    expect(textOf(card)).toContain('Confirm on Example APA’s site')
  }
})

test('no number counts or ranks anyone', async () => {
  network()
  for (const [, attributes] of states) {
    const card = await settled({ ...attributes, variant: 'card', 'job-areas': 'technology youth-services' })
    expect(textOf(card)).not.toMatch(/\d+ (of|out of|\/) \d+|%|score|rank|\bqualified\b/i)
  }
})
