// The console in a real browser: signing in as one of its people.
import type { Page } from 'playwright-core'
import type { Role } from '../../worker/roles.ts'

/** How many links the tests' environment has for each role. */
const LINKS = 100

/**
 * Signs in with a link that nobody has used yet; the test files share one service, and know nothing of each other.
 * @param next the page to come to
 */
export async function signIn(page: Page, origin: string, role: Role, next = '/staff'): Promise<void> {
  const first = Math.floor(Math.random() * LINKS)
  for (let i = 0; i < LINKS; i++) {
    const link = `${role}-${(first + i) % LINKS}`
    await page.goto(`${origin}/staff/sign-in?link=${link}&next=${encodeURIComponent(next)}`)
    const button = page.getByRole('button', { name: /^Sign in as/ })
    if ((await button.count()) === 0) continue
    await button.click()
    if (new URL(page.url()).pathname !== '/staff/sign-in') return
  }
  throw new Error(`Every link of the role ${role} was used.`)
}

/** Presses a button that sends a form, and waits for the page that answers: a click alone does not. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.waitForLoadState()
  const answered = page.waitForEvent('load')
  await page.getByRole('button', { name, exact: true }).click()
  await answered
}
