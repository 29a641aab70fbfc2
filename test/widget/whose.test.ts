// Whose record it is: told beside the verdict, compared in the browser, and never a verdict itself.
import { expect, test } from 'vitest'
import { find, network, putBadge, result, service, settled, textOf } from './page.ts'

const { url } = await service.issue('WH0SEWH0SE0')

const cases = [
  ['María-José Ñandú', 'match', 'Same name as on this application.'],
  ['Maria Jose Nandu', 'match', 'Same name as on this application.'],
  ['M. J. Ñandú', 'similar', 'Similar name: the record says'],
  ['Dale Cooper', 'different', 'The record is in another name'],
  ['—', 'not-compared', 'We checked the certificate, not who sent it.'],
] as const

for (const [name, whose, words] of cases) {
  test(`${name}: ${whose}, and the verdict is what it is`, async () => {
    network()
    const badge = putBadge({ credential: url, eager: '', variant: 'card', 'applicant-name': name })
    const event = await result(badge)
    expect(event).toMatchObject({ state: 'valid', whose })
    expect(textOf(badge)).toContain(words)
    // Somebody else's record is not green beside this applicant, whatever it says of its holder.
    expect(find(badge, '.box').classList.contains('current')).toBe(whose !== 'different')
  })
}

test('not asked, it says that it does not check', async () => {
  network()
  const badge = putBadge({ credential: url, eager: '' })
  expect((await result(badge)).whose).toBeUndefined()
  expect(textOf(badge)).toContain('We don’t check that your applicant is this person.')
})

test('a pill says so when the record is in another name', async () => {
  network()
  const badge = await settled({ credential: url, variant: 'pill', 'applicant-name': 'Dale Cooper' })
  expect(textOf(badge)).toContain('Another name')
  expect(find(badge, '.box').title).toContain('The record is in another name')
})

test('by property, so that nothing need stand in the markup; asked again when it changes', async () => {
  network()
  const badge = putBadge({ credential: url, eager: '' })
  badge.applicantName = 'Dale Cooper'
  expect((await result(badge)).whose).toBe('different')
  badge.applicantName = 'María-José Ñandú'
  expect((await result(badge)).whose).toBe('match')
  expect(badge.getAttributeNames()).not.toContain('applicant-name')
})

test('an address is compared with the salted hash, and another one is no problem', async () => {
  network()
  const same = await settled({ credential: url, variant: 'card', 'applicant-email': 'Maria@Example.org ' })
  expect(textOf(same)).not.toContain('Another address')
  const other = await settled({ credential: url, variant: 'card', 'applicant-email': 'm@elsewhere.example' })
  expect(textOf(other)).toContain('Another address; common')
})

test('nothing is compared with what a badly signed copy claims', async () => {
  network()
  const { token } = await service.issue('WH0SEWH0SE1')
  const altered = `${token.slice(0, -4)}AAAA`
  const badge = putBadge({ token: altered, eager: '', 'applicant-name': 'María-José Ñandú' })
  expect(await result(badge)).toMatchObject({ state: 'bad-signature', whose: undefined })
})

test('an applicant’s name is text as well', async () => {
  network()
  const name = '<b>Dale</b> Cooper\u202e'
  const badge = await settled({ credential: url, variant: 'card', 'applicant-name': name })
  expect(find(badge, '.whose').querySelector('b')).toBeNull()
  expect(textOf(badge)).not.toContain('\u202e')
})
