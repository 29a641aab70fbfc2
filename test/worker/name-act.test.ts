// A change of name in the console: what is signed has gone through the same door as everything else that is.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { currentByNumber } from '../../worker/store/credentials.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn } from './console.ts'
import { ask, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
const ivy = await signedIn('issuer')

/** Sends the last step of a change of name, with these ticked as earlier names. */
async function renames(number: string, former: string[]): Promise<Response> {
  const { newest } = (await currentByNumber(env.DB, number))!
  const body = new URLSearchParams({
    token: ivy.token,
    request: crypto.randomUUID(),
    seen: String(newest.id),
    step: 'confirm',
    way: 'same-link',
    display: 'Dale Whitcomb',
    order: 'given-first',
    note: 'a court order',
  })
  for (const one of former) body.append('former', one)
  const headers = { ...ivy.headers, Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  return ask(`/staff/records/${number}/name`, { method: 'POST', headers, body })
}

test('earlier names that a holder wants shown are', async () => {
  const { number } = await issueOne(desk)
  expect((await renames(number, ['Darlene Whitcomb', 'Darlene Fogg'])).status).toBe(303)
  const { record } = (await currentByNumber(env.DB, number))!
  expect(record.name.former).toEqual(['Darlene Whitcomb', 'Darlene Fogg'])
})

test.for([
  ['markup', ['<script>x</script>']],
  ['lines', ['Darlene\nWhitcomb']],
  ['a direction turned', ['Darlene \u202eWhitcomb']],
  ['a book', ['x'.repeat(9000)]],
  ['nothing', ['']],
  ['more than a record may have', ['A B', 'C D', 'E F', 'G H', 'I J', 'K L']],
] as const)('no earlier name is %s', async ([, former]) => {
  const { number } = await issueOne(desk)
  const answer = await renames(number, [...former])
  expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining('href="#f-former"')])
  expect((await currentByNumber(env.DB, number))!.version).toBe(1)
})
