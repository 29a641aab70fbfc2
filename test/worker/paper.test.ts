// Of which records there is a certificate on paper, and what is said of the others.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { recordUrl } from '../../shared/issuer.ts'
import { makeNumber } from '../../shared/number.ts'
import { recordsLinkedFrom } from '../../shared/paper.ts'
import { testNumber } from '../../shared/test-numbers.ts'
import { preparePaper } from '../../worker/services/prepare-paper.ts'
import { setVisibility, type Visibility } from '../../worker/store/credentials.ts'
import graduates from '../fixtures/graduates.csv?raw'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { act, ada, ask, change, issueOne, revoke, textOf } from './office.ts'

const desk = makeDesk(env)
const NOBODY = makeNumber('N0B0DYHAS1T')
const MOST = 300_000

const paperOf = (number: string, query = '', headers: Record<string, string> = {}) =>
  ask(`/c/${number}/lssc-certificate.pdf${query}`, { headers })

async function refusal(number: string) {
  const response = await paperOf(number)
  const { type, detail = '', see } = await response.json<{ type: string; detail?: string; see?: string }>()
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  return { status: response.status, type: type.replace('urn:lssc:problem:', ''), detail, see }
}

async function bytesOf(number: string, query = ''): Promise<Uint8Array> {
  const response = await paperOf(number, query)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/pdf')
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="lssc-certificate.pdf"')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('X-Robots-Tag')).toContain('noindex')
  return new Uint8Array(await response.arrayBuffer())
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

async function shownAs(visibility: Visibility): Promise<string> {
  const { number } = await issueOne(desk)
  await setVisibility(env.DB, number, visibility).run()
  return number
}

describe('there is one', () => {
  test('of a record in force, and of one that ended in its time', async () => {
    for (const number of [(await issueOne(desk)).number, testNumber('expired')]) {
      const pdf = await bytesOf(number)
      expect(latin(pdf.subarray(0, 8))).toBe('%PDF-1.7')
      expect(pdf.length).toBeLessThan(MOST)
      expect(await recordsLinkedFrom(pdf, env.ORIGIN)).toEqual([recordUrl(env.ORIGIN, number)])
    }
  })

  test('of a test number, and of a code without its dashes', async () => {
    await bytesOf(testNumber('valid'))
    const { number } = await issueOne(desk)
    await bytesOf(number.replaceAll('-', '').toLowerCase())
  })

  test('with the signed token in it only where that is asked for', async () => {
    const { number, token } = await issueOne(desk)
    expect(latin(await bytesOf(number))).not.toMatch(/EmbeddedFile|Filespec/)
    const carrying = latin(await bytesOf(number, '?attach=jwt'))
    expect(carrying).toMatch(/\/Type\/EmbeddedFile\/Subtype\/application#2Fvc\+jwt/)
    expect(carrying).toContain(`/Params<</Size ${token.length}>>`)
  })

  test('of all 44 sample graduates who stand, under 300 kB each', async () => {
    const staff = { Authorization: `Bearer ${ada.key}`, 'Content-Type': 'text/csv' }
    const sent = await ask('/api/v1/imports', { method: 'POST', headers: staff, body: graduates })
    const { id } = await sent.json<{ id: string }>()
    for (let waiting = 1; waiting > 0; ) {
      const step = await ask(`/api/v1/imports/${id}`, { method: 'POST', headers: staff })
      ;({
        progress: { waiting },
      } = await step.json<{ progress: { waiting: number } }>())
    }
    const { results } = await env.DB.prepare(
      "SELECT number FROM credential WHERE office_number LIKE 'LSSC-%'",
    ).all<{ number: string }>()
    expect(results).toHaveLength(44)
    let none = 0
    for (const { number } of results) {
      const response = await paperOf(number)
      const { byteLength } = await response.arrayBuffer()
      if (response.status === 409) none += 1
      else expect([response.status, byteLength < MOST]).toEqual([200, true])
    }
    expect(none).toBe(2) // one was withdrawn, and one replaced
  })
})

describe('there is none', () => {
  test('of one that is withdrawn, on hold or replaced: its page says how it stands', async () => {
    const [held, gone, replaced] = [await issueOne(desk), await issueOne(desk), await issueOne(desk)]
    await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
    await revoke(desk, gone.number)
    for (const [{ number }, says] of [
      [held, 'On hold since'],
      [gone, 'Withdrawn on'],
    ] as const) {
      const said = await refusal(number)
      expect(said).toMatchObject({ status: 409, type: 'no-paper', see: recordUrl(env.ORIGIN, number) })
      expect(said.detail).toContain(says)
      const page = await textOf(await paperOf(number, '', { Accept: 'text/html' }))
      expect(page).toContain(`<a href="${recordUrl(env.ORIGIN, number)}">See how the record stands today</a>`)
    }
    // A correction replaces the version, not the record: its paper is of the newer one.
    await change(desk, replaced.number, {
      act: 'correct',
      record: makeAward({ region: 'TX' }),
      note: 'moved',
    })
    await bytesOf(replaced.number)
  })

  test('of one that is private, and nothing is told of it', async () => {
    const said = await refusal(await shownAs('withheld'))
    expect(said).toMatchObject({ status: 403, type: 'private-record' })
    expect(JSON.stringify(said)).not.toContain('Darlene')
  })

  test('of one that was removed', async () => {
    expect(await refusal(await shownAs('erased'))).toMatchObject({ status: 410, type: 'erased-record' })
  })

  test('of one answered as if unknown: exactly as of one that nobody has, or no number at all', async () => {
    const told = async (number: string) => {
      const response = await paperOf(number)
      return [response.status, [...response.headers], await textOf(response)]
    }
    const unknown = await told(await shownAs('unknown'))
    expect(unknown).toEqual(await told(NOBODY))
    expect(unknown[0]).toBe(404)
    expect(await told('hello')).toEqual(unknown)
  })

  test('of a name in letters that no font of ours has: its page prints', async () => {
    const name = { display: '𐍅𐌿𐌻𐍆', order: 'mononym' as const }
    const { number } = await issueOne(desk, { name })
    expect(await refusal(number)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Print the page of the record instead'),
    })
  })

  test('where the fonts were not built', async () => {
    const { number } = await issueOne(desk, { name: { display: '佐藤 さくら', order: 'family-first' } })
    await expect(preparePaper(desk, async () => null, number, false)).rejects.toMatchObject({
      type: 'not-built',
    })
  })
})
