// What a page full of badges asks of the service, and what it does not ask of anyone.
import { describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { network, putBadge, result, service, settled } from './page.ts'

const valid = await service.issue('REQVESTREQ0')
const other = await service.issue('REQVESTREQ1')

describe('the service is asked', () => {
  test('at most three times for a hundred badges, and nobody else is', async () => {
    const { requests } = network()
    const numbers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => service.issue(`HVNDRED${String(1000 + i)}`)),
    )
    const badges = numbers.map(({ url }) => putBadge({ credential: url }))
    await Promise.all(badges.map(result))
    expect(new Set(badges.map(({ state }) => state))).toEqual(new Set(['valid']))
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual(Array(3).fill('https://lssc.example'))
    expect(new Set(requests.map(({ url }) => new URL(url).pathname))).toEqual(
      new Set(['/api/v1/credentials', '/.well-known/jwks.json', '/status/7/standing.jwt']),
    )
  })

  test('a hundred numbers at a time', async () => {
    const { requests } = network()
    const badges = Array.from({ length: 101 }, (_, i) =>
      putBadge({ credential: makeNumber(`M0RETHAN${String(100 + i)}`), variant: 'pill' }),
    )
    await Promise.all(badges.map(result))
    const asked = requests.filter(({ url }) => url.includes('numbers='))
    expect(asked.map(({ url }) => url.split(',').length)).toEqual([100, 1])
  })

  test('without cookies, referrer or headers', async () => {
    const { requests } = network()
    await settled({
      credential: valid.url,
      'applicant-name': 'Somebody',
      'applicant-email': 'some@body.example',
    })
    for (const { url, init } of requests) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' })
      expect(init).not.toHaveProperty('headers')
      expect(url).not.toMatch(/some/i)
    }
  })

  test('only once one of the page’s badges comes near the screen; then for all of them', async () => {
    const { requests } = network()
    document.body.style.paddingBlockStart = '5000px'
    const [far, further] = [putBadge({ credential: valid.url }), putBadge({ credential: other.url })]
    further.style.marginBlockStart = '5000px'
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(requests).toEqual([])
    far.scrollIntoView()
    await Promise.all([result(far), result(further)])
    document.body.style.paddingBlockStart = ''
    expect(requests).toHaveLength(3)
  })
})
