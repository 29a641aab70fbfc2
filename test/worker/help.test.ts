// Asking something of the office: what is taken, what is refused, and that nothing is given away.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { fieldsOf, type RequestKind, requestKinds } from '../../worker/request-kinds.ts'
import { askOffice, MOST_A_DAY } from '../../worker/services/ask-office.ts'
import { readRequest } from '../../worker/services/read-request.ts'
import { makeDesk } from '../support/desk.ts'
import { asked, hoursTyped } from '../support/requests.ts'
import { ask, issueOne, textOf } from './office.ts'

const typed: Record<RequestKind, Record<string, string>> = { ...asked, hours: hoursTyped(28, 4) }
const kinds = Object.keys(requestKinds) as RequestKind[]

let number = ''
beforeAll(async () => {
  ;({ number } = await issueOne(makeDesk(env)))
})

/** Sends the form of a kind as a browser does. */
function send(kind: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return ask(`/help/${kind}`, {
    method: 'POST',
    headers: { Accept: 'text/html', Origin: 'null', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: new URLSearchParams(fields),
  })
}

const kept = async () =>
  (await env.DB.prepare('SELECT id, kind, body, contact, number FROM request ORDER BY rowid').all())
    .results as {
    id: string
    kind: string
    body: string
    contact: string
    number: string | null
  }[]

const newest = async () => (await kept()).at(-1)

describe.each(kinds)('%s', (kind) => {
  test('asks for what it needs and for nothing else', async () => {
    const page = await textOf(await ask(`/help/${kind}`, { headers: { Accept: 'text/html' } }))
    for (const { name } of fieldsOf(kind)) expect(page).toContain(`name="${name}"`)
    expect(page).not.toContain('type="password"')
    expect(page).not.toContain('<script')
  })

  test('is kept, and answered with its reference', async () => {
    const response = await send(kind, typed[kind])
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([200, null])
    const request = await newest()
    expect(await textOf(response)).toContain(request?.id)
    expect(request).toMatchObject({ kind, contact: typed[kind].reach ?? '' })
    expect(request?.id).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      fields: Object.fromEntries(
        fieldsOf(kind).flatMap(({ name }) => (typed[kind][name] ? [[name, typed[kind][name]]] : [])),
      ),
    })
  })

  test('says what is missing, field by field, and keeps what was typed', async () => {
    const before = await kept()
    const response = await send(kind, { phone: '202 555 0199', what: 'typed before' })
    expect(response.status).toBe(422)
    const page = await textOf(response)
    expect(page).toContain('Nothing was sent yet')
    expect(page).toContain(kind === 'misuse' ? 'typed before' : '202 555 0199')
    for (const { name, needed } of fieldsOf(kind)) {
      if (needed && name !== 'what') expect(page).toContain(`href="#f-${name}"`)
    }
    expect(await kept()).toEqual(before)
  })

  test('answers alike whether the code, the name and the address are on file or not', async () => {
    const known = { ...typed[kind], code: number, who: 'Darlene Whitcomb', reach: 'darlene@example.org' }
    const strange = {
      ...typed[kind],
      code: makeNumber('N0B0DYHAS1T'),
      who: 'Nemo Nobody',
      reach: 'nemo@nowhere.example',
    }
    const answers = await Promise.all(
      [known, strange, { ...strange, code: 'LSSC-1999-9999' }].map(async (fields) => {
        const response = await send(kind, fields)
        const text = await textOf(response)
        return JSON.stringify([response.status, [...response.headers], text]).replace(
          /[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/g,
          'REFERENCE',
        )
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('REFERENCE')
  })
})

describe('the code of a record', () => {
  test.each([
    ['small, with spaces', () => number.toLowerCase().replaceAll('-', ' '), () => number],
    ['as a link', () => `${env.ORIGIN}/c/${number}`, () => number],
  ] as const)('%s: is kept as printed', async (_, code, as) => {
    await send('misuse', { ...asked.misuse, code: code(), what: crypto.randomUUID() })
    expect(await newest()).toMatchObject({ number: as() })
  })

  test('an old office number is kept as one', async () => {
    await send('misuse', { ...asked.misuse, code: 'lssc–2012–OOO1', what: 'office number' })
    const request = await newest()
    expect(request?.number).toBeNull()
    expect(JSON.parse(request?.body ?? '').fields.code).toBe('LSSC-2012-0001')
  })
})

describe('hostile input', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'--; DROP TABLE request;'

  test('comes back as text and nothing else', async () => {
    const page = await textOf(await send('correction', { who: hostile, wrong: hostile, code: hostile }))
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x')
    const prefilled = await textOf(
      await ask(`/help/misuse?code=${encodeURIComponent('"><script>1</script>')}`),
    )
    expect(prefilled).not.toContain('<script')
  })

  test.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\nBcc: c@d.example',
    'a@b.example%0aBcc: c@d.example',
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@b',
  ])('an address that is not one address is refused: %j', async (reach) => {
    const response = await send('correction', { ...asked.correction, reach })
    expect(response.status).toBe(422)
    expect(await textOf(response)).toContain('href="#f-reach"')
  })

  test('a name that turns the page around, or a line break in a line, is refused', async () => {
    expect((await send('correction', { ...asked.correction, who: 'a\u202Eb' })).status).toBe(422)
    expect((await send('correction', { ...asked.correction, who: 'a\nb' })).status).toBe(422)
  })

  test('from another site, too large, and no kind of ours', async () => {
    const away = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await send('correction', asked.correction, away)).status).toBe(403)
    expect((await send('correction', { ...asked.correction, wrong: 'x'.repeat(33 * 1024) })).status).toBe(413)
    expect((await send('toString', asked.correction)).status).toBe(404)
  })
})

describe('contact hours', () => {
  test('too few, or too few in technology, are said before they are sent', async () => {
    expect(await textOf(await send('hours', hoursTyped(20, 4)))).toContain('come to 24 hours')
    expect(await textOf(await send('hours', hoursTyped(30, 2)))).toContain(
      '2 of these hours are in technology',
    )
  })

  test('are added up on request, and nothing is kept', async () => {
    const before = await kept()
    const page = await textOf(await send('hours', { ...hoursTyped(20, 4), step: 'add-up' }))
    expect(page).toContain('<b>24</b> of 32 contact hours, <b>4</b> of')
    expect(await kept()).toEqual(before)
  })

  test('an activity of less than an hour, of tomorrow, or without a provider is named', async () => {
    const fields = { ...hoursTyped(40, 0.5, 1), 'date-0': '2027-01-01', 'provider-2': '' }
    const page = await textOf(await send('hours', fields))
    for (const name of ['date-0', 'amount-1', 'provider-2']) expect(page).toContain(`href="#f-${name}"`)
  })
})

describe('sent more often than anyone can read', () => {
  test('the same at once, or within a day, is one request; after that it is another', async () => {
    const fields = { ...asked.misuse, what: 'twice' }
    const before = (await kept()).length
    const pages = await Promise.all([1, 2, 3].map(async () => textOf(await send('misuse', fields))))
    expect(new Set(pages).size).toBe(1)
    expect((await kept()).length).toBe(before + 1)

    const later = makeDesk(env)
    later.wait(23 * 3600)
    const body = readRequest(later, 'misuse', (name) => (fields as Record<string, string>)[name] ?? '')
    expect(pages[0]).toContain(await askOffice(later, 'misuse', body))
    later.wait(2 * 3600)
    expect(pages[0]).not.toContain(await askOffice(later, 'misuse', body))
  })

  test('the day’s most is a brake for all: 429, when to try again, and nothing typed is lost', async () => {
    const now = makeDesk(env).now().toISOString()
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
       INSERT INTO request (id, kind, body, digest, contact, created_at) SELECT 'fill-' || i, 'misuse', '{}', i, '', ?1 FROM n`,
    )
      .bind(now, MOST_A_DAY)
      .run()
    const response = await send('correction', { ...asked.correction, wrong: 'one too many' })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '3600'])
    const page = await textOf(response)
    expect(page).toContain('one too many')
    expect(page).toContain('Too many requests came in')
    await env.DB.prepare(
      "UPDATE request SET body = '{}', created_at = '2026-01-01' WHERE id LIKE 'fill-%'",
    ).run()
    expect((await send('correction', { ...asked.correction, wrong: 'one too many' })).status).toBe(200)
  })
})
