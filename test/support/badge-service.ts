// What the badge's tests speak to instead of the service: the three answers that a badge asks for, made of real
// keys, tokens and lists; the same in a browser's test page and behind Playwright's routes.
import type { Identity } from '../../shared/compose.ts'
import type { JsonObject } from '../../shared/json.ts'
import { makeNumber } from '../../shared/number.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { standingUrl } from '../../shared/status-list.ts'
import * as mint from './mint.ts'

const { issuer, now, later } = mint

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

/** A record as the stub keeps it. */
export interface Kept {
  number: string
  url: string
  token: string
}

export interface BadgeService {
  office: mint.Office
  /** What it answers about a number. */
  answers: Map<string, JsonObject>
  /** What each list says, and when it was signed. */
  lists: Map<string, { values: Map<number, number>; signedAt: Date }>
  /** The time that it tells in its Date. */
  time: Date
  /** Issues a record and answers for it. */
  issue(symbols: string, record?: Partial<AwardRecord>, more?: Partial<Issued>): Promise<Kept>
  /** The reply to a request; null for an address that it does not have. */
  reply(url: string): Promise<Reply | null>
}

interface Issued {
  list: string
  /** What the two bits say. */
  standing: number
  validFrom: string
  signer: mint.Signer
  circumstances: JsonObject
}

export async function makeBadgeService(): Promise<BadgeService> {
  const office = await mint.makeOffice()
  const answers = new Map<string, JsonObject>()
  const lists: BadgeService['lists'] = new Map()
  let index = 1

  const listAt = (url: string) => {
    const known = lists.get(url) ?? { values: new Map<number, number>(), signedAt: now }
    lists.set(url, known)
    return known
  }
  const reply = (body: unknown): Reply => ({
    status: 200,
    headers: {
      date: service.time.toUTCString(),
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Date, Age',
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

  const service: BadgeService = {
    office,
    answers,
    lists,
    time: now,
    async issue(symbols, record = {}, more = {}) {
      const number = makeNumber(symbols)
      const list = more.list ?? mint.list
      const as: Partial<Identity> = {
        number,
        status: { list, index },
        ...(more.validFrom ? { validFrom: more.validFrom } : {}),
      }
      const claims = await mint.makeClaims(record, as)
      const signer = more.signer ?? office.active
      const token = await mint.seal(mint.headerOf(signer), claims, signer)
      listAt(list).values.set(index++, more.standing ?? mint.good)
      answers.set(number, {
        number,
        token,
        ...(more.circumstances ? { circumstances: more.circumstances } : {}),
      })
      return { number, url: `${issuer.origin}/c/${number}`, token }
    },
    async reply(address) {
      const url = new URL(address)
      if (url.origin !== issuer.origin) return null
      if (url.pathname === '/.well-known/jwks.json') return reply(office.jwks)
      if (url.pathname === '/api/v1/credentials') {
        const numbers = url.searchParams.get('numbers')?.split(',') ?? []
        return reply({
          credentials: numbers.map((number) => answers.get(number) ?? { number, state: 'not-found' }),
        })
      }
      for (const [list, { values, signedAt }] of lists) {
        if (address !== standingUrl(list)) continue
        const claims = await mint.makeStanding(values, signedAt, list)
        return reply(await mint.sealStanding(claims, office.status))
      }
      return null
    },
  }
  return service
}

/** What a page would give a badge to bring it into a state. */
export type Attributes = { credential: string } | { token: string }

/** A record in each state that a badge can come to, with real names and pathways. */
export async function makeStates(service: BadgeService): Promise<Record<string, Attributes>> {
  const { office, answers, lists } = service
  const aged = `${issuer.origin}/status/8`
  const lost = `${issuer.origin}/status/9`
  const issue = async (symbols: string, record: Partial<AwardRecord> = {}, more: Partial<Issued> = {}) =>
    service.issue(symbols, { ...graduate, ...record }, more)
  const link = async (...given: Parameters<typeof issue>) => ({ credential: (await issue(...given)).url })
  const absent = (symbols: string, state: string) => {
    const number = makeNumber(symbols)
    answers.set(number, { number, state })
    return { credential: `${issuer.origin}/c/${number}` }
  }
  const circumstances = (state: string, more: JsonObject = {}) => ({ state, since: '2026-11-03', ...more })
  const genuine = await issue('7K3M9QXDTAM')
  const altered = mint.withParts(genuine.token, { payload: { altered: true } })
  const stranger = await mint.makeClaims({}, {})

  const states = {
    valid: { credential: genuine.url },
    provisional: await link('PR0V1S10NA0', { provisionalUntil: '2027-05-01', name: names.family }),
    expired: await link('EXP1REDEXP1', { expiresOn: '2026-10-02' }),
    'not-yet-valid': await link('N0TYETVA00D', {}, { validFrom: '2026-12-01T12:00:00Z' }),
    suspended: await link(
      'SVSPENDED00',
      {},
      { standing: mint.suspended, circumstances: circumstances('suspended') },
    ),
    revoked: await link(
      'REV0KEDREV0',
      {},
      { standing: mint.revoked, circumstances: circumstances('revoked') },
    ),
    superseded: await link(
      'SVPERSEDED0',
      {},
      {
        standing: mint.superseded,
        circumstances: circumstances('superseded', { successor: genuine.url }),
      },
    ),
    'as-of': await link('AS0FAS0FAS0', {}, { list: aged }),
    'status-unavailable': await link('STATVSVNAVA', { name: names.arabic }, { list: lost }),
    'key-compromised': await link('C0MPR0M1SED', {}, { signer: office.compromised }),
    'not-found': { credential: makeNumber('N0TF0VNDN0T') },
    withheld: absent('W1THHE0DW1T', 'withheld'),
    erased: absent('ERASEDERASE', 'erased'),
    'bad-signature': { token: altered },
    malformed: { credential: 'LSSC 2014 0311' },
    'unknown-key': { token: await mint.seal(mint.headerOf(office.attacker), stranger, office.attacker) },
  }
  lists.set(aged, { values: lists.get(aged)?.values ?? new Map(), signedAt: later(-7200) })
  lists.delete(lost)
  return states
}

const names = {
  family: { display: 'Nguyễn Thị Minh Khai', given: 'Minh Khai', family: 'Nguyễn', order: 'family-first' },
  arabic: { display: 'ليلى الحداد (Layla Al-Haddad)', native: 'ليلى الحداد', order: 'given-first' },
} satisfies Record<string, AwardRecord['name']>

/** Someone whom a hiring manager could meet. */
export const graduate: AwardRecord = {
  ...mint.award,
  name: { display: 'Maria-Elena O’Dowd', given: 'Maria-Elena', family: 'O’Dowd', order: 'given-first' },
  certifiedOn: '2022-09-30',
  expiresOn: '2030-09-30',
  renewedOn: ['2026-09-14'],
  areas: [
    [
      'foundations-of-library-services',
      'course',
      'Foundations of library services',
      'ALCTS, a division of the American Library Association',
      '2021-10-15',
    ],
    ['communication-and-teamwork', 'portfolio', '', '', '2022-05-20'],
    ['technology', 'portfolio', '', '', '2022-01-11'],
    [
      'cataloging-and-classification',
      'course',
      'Fundamentals of Cataloging',
      'ALCTS, a division of the American Library Association',
      '2022-03-30',
    ],
    [
      'collection-management',
      'course',
      'Fundamentals of Collection Development',
      'ALCTS, a division of the American Library Association',
      '2021-11-12',
    ],
    [
      'access-services',
      'recognition',
      'Certificate in Library Technology',
      'Central Carolina Community College',
      '2022-08-19',
    ],
  ].map(([set, pathway, title, provider, completedOn], i) => ({
    set,
    pathway,
    statements: '2012',
    reference: `REF/${i}`,
    title: title || 'Portfolio reviewed by two experts',
    provider: provider || 'American Library Association–Allied Professional Association',
    completedOn,
  })) as AwardRecord['areas'],
}
