/** Finds two sample graduates' own pages as they would: by the links of their letters, which the office has in its mail. */
import type { Verdict } from '../../shared/verdict.ts'
import type { Demo } from './demo.ts'
import { ask } from './office.ts'

export interface Graduate {
  who: string
  url: string
}

/** Whom to show: by the name on the record, and what there is to see. */
const shown: [name: string, what: string][] = [
  ['Darlene Whitcomb', 'current'],
  ['Keisha Monroe-Tate', 'two records'],
]

/**
 * @param cookie of someone who may read the office's mail
 * @returns those whose letters are there; a link that has been replaced since opens nothing
 */
export async function findGraduates({ origin, numbers }: Demo, cookie: string): Promise<Graduate[]> {
  const found: Graduate[] = []
  for (const number of numbers) {
    const name = await nameOf(origin, number)
    const one = shown.find(([who]) => who === name)
    const url = one && (await linkOf(origin, number, cookie))
    if (url) found.push({ who: `${one[0]} (${one[1]})`, url })
    if (found.length === shown.length) break
  }
  return found
}

async function nameOf(origin: string, number: string): Promise<string | undefined> {
  const asked = { origin, key: '' }
  const { verdict } = await ask<{ verdict: Verdict }>(asked, 'GET', `/api/v1/credentials/${number}`)
  return verdict.credential?.holder.display
}

/** Signs in to the console. @param signIn a link that nobody has used */
export async function cookieOf(origin: string, signIn: string): Promise<string> {
  const answer = await fetch(`${origin}/staff/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ link: new URL(signIn).searchParams.get('link') ?? '' }),
  })
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

/** The newest letter about the record that has a link in it. */
export async function linkOf(origin: string, number: string, cookie: string): Promise<string | undefined> {
  const read = async (path: string) => (await fetch(origin + path, { headers: { Cookie: cookie } })).text()
  const letters = [...(await read(`/staff/records/${number}`)).matchAll(/\/staff\/mail\/(\d+)/g)]
  const newestFirst = [...new Set(letters.map(([, id]) => Number(id)))].sort((a, b) => b - a)
  for (const id of newestFirst) {
    const path = /\/my\/open\/[\w-]{32}/.exec(await read(`/staff/mail/${id}`))?.[0]
    if (path) return origin + path
  }
  return undefined
}
