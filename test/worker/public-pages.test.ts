// The pages that are for everyone, as programs read them: heads, cards, structured data, JSON, oEmbed. What a record
// does not show, none of them tells.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { everyMeasure } from '../../shared/achievement.ts'
import { makeNumber } from '../../shared/number.ts'
import { sets } from '../../shared/programme.ts'
import { testNumber } from '../../shared/test-numbers.ts'
import { app } from '../../worker/app.ts'
import { makeDesk } from '../support/desk.ts'
import { act, ask, issueOne, revoke, textOf } from './office.ts'

const NAME = 'Darlene Whitcomb'
const desk = makeDesk(env)
const numbers: Record<string, string> = { none: makeNumber('N0B0DYHAS1T') }

async function issued(visibility: string): Promise<string> {
  const { number } = await issueOne(desk)
  await env.DB.prepare('UPDATE credential SET visibility = ?2 WHERE number = ?1')
    .bind(number, visibility)
    .run()
  return number
}

beforeAll(async () => {
  for (const visibility of ['link', 'listed', 'withheld', 'unknown', 'erased'])
    numbers[visibility] = await issued(visibility)
  numbers['listed, on hold'] = await issued('listed')
  await act(desk, numbers['listed, on hold'] as string, { act: 'suspend', reason: 'paperwork' })
  numbers.revoked = await issued('link')
  await revoke(desk, numbers.revoked as string)
})

interface Read {
  status: number
  robots: string | null
  html: string
  head: string
  data: Record<string, unknown> | null
}

/** @param real as the service of a real issuer answers */
async function read(path: string, real = false): Promise<Read> {
  const response = await app.request(
    path,
    { headers: { Accept: 'text/html' } },
    real ? { ...env, ISSUER_DEMO: 'no' } : env,
  )
  const html = await textOf(response)
  const [, block] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  return {
    status: response.status,
    robots: response.headers.get('X-Robots-Tag'),
    html,
    head: html.split('</head>')[0] ?? '',
    data: block ? JSON.parse(block) : null,
  }
}

const record = (which: string, real = false) => read(`/c/${numbers[which]}`, real)

const meta = (head: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(head)?.[1]

describe('a link to a record, pasted elsewhere', () => {
  test('is a card with whose it is and a picture that is the same for all', async () => {
    const { head } = await record('link')
    const image = `${env.ORIGIN}/achievements/lssc/share.png`
    expect(meta(head, 'og:title')).toBe(`LSSC record of ${NAME}`)
    expect(meta(head, 'og:url')).toBe(`${env.ORIGIN}/c/${numbers.link}`)
    expect(meta(head, 'og:image')).toBe(image)
    expect([meta(head, 'og:image:width'), meta(head, 'og:image:height')]).toEqual(['1200', '630'])
    expect(meta(head, 'og:image:alt')).toMatch(/LSSC/)
    expect(meta(head, 'twitter:card')).toBe('summary_large_image')
    expect(head).toContain(`<link rel="canonical" href="${env.ORIGIN}/c/${numbers.link}"/>`)
  })

  test('says nothing that could be untrue in a month: the head of a withdrawn record is that of any other', async () => {
    const [current, withdrawn] = [await record('link'), await record('revoked')]
    const plain = ({ head }: Read, which: string) => head.replaceAll(numbers[which] as string, 'NUMBER')
    expect(plain(withdrawn, 'revoked')).toBe(plain(current, 'link'))
    expect(current.head).not.toMatch(/June|20\d\d|current|withdrawn|on hold|expired|valid/i)
  })

  test('of a demonstration says so on the card, that of a real issuer does not', async () => {
    expect(meta((await record('link')).head, 'og:description')).toMatch(/^Demonstration: not a real/)
    expect(meta((await record('link', true)).head, 'og:description')).toMatch(/^Library Support Staff/)
  })

  test('names the other forms of the record, and where its card is', async () => {
    const { head } = await record('link')
    const url = `${env.ORIGIN}/c/${numbers.link}`
    for (const [type, href] of [
      ['application/json+oembed', `${env.ORIGIN}/oembed?url=${encodeURIComponent(url)}&amp;format=json`],
      ['application/vc', `${url}/credential.json`],
      ['application/vc+jwt', `${url}/credential.jwt`],
      ['application/pdf', `${url}/lssc-certificate.pdf`],
    ])
      expect(head).toContain(`<link rel="alternate" type="${type}" href="${href}"`)
  })

  test('of a test number has a card, and no forms: none are made for it', async () => {
    const { head, html } = await read(`/c/${testNumber('valid')}`)
    expect(meta(head, 'og:description')).toMatch(/^Demonstration/)
    expect(html).not.toMatch(/credential\.j|certificate\.pdf|verifierplus/)
  })
})

describe('a page that shows no record', () => {
  test.each(['withheld', 'unknown', 'erased', 'none'])('%s: its head has none of it', async (which) => {
    const { head, html, data, robots } = await record(which)
    expect(robots).toBe('noindex, nofollow, noarchive')
    expect(data).toBeNull()
    expect(head).not.toMatch(/og:|twitter:|oembed|rel="(alternate|canonical)"|name="description"/)
    expect(meta(head, 'robots')).toBe('noindex')
    expect(html).not.toMatch(
      /Darlene|Whitcomb|State Library|verifierplus|credential\.j|certificate\.pdf|class="on-paper"/i,
    )
  })

  test('“as if unknown” is to the letter what a number has that nobody has', async () => {
    const [hidden, none] = [await record('unknown'), await record('none')]
    expect(hidden.html.replaceAll(numbers.unknown as string, '')).toBe(
      none.html.replaceAll(numbers.none as string, ''),
    )
    expect(hidden.status).toBe(404)
  })

  test('a removed one is a plain page, and gone', async () => {
    const { status, html } = await record('erased')
    expect(status).toBe(410)
    expect(html).toContain('This record was removed at its holder’s request')
  })
})

describe('search engines', () => {
  test.each(['link', 'listed, on hold', 'revoked'])('are told to leave it: %s', async (which) => {
    const { robots, head } = await record(which)
    expect([robots, meta(head, 'robots')]).toEqual(['noindex, nofollow, noarchive', 'noindex'])
  })

  test('may find it where its holder chose so, while it is in force', async () => {
    const { robots, head } = await record('listed')
    expect([robots, meta(head, 'robots')]).toEqual(['all', undefined])
  })

  test('get the name as data only where its holder chose so, of a real certification in force', async () => {
    const person = { '@type': 'Person', name: NAME }
    expect((await record('listed', true)).data).toMatchObject({ '@type': 'ProfilePage', mainEntity: person })
    for (const [which, real] of [
      ['link', true],
      ['listed, on hold', true],
      ['revoked', true],
      ['listed', false],
    ] as const) {
      const { data } = await record(which, real)
      expect(data).toMatchObject({ '@type': 'WebPage', about: { name: expect.stringContaining('LSSC') } })
      expect(JSON.stringify(data)).not.toMatch(/Darlene|Person|20\d\d-/)
    }
  })

  test('a name cannot end the block of data', async () => {
    const display = '</script><script>alert(1)</script>'
    const { number } = await issueOne(desk, { name: { display, order: 'mononym' } })
    await env.DB.prepare("UPDATE credential SET visibility = 'listed' WHERE number = ?1").bind(number).run()
    const { data, html } = await read(`/c/${number}`, true)
    expect(data).toMatchObject({ mainEntity: { name: display } })
    expect(html).not.toContain('<script>alert')
  })

  test('are shown every page that is meant for them, each of which says so, and no record', async () => {
    const sitemap = await textOf(await ask('/sitemap.xml'))
    const pages = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url as string))
    expect(pages).toHaveLength(17)
    for (const { origin, pathname } of pages) {
      expect(origin).toBe(env.ORIGIN)
      expect(pathname).not.toMatch(/^\/(c|s|my|staff|help)\b/)
      if (!pathname.startsWith('/docs'))
        expect(await read(pathname)).toMatchObject({ status: 200, robots: 'all' })
    }
    expect(await textOf(await ask('/robots.txt'))).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${env.ORIGIN}/sitemap.xml\n`,
    )
  })
})

describe('the certification, for programs', () => {
  const json = async (path: string, accept?: string) =>
    (await ask(path, accept ? { headers: { Accept: accept } } : {})).json<Record<string, unknown>>()

  test('is at its id what every credential carries of it', async () => {
    const whole = await json('/achievements/lssc', 'application/ld+json, application/json')
    const { token } = await issueOne(desk)
    const payload = JSON.parse(
      atob((token.split('.')[1] as string).replaceAll('-', '+').replaceAll('_', '/')),
    )
    const { resultDescription, ...part } = payload.credentialSubject.achievement
    expect(whole).toMatchObject(part)
    expect(whole.resultDescription).toEqual(expect.arrayContaining(resultDescription))
    expect(whole.resultDescription).toHaveLength(everyMeasure.length)
    expect(await json('/achievements/lssc.json')).toEqual(whole)
  })

  test('is a page for a browser, and for whoever does not say', async () => {
    for (const accept of [
      'text/html,application/xhtml+xml,*/*;q=0.8',
      '*/*',
      'application/json;q=0.5, text/html',
    ])
      expect(await textOf(await ask('/achievements/lssc', { headers: { Accept: accept } }))).toMatch(
        /^<!doctype/,
      )
  })

  test.each(Object.keys(sets))('%s is a term of its own, the same on the page and alone', async (set) => {
    const path = `/achievements/lssc/sets/${set}`
    const { data } = await read(path)
    expect(data).toMatchObject({ '@type': 'DefinedTerm', '@id': env.ORIGIN + path, termCode: set })
    expect(await json(path, 'application/ld+json')).toEqual(data)
    expect(await json(`${path}/area.json`)).toEqual(data)
  })
})

describe('oEmbed', () => {
  const embed = (url: string, more = '') => ask(`/oembed?url=${encodeURIComponent(url)}${more}`)
  const own = () => `${env.ORIGIN}/c/${numbers.link}`

  test('answers with a link whose card has no status', async () => {
    for (const which of ['link', 'revoked']) {
      const answer = await (await embed(`${env.ORIGIN}/c/${numbers[which]}`)).json()
      expect(answer).toEqual({
        version: '1.0',
        type: 'link',
        title: `LSSC record of ${NAME} (Demonstration: not a real certification)`,
        author_name: env.ISSUER_NAME,
        author_url: env.ISSUER_URL,
        provider_name: 'LSSC Badge',
        provider_url: `${env.ORIGIN}/`,
        cache_age: 3600,
        thumbnail_url: `${env.ORIGIN}/achievements/lssc/share.png`,
        thumbnail_width: 1200,
        thumbnail_height: 630,
      })
    }
  })

  test.each(['&maxwidth=600', '&maxheight=400', '&maxwidth=x'])(
    '%s: no picture that is larger',
    async (more) => {
      const answer = await (await embed(own(), more)).json<object>()
      expect(Object.keys(answer).filter((key) => key.startsWith('thumbnail'))).toEqual([])
    },
  )

  test('takes a code as people type it', async () => {
    expect((await embed(`${env.ORIGIN}/c/${numbers.link?.toLowerCase()}/`)).status).toBe(200)
  })

  test('tells nothing of a record that shows nothing', async () => {
    for (const [which, status] of [
      ['withheld', 401],
      ['unknown', 404],
      ['erased', 404],
      ['none', 404],
    ] as const) {
      const response = await embed(`${env.ORIGIN}/c/${numbers[which]}`)
      expect([which, response.status]).toEqual([which, status])
      expect(await textOf(response)).not.toContain('Darlene')
    }
  })

  test.each([
    (url: string) => url.replace(env.ORIGIN, 'https://evil.example'),
    (url: string) => url.replace(env.ORIGIN, `${env.ORIGIN}.evil.example`),
    (url: string) => url.replace('://', '://user:pw@evil.example#'),
    (url: string) => `${url}/credential.json`,
    (url: string) => url.replace('/c/', '/staff/records/'),
    () => 'nothing',
    () => `${env.ORIGIN}/c/%E0%A4%A`,
  ])('answers for no other address (%#)', async (other) => {
    expect((await embed(other(own()))).status).toBe(404)
  })
})
