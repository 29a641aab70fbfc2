/** What some sample graduates chose on their own pages, sent by the same forms as anyone's. */
import { linkOf } from './graduates.ts'

/** The graduate by its id in the sample, the door of the own page, and what was typed there. */
const choices: [who: string, door: 'visibility' | 'share', typed: Record<string, string>][] = [
  ['G017', 'visibility', { to: 'listed', was: 'link' }],
  ['G018', 'visibility', { to: 'withheld', was: 'link' }],
  ['G001', 'share', { label: 'Springfield Public Library, circulation', fields: 'evidence' }],
]

/**
 * Makes them.
 * @param numbers of the sample graduates' records, by their ids
 * @param staff the cookie of someone who may read the office's mail
 * @throws Error when a form refuses what is typed here
 */
export async function choose(origin: string, numbers: Map<string, string>, staff: string): Promise<void> {
  for (const [who, door, typed] of choices) {
    const number = numbers.get(who) ?? ''
    const link = await linkOf(origin, number, staff)
    if (!link) throw new Error(`The demonstration has no letter to ${who} with a link in it.`)
    const cookie = await send(link, '', {})
    const page = `${origin}/my/${number}/${door}`
    const html = await (await fetch(page, { headers: { Cookie: cookie } })).text()
    const drawn = Object.fromEntries(
      ['token', 'request', 'endsOn'].flatMap((name) => {
        const value = new RegExp(
          `action="/my/${number}/${door}"[^]*?name="${name}"[^>]*value="([^"]*)"`,
        ).exec(html)?.[1]
        return value ? [[name, value]] : []
      }),
    )
    await send(page, cookie, { ...drawn, ...typed })
  }
}

/** @returns the cookie that came back, if any */
async function send(url: string, cookie: string, typed: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin, Cookie: cookie },
    body: new URLSearchParams(typed),
  })
  if (response.status >= 400)
    throw new Error(`The demonstration’s form at ${new URL(url).pathname} was refused: ${response.status}.`)
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}
