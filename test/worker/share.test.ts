// A share link: what one reader is shown, and nothing that leads to the rest.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { emailHash } from '../../shared/compose.ts'
import { shareFields } from '../../shared/view.ts'
import { makeShare, secretFor } from '../../worker/services/share.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { makeAreas } from '../support/award.ts'
import { claimsOf, entryOf } from '../support/bits.ts'
import { forgetful, makeDesk } from '../support/desk.ts'
import { anew, ask, issueOne, post, textOf } from './office.ts'
import { asked, countOf, OPENING, opened, shareOf, stateAt, tokenAt } from './shares.ts'

const desk = makeDesk(env)
const products = [{ title: 'A finding aid', url: 'https://work.example/aid' }]
const areas = makeAreas().map((area, i) => (i === 3 ? { ...area, products } : area))

describe('the page of a link', () => {
  test('is the card of what is shared, until when, and of no more', async () => {
    const { number } = await issueOne(desk, { areas })
    const { path } = await shareOf(number, { fields: [] })
    const { status, text } = await opened(path)
    expect(status).toBe(200)
    for (const said of [
      'Current: Library Support Staff Certification (LSSC)',
      'Darlene Whitcomb',
      'Earned June 15, 2024',
      'current to June 15, 2028',
      'Youth Services',
      'This link ends on December 31, 2026',
      'On file with',
    ])
      expect(text).toContain(said)
    for (const hidden of ['October 2022', 'State Library of Louisiana', 'work.example', 'Course:', 'and how'])
      expect(text).not.toContain(hidden)
  })

  test.each([
    ['dates', ['Passed in October 2022'], ['State Library', 'work.example']],
    ['evidence', ['State Library of Louisiana', '12.5 contact hours'], ['October 2022', 'work.example']],
    ['products', ['A finding aid', 'https://work.example/aid'], ['October 2022', 'State Library']],
  ])('shows %s where they are chosen', async (field, shown, hidden) => {
    const { number } = await issueOne(desk, { areas })
    const { text } = await opened((await shareOf(number, { fields: [field] })).path)
    for (const one of shown) expect(text).toContain(one)
    for (const one of hidden) expect(text).not.toContain(one)
  })

  test('puts the chosen areas first, and lists every other after them', async () => {
    const { number } = await issueOne(desk)
    const first = ['youth-services', 'technology', 'cataloging-and-classification']
    const { text } = await opened((await shareOf(number, { areas: first })).path)
    const at = (label: string) => text.indexOf(`>${label}<`)
    expect(text).toContain('Put first by the holder')
    expect(at('Youth Services')).toBeLessThan(at('Supervision and Management'))
    expect(at('Technology')).toBeLessThan(at('Supervision and Management'))
    expect(text).not.toContain('Cataloging and Classification')
  })

  test('leads to the record nowhere: not in the page, the copy, or their headers', async () => {
    const { number, token } = await issueOne(desk, { areas })
    const { path, secret } = await shareOf(number)
    const main = claimsOf(token)
    const { identifier } = main.credentialSubject as { identifier: Record<string, string>[] }
    const salt = identifier.find(({ identityType }) => identityType === 'emailAddress')?.salt as string
    const page = await opened(path)
    const copy = await ask(`${path}/credential.jwt`)
    const jwt = await textOf(copy)
    const said = [
      page.text,
      jwt,
      JSON.stringify(claimsOf(jwt)),
      JSON.stringify([...page.headers, ...copy.headers]),
    ].join('\n')
    const traces = [
      number,
      main.sub as string,
      '/c/',
      'darlene@example.org',
      salt,
      await emailHash('darlene@example.org', salt),
      'refreshService',
      'licenseNumber',
    ]
    for (const trace of traces) expect(said).not.toContain(trace)
    expect(JSON.stringify(claimsOf(jwt))).not.toContain(secret)
    expect(entryOf(jwt)).not.toEqual(entryOf(token))
    expect(claimsOf(jwt).sub).not.toBe(main.sub)
  })

  test('tells programs that show links ahead nothing of whose it is, and asks not to be found', async () => {
    const { number } = await issueOne(desk)
    const { path, secret } = await shareOf(number)
    const { text, headers } = await opened(path)
    const head = text.slice(0, text.indexOf('</head>'))
    expect(head).toContain('og:title')
    for (const personal of ['Darlene', secret, 'canonical', 'og:url']) expect(head).not.toContain(personal)
    expect(headers.get('X-Robots-Tag')).toBe('noindex, nofollow, noarchive')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Set-Cookie')).toBeNull()
  })

  test('of a secret that nobody has says that a letter may be missing, as of a link cut off', async () => {
    const { number } = await issueOne(desk)
    const { path, id } = await shareOf(number)
    const other = `/s/${'a'.repeat(24)}`
    for (const none of [other, path.slice(0, -3), `${path}x`, `/s/${id}`]) {
      const { status, text } = await opened(none)
      expect([none, status]).toEqual([none, 404])
      expect(text).toContain('We found no record for this link')
      expect(text).toContain('the link cut off')
    }
    expect((await opened(`/s/${id}`)).text).toContain('name inside a copy')
    expect((await ask(`${other}/credential.jwt`)).status).toBe(404)
  })
})

describe('making a link', () => {
  test('keeps no secret: not in any row of any table', async () => {
    const { number } = await issueOne(desk)
    const { secret } = await shareOf(number)
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all<{ name: string }>()
    for (const { name } of tables.results) {
      const rows = await env.DB.prepare(`SELECT * FROM "${name}"`).all()
      expect(JSON.stringify(rows.results), name).not.toContain(secret)
    }
  })

  test('draws 144 bits that only the session can tell, each asking another', async () => {
    const of = (session: string, number: string, request: string) => secretFor(session, number, request)
    const all = [of('s', 'n', 'r'), of('t', 'n', 'r'), of('s', 'm', 'r'), of('s', 'n', 'q')]
    expect(new Set(await Promise.all(all)).size).toBe(4)
    expect(await of('s', 'n', 'r')).toBe(await of('s', 'n', 'r'))
    expect(await of('s', 'n', 'r')).toMatch(/^[\w-]{24}$/)
  })

  test('commits row, entry, leaf and deed in one batch, and serves what was stored', async () => {
    const { number } = await issueOne(desk)
    const { path, id } = await shareOf(number)
    const stored = await env.DB.prepare('SELECT * FROM share_view WHERE share = ?1').bind(id).first()
    expect(await tokenAt(path)).toBe(stored?.jwt)
    expect(entryOf(stored?.jwt as string).index).toBe(stored?.entry)
    const leaf = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM leaf WHERE number = ?1 AND kind = 'share-made'",
    )
      .bind(number)
      .first<number>('n')
    expect(leaf).toBe(1)
    const deed = await env.DB.prepare("SELECT * FROM audit WHERE subject = ?1 AND act = 'share-made'")
      .bind(number)
      .first()
    expect(deed).toMatchObject({
      actor: 'holder',
      detail: JSON.stringify({ share: id, endsOn: asked.endsOn }),
    })
  })

  test('keeps its label out of what can never be taken away', async () => {
    const { number } = await issueOne(desk)
    await shareOf(number, { label: 'For the Zanzibar library' })
    for (const table of ['audit', 'event', 'leaf', 'idempotency']) {
      const rows = await env.DB.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(rows.results), table).not.toContain('Zanzibar')
    }
  })

  test('leaves the record’s own history alone: two persons who decide on it are not disturbed', async () => {
    const { number } = await issueOne(desk)
    const events = () =>
      env.DB.prepare('SELECT COUNT(*) AS n FROM event WHERE number = ?1').bind(number).first<number>('n')
    const before = await events()
    await shareOf(number)
    expect(await events()).toBe(before)
  })

  test('is done once, however often it is asked, also when its answer is lost', async () => {
    const { number } = await issueOne(desk)
    const [secret, request] = [await secretFor('s', number, 'one'), anew()]
    const lost = { ...desk, db: forgetful(env.DB) }
    await makeShare(lost, number, asked, secret, request)
    await makeShare(desk, number, asked, secret, request)
    const rows = await env.DB.prepare('SELECT COUNT(*) AS n FROM share WHERE number = ?1')
      .bind(number)
      .first<number>('n')
    expect(rows).toBe(1)
    expect(await stateAt(`/s/${secret}`)).toBe('valid')
  })

  test.each([
    [{ label: '' }, 'label'],
    [{ label: 'x'.repeat(81) }, 'label'],
    [{ label: 'two\nlines' }, 'label'],
    [{ endsOn: '2026-11-21' }, 'endsOn'],
    [{ endsOn: '2027-11-23' }, 'endsOn'],
    [{ endsOn: '2027-02-30' }, 'endsOn'],
    [{ endsOn: '' }, 'endsOn'],
  ])('refuses %j and says which field to mend', async (changes, field) => {
    const { number } = await issueOne(desk)
    await expect(shareOf(number, changes)).rejects.toMatchObject({
      type: 'invalid-input',
      extra: { errors: [{ field }] },
    })
  })

  test('takes the last day of a year, and today', async () => {
    const { number } = await issueOne(desk)
    for (const endsOn of ['2027-11-22', '2026-11-22'])
      expect(await stateAt((await shareOf(number, { endsOn })).path)).toBe('valid')
  })

  test('refuses the fifty-first open link, also when two ask at once', async () => {
    const { number } = await issueOne(desk)
    for (let i = 0; i < 49; i++) await shareOf(number, { fields: [] })
    const two = await Promise.allSettled([shareOf(number), shareOf(number)])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(shareOf(number)).rejects.toMatchObject({
      type: 'conflict',
      extra: { detail: expect.stringContaining('50 links') },
    })
  })

  test('never takes the status entry of a record, nor a record that of a link', async () => {
    const { number, token } = await issueOne(desk)
    const { id } = await shareOf(number)
    const { index } = entryOf(token)
    const view = await env.DB.prepare('SELECT list, entry FROM share_view WHERE share = ?1').bind(id).first()
    const insert = (table: string, columns: string, values: unknown[]) =>
      env.DB.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values.map(() => '?').join()})`)
        .bind(...values)
        .run()
    await expect(
      insert('share_view', 'share, version, number, list, entry, standing, signed_at, body_digest', [
        ...[id, 2, number, view?.list, index, 'good', '', 'x'],
      ]),
    ).rejects.toThrow('this entry is taken')
    await expect(
      insert('version', 'number, version, valid_from, signed_at, body_digest, list, entry, standing', [
        ...[number, 9, '', '', 'x', view?.list, view?.entry, 'good'],
      ]),
    ).rejects.toThrow('this entry is taken')
  })
})

describe('how often a link was opened', () => {
  test('counts a browser that opens the page, and nothing that looks ahead', async () => {
    const { number } = await issueOne(desk)
    const { path, id } = await shareOf(number)
    await opened(path)
    await opened(path)
    await opened(path, { Accept: 'text/html' })
    await opened(path, { ...OPENING, 'Sec-Purpose': 'prefetch' })
    await opened(path, { ...OPENING, 'Sec-Fetch-Dest': 'empty' })
    await opened(path, OPENING, 'HEAD')
    await tokenAt(path)
    expect(await countOf(id)).toBe(2)
  })

  test('keeps nothing of who opened it: no row of any table is another one than before', async () => {
    const { number } = await issueOne(desk)
    const { path, id } = await shareOf(number)
    await opened(path)
    const all = async () => {
      const rows = await env.DB.prepare('SELECT * FROM share WHERE id = ?1').bind(id).first()
      const counts = await Promise.all(
        ['audit', 'event', 'leaf', 'share_view', 'idempotency'].map((table) =>
          env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n'),
        ),
      )
      return { ...rows, opened: 0, counts }
    }
    const before = await all()
    await opened(path, { ...OPENING, 'User-Agent': 'A browser', 'CF-Connecting-IP': '192.0.2.1' })
    expect(await all()).toEqual(before)
  })
})

describe('whoever has a link or a copy', () => {
  const verdictOver = async (credential: string) =>
    (await (await post('/api/v1/verifications', { credential })).json<{ verdict: { state: string } }>())
      .verdict

  test('can check it where everything is checked', async () => {
    const { number } = await issueOne(desk)
    const { path } = await shareOf(number, { fields: [] })
    const token = await tokenAt(path)
    for (const presented of [`${env.ORIGIN}${path}`, `${new URL(env.ORIGIN).host}${path}`, token]) {
      const verdict = await verdictOver(presented)
      expect(verdict).toMatchObject({
        state: 'valid',
        credential: { holder: { display: 'Darlene Whitcomb' } },
      })
      expect(verdict).not.toHaveProperty('credential.number')
      expect(JSON.stringify(verdict)).not.toContain(number)
    }
    expect(await verdictOver(`${env.ORIGIN}/s/${'b'.repeat(24)}`)).toMatchObject({ state: 'not-found' })
    expect(await verdictOver(`${token.slice(0, -4)}AAAA`)).toMatchObject({ state: 'bad-signature' })
  })

  test('is led from the box to the page of the link, and shown what a copy says', async () => {
    const { number } = await issueOne(desk)
    const { path, secret } = await shareOf(number)
    const paste = (q: string) =>
      ask('/verify', { method: 'POST', headers: { Accept: 'text/html' }, body: new URLSearchParams({ q }) })
    const led = await paste(`${env.ORIGIN}${path}`)
    expect([led.status, led.headers.get('Location')]).toEqual([303, `${env.ORIGIN}/s/${secret}`])
    const text = await textOf(await paste(await tokenAt(path)))
    expect(text).toContain('data-state="valid"')
    expect(text).not.toContain('/s/')
    expect(text).not.toContain(number)
  })

  test('may compare a name, and is told that there is no address to compare', async () => {
    const { number } = await issueOne(desk)
    const { path } = await shareOf(number, { fields: [...shareFields] })
    const answer = await post('/api/v1/verifications', {
      credential: `${env.ORIGIN}${path}`,
      applicant: { name: 'Darlene Whitcomb', email: 'darlene@example.org' },
    })
    expect(await answer.json()).toMatchObject({ applicant: { name: 'match', email: 'not-compared' } })
  })

  test('of a view that we signed and never stored is told that it is not on file', async () => {
    const { number } = await issueOne(desk)
    const { path, id } = await shareOf(number)
    const token = await tokenAt(path)
    await env.DB.prepare('DELETE FROM share_view WHERE share = ?1').bind(id).run()
    expect(await verifyPresented(desk, token)).toMatchObject({ state: 'not-on-file' })
  })
})
