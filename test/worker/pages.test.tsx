// The pages, drawn from tellings: what they must never claim, and what each state must say.
import type { HtmlEscapedString } from 'hono/utils/html'
import { describe, expect, test } from 'vitest'
import { relatedAreas } from '../../shared/job.ts'
import { readChoice } from '../../shared/playground.ts'
import { type SetId, sets } from '../../shared/programme.ts'
import { ruleVersions } from '../../shared/rules.ts'
import { type State, states } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { JobAdPage } from '../../worker/docs/job-ad.tsx'
import { DocsPage } from '../../worker/docs/page.tsx'
import { StatesPage } from '../../worker/docs/states.tsx'
import { AchievementPage } from '../../worker/pages/achievement.tsx'
import { AreaPage } from '../../worker/pages/area.tsx'
import { areaNotes } from '../../worker/pages/area-notes.ts'
import { CredentialPage } from '../../worker/pages/credential.tsx'
import { DemoBoardPage } from '../../worker/pages/demo-board.tsx'
import { HomePage } from '../../worker/pages/home.tsx'
import { ProblemPage } from '../../worker/pages/problem.tsx'
import { VerifyPage } from '../../worker/pages/verify.tsx'
import { issuer, number } from '../support/mint.ts'
import { makeCredential, makeVerdict, tellEnglish, withRecord } from '../support/tellings.ts'

const url = `${issuer.origin}/c/${number}`
const credential = await makeCredential()
const claimed = [credential.holder.display, 'Cataloging and Classification', 'June 15, 2027', 'Course 0']

async function drawn(page: HtmlEscapedString | Promise<HtmlEscapedString> | unknown): Promise<string> {
  return String(await page)
}

/** Both pages that show a record: its own, and the result of a paste. */
async function recordPages(state: State, of = credential): Promise<string[]> {
  const verdict = makeVerdict(state, of)
  const telling = tellEnglish(verdict, { lookedUp: number })
  return Promise.all([
    drawn(<CredentialPage telling={telling} verdict={verdict} issuer={issuer} number={number} url={url} />),
    drawn(<VerifyPage issuer={issuer} result={{ telling, verdict }} />),
  ])
}

const release = {
  version: '0.1.0',
  url: `${issuer.origin}/widget/0.1.0/lssc-badge.js`,
  integrity: 'sha384-x',
}
const ad = 'Copy cataloging & <b>"story time"</b>'

async function everyPage(): Promise<[name: string, html: string][]> {
  const perState = states.map(async (state): Promise<[string, string][]> => {
    const [own = '', pasted = ''] = await recordPages(state)
    return [
      [`record, ${state}`, own],
      [`paste, ${state}`, pasted],
    ]
  })
  return [
    ...(await Promise.all(perState)).flat(),
    ['home', await drawn(<HomePage issuer={issuer} />)],
    ['verify', await drawn(<VerifyPage issuer={issuer} />)],
    ['achievement', await drawn(<AchievementPage issuer={issuer} rules={ruleVersions[0]} />)],
    ['area', await drawn(<AreaPage issuer={issuer} set="technology" />)],
    ['problem', await drawn(<ProblemPage issuer={issuer} status={503} title="Away" />)],
    ['docs', await drawn(<DocsPage issuer={issuer} release={release} choice={readChoice(() => null)} />)],
    ['docs, states', await drawn(<StatesPage issuer={issuer} />)],
    ['docs, an ad', await drawn(<JobAdPage issuer={issuer} read={{ ad, related: relatedAreas(ad) }} />)],
    [
      'demo',
      await drawn(
        <DemoBoardPage applicants={[{ name: 'A', note: 'B', appliedOn: '2026-09-08', credential: url }]} />,
      ),
    ],
  ]
}

const pages = await everyPage()
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

describe('every page', () => {
  test.each(pages)('%s has no style attribute, no inline script, no handler', (_, html) => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
    const run = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '') // data, which no browser runs
    expect([...run.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].every(([, body]) => body === '')).toBe(true)
    expect(html).not.toMatch(/javascript:/)
  })

  test.each(pages)('%s has one h1, and headings that skip no level', (_, html) => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1)
  })

  test.each(pages)('%s gives no id twice', (_, html) => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(pages.filter(([name]) => name !== 'demo'))(
    '%s says whose it is, and that it is a demo',
    (_, html) => {
      for (const fact of [issuer.name, issuer.phone, issuer.email, issuer.url, en.demo])
        expect(html).toContain(fact)
      expect(html.indexOf(en.demo)).toBeLessThan(html.indexOf('<main'))
    },
  )
})

describe.each(states)('a record that is %s', async (state) => {
  const telling = tellEnglish(makeVerdict(state, credential), { lookedUp: number })
  const both = await recordPages(state)

  test('leads with its verdict, and says what it means and what to do', () => {
    for (const html of both) {
      expect(text(html.match(/<h1.*?<\/h1>/s)?.[0] ?? '').trim()).toBe(telling.headline)
      for (const sentence of [telling.body ?? '', telling.next ?? ''])
        expect(text(html)).toContain(text(sentence))
    }
  })

  test('is green only when it is valid', () => {
    for (const html of both) expect(/class="[^"]*\bcurrent\b/.test(html)).toBe(state === 'valid')
  })

  test('claims facts only when its signature held and it is on file', () => {
    for (const html of both) {
      for (const fact of claimed) expect(text(html).includes(fact), fact).toBe(withRecord.includes(state))
      expect(html.includes(en.notThisPerson)).toBe(withRecord.includes(state))
    }
  })

  test('never calls a check passed that was not', () => {
    const shown = [...both[0]!.matchAll(/<li class="(passed|failed|not-checked)">.*?aria-label="([^"]*)"/gs)]
    expect(shown.map(([, result]) => result)).toEqual(telling.checks.map(({ result }) => result))
    for (const [, result, label] of shown) expect(label === 'Passed:').toBe(result === 'passed')
  })

  test('tells other sites nothing about its state', () => {
    const head = both[0]!.split('</head>')[0]!
    for (const words of [telling.headline, telling.pill]) expect(head).not.toContain(words)
    expect(head).toContain('<meta name="robots" content="noindex"/>')
  })
})

test.each(withRecord)('a picture of the middle of a record that is %s shows how it stands', async (state) => {
  const { pill } = tellEnglish(makeVerdict(state, credential))
  for (const html of await recordPages(state)) {
    const middle = html.slice(html.indexOf('class="name"'), html.indexOf('class="stamp"'))
    expect(middle.split(`> LSSC: ${pill}<`)).toHaveLength(state === 'valid' ? 1 : 3)
    expect(text(middle).includes('current to')).toBe(state === 'valid')
    expect(middle.indexOf(en.notThisPerson)).toBeLessThan(middle.indexOf('class="dates"'))
  }
})

describe('what can be done', () => {
  const actions = async (state: State) =>
    [...(await recordPages(state))[0]!.matchAll(/<a class="button[^"]*" href="([^"]*)">([^<]*)</g)].map((m) =>
      m.slice(1),
    )

  test('a replaced record opens the newer one', async () => {
    const successor = `${issuer.origin}/c/7K3M-9QXD-4T29`
    const verdict = makeVerdict('superseded', credential, {
      circumstances: { state: 'superseded', successor },
    })
    const html = await drawn(
      <CredentialPage
        telling={tellEnglish(verdict)}
        verdict={verdict}
        issuer={issuer}
        number={number}
        url={url}
      />,
    )
    expect(html).toContain(`href="${successor}">${en.labels.current}<`)
  })

  test('what could not be read can be tried again; what was withdrawn is confirmed with the issuer', async () => {
    expect(await actions('status-unavailable')).toEqual([
      [url, en.labels.tryAgain],
      [issuer.url, en.confirmOn(issuer.short)],
    ])
    expect((await actions('revoked'))[0]).toEqual([issuer.url, en.confirmOn(issuer.short)])
  })

  test.each(['not-found', 'malformed'] as const)('%s offers the code again, to be mended', async (state) => {
    expect((await recordPages(state))[0]).toContain(`value="${number}"`)
  })
})

describe('names', () => {
  const page = async (name: Parameters<typeof makeCredential>[0] & object) =>
    (await recordPages('valid', await makeCredential(name)))[0]!

  test('stand in isolation, in both their forms, with the family name said', async () => {
    const html = await page({
      name: { display: '李娜 (Li Na)', native: '李娜', given: 'Na', family: 'Li', order: 'family-first' },
    })
    expect(html).toContain('<bdi>李娜</bdi>')
    expect(html).toContain('<bdi>Li Na</bdi>')
    expect(html).toContain('Family name: <bdi>Li</bdi>')
  })

  test.each(['Suharti', 'Björk Heiðar Guðmundsdóttir', 'Oluwafunmilayo Adébáyọ̀', 'Null'])(
    '%s is kept exactly',
    async (display) => {
      expect(await page({ name: { display, order: 'mononym' } })).toContain(`<bdi>${display}</bdi>`)
    },
  )

  test('that look like markup are text', async () => {
    const display = `<img src=x onerror="alert(1)">'&\u202E`
    const html = await page({ name: { display, order: 'given-first' } })
    expect(html).not.toContain('<img')
    expect(html).toContain('<bdi>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;\u202E</bdi>')
  })

  test('of former times are shown only when the record carries them', async () => {
    expect(await page({})).toContain('Earlier name: <bdi>M. J. Old</bdi>')
    expect(await page({ name: { display: 'A B', order: 'given-first' } })).not.toContain('Earlier name')
  })
})

test('an address that is not https is not made a link', async () => {
  const unsafe = structuredClone(credential)
  unsafe.areas[0]!.products = [{ title: 'A trap', url: 'javascript:alert(1)' }]
  const html = (await recordPages('valid', unsafe))[0]!
  expect(html).toContain('A trap')
  expect(html).not.toContain('javascript:')
})

test('areas stand in the order: named in the ad, chosen, held by everyone; each with how and when', async () => {
  const verdict = makeVerdict('valid', credential)
  const telling = tellEnglish(verdict, { related: [{ set: 'youth-services', phrases: ['story <time>'] }] })
  const html = await drawn(
    <CredentialPage telling={telling} verdict={verdict} issuer={issuer} number={number} url={url} />,
  )
  const order = [...html.matchAll(/class="area" href="\/achievements\/lssc\/sets\/([^#"]*)#2012"/g)].map(
    (m) => m[1],
  )
  expect(order[0]).toBe('youth-services')
  expect(order.slice(-3).every((set) => sets[set as SetId].kind === 'required')).toBe(true)
  expect(order).toHaveLength(credential.areas.length)
  expect(html).toContain('story &lt;time&gt;')
})

test('an applicant without a link has nothing rendered', async () => {
  const html = await drawn(<DemoBoardPage applicants={[{ name: 'A', note: 'B', appliedOn: '2026-09-08' }]} />)
  expect(html).not.toContain('<lssc-badge')
})

test('every area has its duties and its three topics, without a level and without a count', () => {
  for (const set of Object.keys(sets) as SetId[]) {
    const { duties, topics } = areaNotes[set]
    expect(duties.length, set).toBeGreaterThanOrEqual(4)
    expect(topics).toHaveLength(3)
  }
  expect(JSON.stringify(areaNotes)).not.toMatch(
    /\b(qualified|meets|requires|level|score|paraprofessional)\b/i,
  )
})
