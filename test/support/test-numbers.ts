// The badge's stand-in for the service, which also answers about test numbers: by the Worker's own services, from a
// desk whose tables cannot be asked. Only HTTP between them is not the real thing; `test/site` has that.
import { isTestNumber } from '../../shared/number.ts'
import { makeKeyRing } from '../../worker/cli/key-ring.ts'
import type { Env } from '../../worker/desk.ts'
import { lookUp } from '../../worker/services/look-up.ts'
import { publishNamed } from '../../worker/services/publish.ts'
import type { BadgeService } from './badge-service.ts'
import { makeDesk, unreachable } from './desk.ts'
import { issuer, now } from './mint.ts'

/** The same service, and the test issuer beside it. */
export async function withTestNumbers(service: BadgeService): Promise<BadgeService> {
  const ring = await makeKeyRing(new Date('2020-01-01'))
  const env = { ORIGIN: issuer.origin, KEY_RING: JSON.stringify(ring), DB: unreachable } as unknown as Env
  const desk = { ...makeDesk(env, now), issuer: { ...issuer, demo: false } }

  const answered = async (url: URL): Promise<unknown> => {
    const list = /^\/status\/(test-\d)\/standing\.jwt$/.exec(url.pathname)?.[1]
    if (list) return (await publishNamed(desk, list))?.standingJwt
    if (url.pathname === '/test/jwks.json') return (await desk.testKeys()).published.jwks()
    const numbers = url.searchParams.get('numbers')?.split(',') ?? []
    const tests = await lookUp(desk, numbers.filter(isTestNumber))
    return tests.length > 0 ? { credentials: tests } : undefined
  }

  return {
    ...service,
    async reply(address) {
      const [own, tests] = [await service.reply(address), await answered(new URL(address))]
      if (tests === undefined) return own
      if (typeof tests === 'string') return { ...(await plain()), body: tests }
      const { credentials } = tests as { credentials?: { number: string }[] }
      const all = credentials && own ? JSON.parse(own.body).credentials : []
      const others = (all as { number: string }[]).filter(({ number }) => !isTestNumber(number))
      const body = credentials ? { credentials: [...credentials, ...others] } : tests
      return { ...(await plain()), body: JSON.stringify(body) }
    },
  }

  /** Status and headers of any of its replies. */
  async function plain() {
    const reply = await service.reply(`${issuer.origin}/.well-known/jwks.json`)
    if (!reply) throw new Error('the service publishes no keys')
    return reply
  }
}
