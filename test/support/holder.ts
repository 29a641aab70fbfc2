// A holder's own page in a real browser: with the code from the letter, which the demonstration's office has in its file.
import type { Page } from 'playwright-core'

const BETWEEN = 100
const TRIES = 100

/**
 * Comes in as the holder of this record.
 * @param next the page to come to: `/my` and what is behind it
 */
export async function openMy(page: Page, origin: string, number: string, next = '/my'): Promise<void> {
  await page.goto(`${origin}/my/sign-in`)
  await page.getByLabel('Code of your record').fill(number)
  await page.getByRole('button', { name: 'Mail me a sign-in code' }).click()
  await page.waitForURL(/\/my\/code\//)
  await page.getByLabel('Sign-in code', { exact: true }).fill(await codeInLetter(origin, number))
  await page.getByRole('button', { name: 'Open my page' }).click()
  await page.waitForURL((url) => url.pathname === '/my' || url.pathname === `/my/${number}`)
  if (next !== '/my') await page.goto(origin + next)
}

/** The newest code that was mailed about this record. Mail goes out after the answer, so it may take a moment. */
export async function codeInLetter(origin: string, number: string): Promise<string> {
  const cookie = await officeCookie(origin)
  const read = async (path: string) => (await fetch(origin + path, { headers: { Cookie: cookie } })).text()
  for (let i = 0; i < TRIES; i++) {
    const rows = (await read('/staff/mail?show=done')).split(/<tr[ >]/)
    const row = rows.find((one) => one.includes(number) && one.includes('Code for the holder'))
    const path = /\/staff\/mail\/\d+/.exec(row ?? '')?.[0]
    const code = path && /\b\d{4} \d{4}\b/.exec(await read(path))?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, BETWEEN))
  }
  throw new Error(`No code was mailed about ${number}.`)
}

let cookie: Promise<string> | undefined

/** A viewer of the office, once for each test file. */
function officeCookie(origin: string): Promise<string> {
  cookie ??= signInByFetch(origin)
  return cookie
}

/** With the first link, from the last, that nobody has used. */
async function signInByFetch(origin: string): Promise<string> {
  for (let i = 99; i >= 0; i--) {
    const answer = await fetch(`${origin}/staff/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin },
      body: new URLSearchParams({ link: `viewer-${i}` }),
    })
    const given = answer.headers.get('Set-Cookie')?.split(';')[0]
    if (given) return given
  }
  throw new Error('Every link of a viewer was used.')
}
