// An isolate that begins while the database cannot be reached: pages are served, and nothing is signed in a name that
// may not be the office's.
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { openDesk } from '../../worker/services/open-desk.ts'
import { insertProfile } from '../../worker/store/profile.ts'
import { unreachable } from '../support/desk.ts'
import { ask, issueOne, textOf } from './office.ts'

const said = {
  version: 1,
  name: 'Example Certification Office',
  short: 'ECO',
  phone: '+1 (312) 555-0199',
  email: 'certify@eco.example',
  hours: '',
  url: 'https://eco.example/',
  linkedFrom: '',
  actor: 'Ada Quill',
  recordedAt: '2026-11-22T15:00:00.000Z',
}

test('what is signed carries the office’s own name, or waits', async () => {
  await env.DB.batch([insertProfile(env.DB, said)])
  await openDesk({ ...env, DB: unreachable })
  // The database is back, and was not asked for the profile again yet.
  const desk = await openDesk(env)
  expect((await ask('/', { headers: { Accept: 'text/html' } })).status).toBe(200)
  await expect(issueOne(desk)).rejects.toMatchObject({ type: 'database-unavailable' })
  vi.setSystemTime(Date.now() + 11_000)
  const { token } = await issueOne(await openDesk(env))
  const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))
  expect(claims.issuer.name).toBe(said.name)
  expect(await textOf(await ask('/', { headers: { Accept: 'text/html' } }))).toContain('ECO')
})
