// One award, typed in by a person: nothing that needs a look is signed before somebody has looked.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { fillIn, stranger } from '../support/award-form.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { issueOne, textOf } from './office.ts'

const ivy = await signedIn('issuer')
const vic = await signedIn('viewer')

const send = (fields: Record<string, string>, who: Visitor = ivy) => who.post('/staff/issue', fields)
const awards = () => env.DB.prepare('SELECT COUNT(*) AS n FROM credential').first<number>('n')
const numberIn = (response: Response) =>
  /records\/([\w-]{14})\?/.exec(response.headers.get('Location') ?? '')?.[1]

/** Sends a form that must not issue anything. */
async function unissued(fields: Record<string, string>, who?: Visitor) {
  const before = await awards()
  const response = await send(fields, who)
  expect(await awards()).toBe(before)
  return { status: response.status, text: await textOf(response) }
}

const plain = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
/** What the page asks to be ticked, under this name. */
const ticks = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value = '']) => plain(value))

describe('the steps', () => {
  test('a check, a preview and going back issue nothing, and keep what was typed', async () => {
    const fields = fillIn(stranger('Ottilie Marchbank'))
    for (const step of ['check', 'preview', 'edit', '']) {
      const { status, text } = await unissued({ ...fields, step })
      expect(status).toBe(200)
      expect(text).toContain('value="Ottilie Marchbank"')
      expect(text).toContain(`value="${fields.draft}"`)
    }
  })

  test('the preview is the page, with dots for the number', async () => {
    const { text } = await unissued({ ...fillIn(stranger('Ida Fennimore')), step: 'preview' })
    expect(text).toContain('Nothing is issued yet')
    expect(text).toContain('····-····-····')
  })

  test('issuing leads to the record, and the history knows who did it', async () => {
    const response = await send({
      ...fillIn(stranger('Wilma Harrow')),
      step: 'issue',
      officeNumber: 'LSSC-2026-0042',
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toMatch(/^\/staff\/records\/[\w-]{14}\?done=issued$/)
    const number = numberIn(response)
    const row = await env.DB.prepare(
      `SELECT c.office_number AS office, e.actor, e.reason, e.detail FROM credential c JOIN event e USING (number)
       WHERE number = ?1`,
    )
      .bind(number)
      .first()
    expect(row).toEqual({ office: 'LSSC-2026-0042', actor: 'Ivy Folio', reason: null, detail: '{}' })
  })

  test('is for issuers: a viewer sees neither form nor award', async () => {
    expect((await vic.get('/staff/issue')).status).toBe(403)
    expect(await unissued({ ...fillIn(stranger('Vera Lacuna')), step: 'issue' }, vic)).toMatchObject({
      status: 403,
    })
  })
})

describe('one form is one award', () => {
  test('sent twice, one after the other and at once', async () => {
    const fields = { ...fillIn(stranger('Petra Twice')), step: 'issue' }
    const before = (await awards()) ?? 0
    const answers = await Promise.all([send(fields), send(fields), send(fields)])
    answers.push(await send(fields))
    expect(await awards()).toBe(before + 1)
    expect(new Set(answers.map(numberIn)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  })

  test('sent again with something changed: it says what it issued, and issues nothing', async () => {
    const fields = { ...fillIn(stranger('Una Backbutton')), step: 'issue' }
    const number = numberIn(await send(fields)) as string
    for (const again of [{ step: 'preview' }, { 'name.display': 'Una Otherwise' }]) {
      const { status, text } = await unissued({ ...fields, ...again })
      expect(status).toBe(409)
      expect(text).toContain(`/staff/records/${number}`)
    }
  })
})

describe('what is wrong', () => {
  test.for<[string, Record<string, string>, string, RegExp]>([
    ['an area is missing', { 'areas.technology.by': '' }, 'f-areas-technology-by', /Technology is missing/],
    ['an address is none', { email: 'darlene@' }, 'f-email', /no e-mail address/],
    ['a country is none', { country: 'XX' }, 'f-country', /Choose a country/],
    ['text is too long to be stored', { region: 'x'.repeat(301) }, 'f-region', /cannot be stored/],
    [
      'a name has something invisible in control',
      { 'name.display': 'A\u0007B' },
      'f-name-display',
      /no place in a name/,
    ],
  ])('%s: said at its field, and nothing ticked or noted helps', async ([, changes, id, words]) => {
    const { status, text } = await unissued({
      ...fillIn(stranger('Agnes Wrong')),
      ...changes,
      lookNote: 'I know',
      step: 'issue',
    })
    expect(status).toBe(422)
    expect(text).toContain(`href="#${id}"`)
    expect(text).toMatch(new RegExp(`id="${id}-wrong"[^>]*>[^<]*${words.source}`))
  })

  test('an office number that another record has', async () => {
    await send({ ...fillIn(stranger('Nora First')), officeNumber: 'LSSC-2026-0100', step: 'issue' })
    const second = { ...fillIn(stranger('Quentin Second')), officeNumber: 'lssc-2026-0100', step: 'issue' }
    expect((await unissued(second)).text).toMatch(
      /id="f-officeNumber-wrong"[^>]*>The record [\w-]{14} has this/,
    )
  })
})

describe('what is doubtful', () => {
  const doubtful = (display: string) => ({
    ...fillIn({ ...stranger(display), expiresOn: '2029-06-15' }),
    step: 'issue',
  })

  test('is not issued before it is ticked, with a note', async () => {
    const fields = doubtful('Dora Doubt')
    const first = await unissued(fields)
    expect(first.status).toBe(422)
    const [looked = ''] = ticks(first.text, 'looked')
    expect(looked).toMatch(/it would end on 2028-06-15, not 2029-06-15/)
    expect((await unissued({ ...fields, lookNote: 'a note alone' })).status).toBe(422)
    expect((await unissued({ ...fields, looked })).text).toContain('Say in a sentence what you found.')
    const number = numberIn(await send({ ...fields, looked, lookNote: 'Extended by the board' }))
    const event = await env.DB.prepare('SELECT reason, detail FROM event WHERE number = ?1')
      .bind(number)
      .first()
    expect(event).toEqual({
      reason: 'Extended by the board',
      detail: JSON.stringify({ lookedInto: [looked], otherPeople: [], found: 'Extended by the board' }),
    })
  })

  test('a tick counts for what was said, and not for what is said after a change', async () => {
    const fields = doubtful('Dolores Doubt')
    const [looked = ''] = ticks((await unissued(fields)).text, 'looked')
    const changed = { ...fields, expiresOn: '2031-06-15', looked, lookNote: 'As before' }
    expect((await unissued(changed)).status).toBe(422)
  })

  test('a record of perhaps the same person is shown, and must be told from this one', async () => {
    const { number } = await issueOne(makeDesk(env), stranger('Katherine Ashgrove'))
    const fields = { ...fillIn({ ...stranger('Catherine Ashgrove') }), step: 'issue' }
    const { status, text } = await unissued(fields)
    expect(status).toBe(422)
    expect(text).toContain(`href="/staff/records/${number}"`)
    expect(text).toContain('a similar name')
    expect(ticks(text, 'others')).toEqual([number])
    expect((await unissued({ ...fields, others: 'another number', lookNote: 'x' })).status).toBe(422)
    const second = numberIn(await send({ ...fields, others: number, lookNote: 'Born in another year' }))
    const detail = await env.DB.prepare('SELECT detail FROM event WHERE number = ?1')
      .bind(second)
      .first('detail')
    expect(detail).toBe(
      JSON.stringify({ lookedInto: [], otherPeople: [number], found: 'Born in another year' }),
    )
  })
})
