// A private record tells nothing, wherever it is asked for; and one that is "as if unknown" is not there at all.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { makeDesk } from '../support/desk.ts'
import { choose, issueHers } from './chosen.ts'
import { holderOf } from './holder.ts'
import { ask, textOf } from './office.ts'

const desk = makeDesk(env)
const stranger = await holderOf((await issueHers()).number)

/** Every place where anyone can ask about a number. */
const surfaces: Record<string, (number: string) => Promise<Response>> = {
  page: (number) => ask(`/c/${number}`, { headers: { Accept: 'text/html' } }),
  'typed in lower case': (number) => ask(`/c/${number.toLowerCase()}`),
  one: (number) => ask(`/api/v1/credentials/${number}`),
  batch: (number) => ask(`/api/v1/credentials?numbers=${number}`),
  verify: (number) => ask(`/verify?q=${number}`),
  'verify, posted': (number) => sends('/verify', { q: number }),
  'API verify': (number) =>
    ask('/api/v1/verifications', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ credential: `${env.ORIGIN}/c/${number}` }),
    }),
  help: (number) => ask(`/help/correction?code=${number}`, { headers: { Accept: 'text/html' } }),
  directory: () => ask(`/directory?name=Quillfeather`, { headers: { Accept: 'text/html' } }),
  'sign in': (number) => sends('/my/sign-in', { number }),
  ...Object.fromEntries(
    [
      'credential.jwt',
      'credential.json',
      'badge.png',
      'badge.svg',
      'lssc-certificate.pdf',
      'lssc-certificate.pdf?attach=jwt',
      'qr.svg',
      'qr.png',
    ].map((file) => [file, (number: string) => ask(`/c/${number}/${file}`)]),
  ),
  ...Object.fromEntries(
    ['application/vc', 'application/ld+json', 'application/json', 'application/jwt', 'text/plain'].map(
      (type) => [`page, as ${type}`, (number: string) => ask(`/c/${number}`, { headers: { Accept: type } })],
    ),
  ),
  'her page': (number) => ask(`/my/${number}`, { headers: { Accept: 'text/html' } }),
  'her door': (number) => ask(`/my/sign-in?number=${number}`, { headers: { Accept: 'text/html' } }),
  'her page, to another holder': (number) => stranger.get(`/my/${number}/everything.json`),
  'live image': (number) => ask(`/badge/${number}.svg`),
  embed: (number) => ask(`/embed/${number}`),
  oEmbed: (number) => ask(`/oembed?url=${encodeURIComponent(`${env.ORIGIN}/c/${number}`)}`),
}

function sends(path: string, fields: Record<string, string>): Promise<Response> {
  return ask(path, {
    method: 'POST',
    headers: { Accept: 'text/html', Origin: env.ORIGIN },
    body: new URLSearchParams(fields),
  })
}

/** What an answer says, but for the number itself and what is drawn anew each time. */
async function answered(surface: string, number: string): Promise<unknown[]> {
  const response = await surfaces[surface]?.(number)
  if (!response) throw new Error(surface)
  const plain = (text: string) =>
    text
      .replaceAll(number, 'NUMBER')
      .replaceAll(number.toLowerCase(), 'number')
      .replace(/\/my\/code\/[\w-]+/g, '/my/code/…')
  const headers = [...response.headers].map(([name, value]) => `${name}: ${plain(value)}`)
  return [response.status, headers, plain(await textOf(response))]
}

const nobody = makeNumber('N0B0DYHASTH')

describe('a record that is private', () => {
  test.for(Object.keys(surfaces))(
    'and “as if unknown” is answered by %s byte for byte as one that nobody has',
    async (surface) => {
      const { number } = await issueHers()
      await choose(await holderOf(number), number, 'unknown')
      expect(await answered(surface, number)).toEqual(await answered(surface, nobody))
    },
  )

  test.for(Object.keys(surfaces))('is told by %s without anything of whose it is', async (surface) => {
    const { number, token } = await issueHers()
    await choose(await holderOf(number), number, 'withheld')
    const told = JSON.stringify(await answered(surface, number))
    expect(told).not.toMatch(/Zenobia|2028|Louisiana|Foundations/)
    expect(told).not.toContain(token.slice(-40))
  })

  test('is said to be so, and no mark against anyone, by page and API', async () => {
    const { number } = await issueHers()
    await choose(await holderOf(number), number, 'withheld')
    expect(await textOf(await surfaces.page!(number))).toContain('This record is private at the moment')
    expect(await (await surfaces.batch!(number)).json()).toMatchObject({
      credentials: [{ number, state: 'withheld' }],
    })
  })

  test('still verifies as a copy that somebody has', async () => {
    const { number, token } = await issueHers()
    for (const to of ['withheld', 'unknown']) {
      await choose(await holderOf(number), number, to)
      expect((await verifyPresented(desk, token)).state).toBe('valid')
    }
  })
})
