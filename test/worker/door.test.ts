// Who may ask for something to be issued, and what a request must be before anyone looks into it.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { makeAward } from '../support/award.ts'
import { ada, anew, ask, post, refused } from './office.ts'

const path = '/api/v1/credentials'

describe('staff only', () => {
  const cases: Record<string, string | undefined> = {
    missing: undefined,
    empty: '',
    'without a scheme': ada.key,
    'another scheme': `Basic ${btoa(`ada:${ada.key}`)}`,
    'a wrong key': 'Bearer test-staff-key-of-nobody-at-all',
    'a key with one more character': `Bearer ${ada.key}x`,
    'a key with two spaces': `Bearer  ${ada.key}`,
    'a key of 5,000 characters': `Bearer ${'k'.repeat(5000)}`,
    'the digest instead of the key': `Bearer ${(JSON.parse(env.STAFF_KEYS ?? '[]') as { sha256: string }[])[0]?.sha256}`,
  }
  const places = [path, `${path}/0123-4567-89AB/events`, '/api/v1/imports', '/api/v1/imports/x']

  test('is said in the same words, whatever was wrong', async () => {
    const answers = new Set<string>()
    for (const [, authorization] of Object.entries(cases)) {
      for (const place of places) {
        const headers: Record<string, string> = {
          'Content-Type': 'application/json',
          'Idempotency-Key': anew().key,
        }
        if (authorization !== undefined) headers.Authorization = authorization
        const response = await ask(place, {
          method: 'POST',
          headers,
          body: JSON.stringify({ record: makeAward() }),
        })
        expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
        answers.add(`${response.status} ${await response.text()}`)
      }
    }
    expect(answers.size).toBe(1)
    expect([...answers][0]).toMatch(/^401 \{"type":"urn:lssc:problem:access-denied"/)
    expect(await env.DB.prepare('SELECT 1 FROM credential').first()).toBeNull()
  })

  test('a stranger’s body is not even read: its size, type and form change nothing', async () => {
    const stranger = { Authorization: 'Bearer nobody-knows-this-key-here' }
    expect(await refused(post(path, 'x'.repeat(40_000), stranger))).toMatchObject({ status: 401 })
    expect(await refused(post(path, '{', { ...stranger, 'Content-Type': 'text/plain' }))).toMatchObject({
      status: 401,
    })
  })

  test('a key in the query string counts for nothing', async () => {
    const headers = { Authorization: '' }
    expect(
      await refused(post(`${path}?key=${ada.key}&Authorization=Bearer%20${ada.key}`, {}, headers)),
    ).toMatchObject({
      status: 401,
    })
  })
})

describe('a request', () => {
  const sound = JSON.stringify({ record: makeAward() })

  test.for([
    ['not JSON', '{"record":', 400],
    ['empty', '', 400],
    ['a name twice', sound.replace('"region":"LA"', '"region":"LA","region":"TX"'), 400],
    [
      'a name twice, spelled otherwise',
      sound.replace('"region":"LA"', '"region":"LA","re\\u0067ion":"TX"'),
      400,
    ],
    ['deep', `${'['.repeat(15_000)}${']'.repeat(15_000)}`, 400],
    ['an array', `[${sound}]`, 422],
    ['null', 'null', 422],
    ['a string with colons in it, and escaped quotation marks', JSON.stringify('a:b"c":"d":\\'), 422],
  ] as const)('%s: refused', async ([, body, status]) => {
    expect(await refused(post(path, body))).toMatchObject({ status })
  })

  test('not in UTF-8: refused, and not misread', async () => {
    const bytes = new TextEncoder().encode(sound.replace('Darlene', 'Ren_e'))
    bytes[bytes.indexOf('_'.charCodeAt(0))] = 0xe9 // é in Windows-1252
    const headers = {
      Authorization: `Bearer ${ada.key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'w1252',
    }
    expect(await refused(ask(path, { method: 'POST', headers, body: bytes }))).toMatchObject({ status: 400 })
  })

  test.for([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'multipart/form-data; boundary=x',
    '',
  ])('of type %j: 415', async (type) => {
    expect(await refused(post(path, sound, { 'Content-Type': type }))).toMatchObject({ status: 415 })
  })

  test('compressed: 415, and nothing is inflated', async () => {
    expect(await refused(post(path, sound, { 'Content-Encoding': 'gzip' }))).toMatchObject({ status: 415 })
  })

  test('of 33 kB: 413', async () => {
    const body = `${sound}${' '.repeat(33 * 1024 - sound.length)}`
    expect(await refused(post(path, body))).toMatchObject({ status: 413, type: 'too-large' })
  })

  test('in pieces without a length: 413 after the first 32 kB, and the rest is not read', async () => {
    let pulled = 0
    const piece = new TextEncoder().encode(' '.repeat(1024))
    const stream = new ReadableStream({
      pull: (controller) => {
        if (++pulled > 10_000) controller.close()
        else controller.enqueue(piece)
      },
    })
    const headers = {
      Authorization: `Bearer ${ada.key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'pieces',
    }
    const sent = ask(path, { method: 'POST', headers, body: stream })
    expect(await refused(sent)).toMatchObject({ status: 413, type: 'too-large' })
    expect(pulled).toBeLessThan(100)
  })

  test('in any letter case of its type, and with parameters, is read', async () => {
    expect((await post(path, sound, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status).toBe(201)
  })
})
