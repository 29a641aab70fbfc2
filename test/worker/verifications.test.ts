// What a server sends to be verified: always a verdict, unless there is nothing to verify.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { makeDesk } from '../support/desk.ts'
import { ask, change, issueOne } from './office.ts'

const path = '/api/v1/verifications'
const desk = makeDesk(env)

let number = ''
let token = ''

beforeAll(async () => {
  ;({ number, token } = await issueOne(desk))
})

interface Answer {
  verdict: { state: string; checks: object[]; looksLike?: string; credential?: { number: string } }
}

/** Anyone's request: no staff key, no Idempotency-Key. */
async function verified(body: string, type: string): Promise<Answer> {
  const response = await ask(path, { method: 'POST', headers: { 'Content-Type': type }, body })
  expect(response.status).toBe(200)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  return response.json<Answer>()
}

function inJson(request: object): Promise<Answer> {
  return verified(JSON.stringify(request), 'application/json')
}

describe('a credential', () => {
  test.for([
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/vc+jwt',
    'application/jwt',
    'Application/JWT',
  ])('as %s', async (type) => {
    expect((await verified(token, type)).verdict).toMatchObject({
      state: 'valid',
      credential: { number },
      by: 'server',
    })
  })

  test('in JSON, as token, number or link, with the white space of a mail around and in it', async () => {
    const broken = token.replace(/(.{76})/g, '$1\r\n')
    const link = `${env.ORIGIN}/c/${number}`
    for (const credential of [
      token,
      ` ${token}\n`,
      broken,
      number,
      number.toLowerCase(),
      link,
      `${link}?utm=x#y`,
    ]) {
      expect((await inJson({ credential })).verdict, credential.slice(0, 40)).toMatchObject({
        state: 'valid',
      })
    }
  })

  test.for([
    ['text', 'hello there', 'malformed', 'text'],
    ['half of a token', 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6', 'malformed', 'part-of-a-token'],
    ['an encrypted token', `eyJhbGciOiJFUzI1NiJ9.a.b.c.${'d'.repeat(86)}`, 'malformed', 'another-token'],
    ['a web page', '<!doctype html><html></html>', 'malformed', 'web-page'],
    [
      'an Open Badge 2',
      '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}',
      'malformed',
      'open-badge-2',
    ],
    ['someone’s profile', 'https://www.linkedin.com/in/someone', 'malformed', 'linkedin-link'],
    ['a number of the years before', 'LSSC-2014-0003', 'malformed', 'older-number'],
    ['a mistyped number', '0123-4567-89AB', 'malformed', 'mistyped-number'],
    ['another site’s link', 'https://lssc.example.evil/c/0123-4567-89AB', 'malformed', 'other-link'],
    ['a number that nobody has', makeNumber('N0B0DYHAS1T'), 'not-found', undefined],
    ['nested brackets', '['.repeat(30_000), 'malformed', 'text'],
  ] as const)('that is none (%s): 200, and what it seems to be', async ([, credential, state, looksLike]) => {
    const { verdict } = await inJson({ credential })
    expect({ state: verdict.state, looksLike: verdict.looksLike }).toEqual({ state, looksLike })
    expect(verdict).not.toHaveProperty('credential')
    expect((await verified(credential, 'text/plain')).verdict.state).toBe(state)
  })

  test('with one character changed, anywhere, is never valid', async () => {
    const places = Array.from({ length: 60 }, (_, i) => Math.floor(((i + 0.5) * token.length) / 60))
    for (const at of places) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      const { verdict } = await inJson({ credential: changed })
      expect(verdict.state).toBeOneOf(['malformed', 'bad-signature', 'unknown-key'])
      expect(verdict).not.toHaveProperty('credential')
    }
  })

  test('signed by us but not on file is not to be relied on', async () => {
    const { token: lost, number } = await issueOne(desk)
    await env.DB.prepare('UPDATE version SET body_digest = ?2 WHERE number = ?1')
      .bind(number, 'another')
      .run()
    expect((await inJson({ credential: lost })).verdict.state).toBe('not-on-file')
  })

  test('that was replaced says where the current one is', async () => {
    const first = await issueOne(desk, { certifiedOn: '2023-01-15' })
    await change(desk, first.number, { act: 'renew', on: '2026-11-20', contactHours: 32, technologyHours: 4 })
    expect((await inJson({ credential: first.token })).verdict).toMatchObject({
      state: 'superseded',
      circumstances: { state: 'superseded', successor: first.url },
    })
  })
})

describe('a request', () => {
  async function refused(body: BodyInit, type: string, more: Record<string, string> = {}) {
    const headers = { ...(type ? { 'Content-Type': type } : {}), ...more }
    const response = await ask(path, { method: 'POST', headers, body })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    return {
      status: response.status,
      type: (await response.json<{ type: string }>()).type.replace('urn:lssc:problem:', ''),
    }
  }

  test('with nothing in it to verify: 400', async () => {
    for (const [body, type] of [
      ['', 'text/plain'],
      [' \r\n', 'text/plain'],
      ['', 'application/vc+jwt'],
      ['{"credential":" "}', 'application/json'],
    ]) {
      expect(await refused(body!, type!)).toEqual({ status: 400, type: 'nothing-to-verify' })
    }
  })

  test('that cannot be read: 400; with other members than we know: 422', async () => {
    expect(await refused('', 'application/json')).toMatchObject({ status: 400 })
    expect(await refused('{"credential":"a","credential":"b"}', 'application/json')).toMatchObject({
      status: 400,
    })
    for (const body of [
      '{}',
      '{"credential":1}',
      '{"credential":"a","callback":"https://evil.example"}',
      '{"credential":"a","__proto__":{}}',
    ]) {
      expect(await refused(body, 'application/json'), body).toMatchObject({
        status: 422,
        type: 'invalid-input',
      })
    }
  })

  test('of another type: 415', async () => {
    for (const type of [
      'image/gif',
      'text/html',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/json5',
    ]) {
      expect(await refused('x', type), type).toEqual({ status: 415, type: 'unsupported-type' })
    }
    expect(
      await refused('{"credential":"x"}', 'application/json', { 'Content-Encoding': 'gzip' }),
    ).toMatchObject({ status: 415 })
  })

  test('of more than 64 kB: 413', async () => {
    for (const type of ['text/plain', 'application/json', 'image/gif']) {
      expect(await refused('x'.repeat(64 * 1024 + 1), type)).toEqual({ status: 413, type: 'too-large' })
    }
  })

  test('a browser that asks first may send JSON from anywhere', async () => {
    const headers = {
      Origin: 'https://jobs.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    }
    const response = await ask(path, { method: 'OPTIONS', headers })
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Content-Type',
      'access-control-max-age': '86400',
    })
    expect(response.headers.has('access-control-allow-credentials')).toBe(false)
  })
})
