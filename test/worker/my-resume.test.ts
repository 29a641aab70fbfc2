// The resume kit and what an employer sees, in every state of a record; what is typed there is kept nowhere.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { en } from '../../shared/words/en.ts'
import { rename } from '../../worker/services/rename.ts'
import { setVisibility } from '../../worker/store/credentials.ts'
import { makeAreas } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { holderOf } from './holder.ts'
import { act, ada, anew, issueOne, revoke, textOf } from './office.ts'

const desk = makeDesk(env)
const own = () => ({ email: `${crypto.randomUUID()}@example.org` })
const issued = (changes = {}) => issueOne(desk, { ...own(), ...changes })

async function see(number: string, door: 'resume' | 'employer', sent?: Record<string, string>) {
  const holder = await holderOf(number)
  const path = `/my/${number}/${door}`
  const response = await (sent ? holder.post(path, sent) : holder.get(path))
  return { status: response.status, html: await textOf(response) }
}

const hides = (number: string, to: 'withheld' | 'unknown') => setVisibility(env.DB, number, to).run()
const LINE = 'id="copy-line"'

describe('the kit', () => {
  test('of a current record has every part', async () => {
    const { number, url } = await issued()
    const { html } = await see(number, 'resume')
    for (const part of ['line', 'job', 'letter', 'fields', 'code', 'mail', 'linkedin'])
      expect(html).toContain(`<section id="${part}"`)
    expect(html).toContain(`2024, current to June 15, 2028: `)
    expect(html).toContain(`Check: ${url}`)
    expect(html).toContain(`aria-label="QR code of ${url}"`)
    expect(html).toContain(`href="/my/${number}/files/qr.svg"`)
    expect(html).toContain(`certUrl=${encodeURIComponent(url)}&amp;certId=${number}"`)
    expect(html).not.toMatch(/style="|<script>|undefined/)
  })

  test('of one that ended has its years, and the way to renew while there is one', async () => {
    const grace = await issued({ certifiedOn: '2022-10-20' })
    const inGrace = (await see(grace.number, 'resume')).html
    expect(inGrace).toContain('2022-2026: ')
    expect(inGrace).not.toContain('current to')
    expect(inGrace).toContain(`href="/help/hours?code=${grace.number}"`)
    const areas = makeAreas().map((area) => ({ ...area, completedOn: '2018-05-01' }))
    const old = await issued({ enrolledOn: '2017-01-15', certifiedOn: '2018-06-15', areas })
    expect((await see(old.number, 'resume')).html).toContain('its last term ended on June 15, 2022')
  })

  test('of a provisional one says so in every form', async () => {
    const { number } = await issued({ provisionalUntil: '2028-06-15' })
    const { html } = await see(number, 'resume')
    expect(html).toContain('name=Library%20Support%20Staff%20Certification%20(LSSC)%2C%20provisional')
    expect(html).toContain('(provisional: a year of library work still to be shown)')
  })

  test('on hold, withdrawn or replaced there is nothing to copy, and something to do', async () => {
    const held = await issued()
    await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
    const gone = await issued()
    await revoke(desk, gone.number)
    for (const [{ number }, says] of [
      [held, 'On hold since November 22, 2026'],
      [gone, 'Withdrawn on November 22, 2026'],
    ] as const) {
      for (const html of [
        (await see(number, 'resume')).html,
        (await see(number, 'resume', { ad: 'cataloging' })).html,
      ]) {
        expect(html).toContain(says)
        expect(html).not.toContain(LINE)
        expect(html).toContain(`href="mailto:${desk.issuer.email}"`)
      }
    }
  })

  test('replaced: leads to the newer one, or to the office; and what is private is not said to be seen', async () => {
    const old = await issued()
    const name = { display: 'Dale Whitcomb', order: 'given-first' } as const
    await rename(desk, old.number, { name, note: 'e-mail of March 3' }, ada.name, anew())
    const { html } = await see(old.number, 'resume')
    expect(html).toContain('by a newer record')
    expect(html).toContain('>Open record ')
    expect(html).not.toMatch(/id="copy-line"|make it visible/)
    const held = await issued()
    await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
    await hides(held.number, 'withheld')
    const hidden = (await see(held.number, 'employer')).html
    expect(hidden).toContain(
      'whoever opens its link or types its code reads that, and nothing of what is in it',
    )
    expect(hidden).not.toContain('reads: “On hold')
  })

  test('private: a share link is not said to help', async () => {
    const { number } = await issued()
    await hides(number, 'withheld')
    const { html } = await see(number, 'resume')
    expect(html).toContain('So does whoever opens one of your share links')
    expect(html).toContain('make it visible')
  })

  test('of a private record warns of what its link answers', async () => {
    const { number } = await issued()
    await hides(number, 'withheld')
    const { html } = await see(number, 'resume')
    expect(html).toContain('Your page is private at the moment')
    expect(html).toContain('“This record is private at the moment”')
    expect(html).toContain(LINE)
    await hides(number, 'unknown')
    expect((await see(number, 'resume')).html).toContain('that no such record was found, as you chose')
  })
})

describe('an ad', () => {
  const ad = 'You will run story time for toddlers, and do copy cataloging.'

  test('puts the areas that it names first, with its own words; one that is not passed is not named', async () => {
    const { number } = await issued()
    const { html } = await see(number, 'resume', { ad })
    const found = html.split('id="found"')[1]?.split('</section>')[0]
    expect(found).toContain('<q>story time for toddlers</q>')
    expect(found).not.toMatch(/atalog|missing|score|\d of/)
    expect(found).toContain(`href="/my/${number}/share?areas=youth-services"`)
    expect(html).toContain('2028: Youth Services, Reference, Supervision, and the three')
    expect(html).toContain('Your ad mentions “story time for toddlers”.')
    expect(html).toContain(`>${ad}</textarea>`)
  })

  test('that names nothing on the record changes no order, and says nothing of what is not there', async () => {
    const { number } = await issued()
    const other = await see(number, 'resume', { ad: 'You will do copy cataloging.' })
    expect(other.html).toContain('The order stays as it was')
    expect(other.html.split('id="found"')[1]?.split('</section>')[0]).not.toMatch(/atalog/)
    expect((await see(number, 'resume', { ad: 'Pastry chef wanted.' })).html).toContain(en.relatesNone)
    expect(
      (await see(number, 'resume', { ad: 'A Library Support Staff Certification is a plus.' })).html,
    ).toContain('The ad names this very certification')
  })

  test('examples go into their sentences, and nothing is kept', async () => {
    const { number } = await issued()
    const typed = { 'did-youth-services': 'ran a club <b>for teens</b>', 'did-nothing': 'x' }
    const { html, status } = await see(number, 'resume', typed)
    expect(status).toBe(200)
    expect(html).toContain('For example, I ran a club &lt;b&gt;for teens&lt;/b&gt;.')
    expect(html).not.toContain('id="found"')
    expect((await see(number, 'resume')).html).not.toContain('ran a club')
    const empty = await see(number, 'resume', { ad: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('Paste the text of an ad')
  })
})

describe('what an employer sees', () => {
  test.each([
    ['withheld', 'This record is private at the moment'],
    ['unknown', 'We found no record for'],
  ] as const)('of a record that is %s', async (visibility, says) => {
    const { number } = await issued()
    await hides(number, visibility)
    const { html } = await see(number, 'employer')
    const card = html.split('<article')[1]?.split('</article>')[0] ?? ''
    expect(card).toContain(says)
    expect(card).not.toContain('Darlene')
  })

  test('is the card of the page itself, also on hold', async () => {
    const { number, url } = await issued()
    expect((await see(number, 'employer')).html).toContain(
      'Current: Library Support Staff Certification (LSSC)',
    )
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    const { html } = await see(number, 'employer')
    expect(html).toContain('data-state="suspended"')
    for (const variant of ['row', 'pill', 'card'])
      expect(html).toContain(`<lssc-badge credential="${url}" variant="${variant}"`)
  })

  test.each([
    ['Darlene Whitcomb', 'Same name as on this application.'],
    [
      'Darlene Whitcombe',
      'Similar name: the record says <bdi>Darlene Whitcomb</bdi>, the application <bdi>Darlene Whitcombe</bdi>.',
    ],
    [
      'Mei Ng',
      'The record is in another name: <bdi>Darlene Whitcomb</bdi>; the application says <bdi>Mei Ng</bdi>.',
    ],
    ['<i>Mei</i> Ng', '<bdi>&lt;i&gt;Mei&lt;/i&gt; Ng</bdi>'],
    ['···', 'We checked the certificate, not who sent it.'],
  ])('a name like %s', async (name, says) => {
    const { number } = await issued()
    const { html } = await see(number, 'employer', { name })
    expect(html).toContain(says)
    expect((await see(number, 'employer', { name: '' })).status).toBe(422)
  })

  test('somebody else’s record is not found', async () => {
    const [mine, theirs] = [await issued(), await issued()]
    const holder = await holderOf(mine.number)
    for (const door of ['resume', 'employer']) {
      expect((await holder.get(`/my/${theirs.number}/${door}`)).status).toBe(404)
      expect((await holder.post(`/my/${theirs.number}/${door}`, { name: 'x', ad: 'x' })).status).toBe(404)
    }
  })
})
