// Finding records in the console: by whatever someone has at hand.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { issue } from '../../worker/services/issue.ts'
import { makeAreas, makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { ada, anew, change, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
let vic: Visitor
let lukasz: string
let ann: string

beforeAll(async () => {
  vic = await signedIn('viewer')
  const made = await issue(
    desk,
    {
      record: makeAward({
        name: { display: 'Łukasz Wiśniewski', order: 'given-first' },
        email: 'Lukasz.W@Example.org',
        region: 'IL',
        certifiedOn: '2023-05-01',
      }),
      officeNumber: 'LSSC-2023-0077',
    },
    ada.name,
    anew(),
  )
  lukasz = made.answer.number
  ann = (
    await issueOne(desk, {
      name: { display: 'Ann Hansen', order: 'given-first' },
      areas: [
        ...makeAreas().slice(0, 5),
        { ...makeAreas()[5], set: 'cataloging-and-classification' } as ReturnType<typeof makeAreas>[0],
      ],
    })
  ).number
  await issueOne(desk, { name: { display: 'Li Na', native: '李娜', order: 'family-first' } })
  await issueOne(desk, {
    name: { display: "Maria-Elena O'Dowd", order: 'given-first' },
    region: 'ON',
    country: 'CA',
  })
})

/** The names that a search shows, in their order. */
async function names(query: string, visitor = vic): Promise<string[]> {
  const response = await visitor.get(`/staff/find?${query}`)
  expect(response.status).toBe(200)
  const page = await textOf(response)
  return [...page.matchAll(/<th role="rowheader".*?<bdi>(.*?)<\/bdi>/gs)].map(([, name]) =>
    (name ?? '').replace('&#39;', "'"),
  )
}

describe('is found', () => {
  test.for([
    ['q=lukasz', 'Łukasz Wiśniewski'],
    ['q=wisniewski+lukasz', 'Łukasz Wiśniewski'],
    ['q=lukasz.w%40example', 'Łukasz Wiśniewski'],
    ['q=LSSC-2023', 'Łukasz Wiśniewski'],
    ['q=李娜', 'Li Na'],
    ['q=na+li', 'Li Na'],
    ['q=O’DOWD', "Maria-Elena O'Dowd"],
    ['region=CA-ON', "Maria-Elena O'Dowd"],
    ['region=US-IL', 'Łukasz Wiśniewski'],
    ['year=2023', 'Łukasz Wiśniewski'],
    ['area=cataloging-and-classification', 'Ann Hansen'],
    ['q=hansen&state=current', 'Ann Hansen'],
    ['q=hansen&state=in-force&year=2024', 'Ann Hansen'],
  ])('by %s', async ([query, name]) => expect(await names(query as string)).toEqual([name]))

  test('by a part of its number', async () => {
    const part = lukasz.slice(0, 9).toLowerCase()
    const other = lukasz[10] === '1' ? '2' : '1'
    expect(await names(`q=${part}${other}`)).toEqual([])
    if (/\d/.test(part)) expect(await names(`q=${part}`)).toEqual(['Łukasz Wiśniewski'])
  })

  test('by none of what is not asked for', async () => {
    expect(await names('q=hansen&state=revoked')).toEqual([])
    expect(await names('q=hansen&year=2023')).toEqual([])
    expect(await names('q=nobody+at+all')).toEqual([])
    expect(await names('q=%25')).toEqual([])
    expect(await names("q=' OR 1=1 --")).toEqual([])
  })

  test('newest first, all of them where nothing is asked', async () => {
    const all = await names('')
    expect(all).toHaveLength(4)
    expect(all.at(-1)).toBe('Łukasz Wiśniewski')
  })
})

describe('a number that is typed in full opens its record', () => {
  test.for<[string, () => string]>([
    ['as printed', () => lukasz],
    ['in small letters without dashes', () => lukasz.replaceAll('-', '').toLowerCase()],
    ['as a link', () => `${env.ORIGIN}/c/${lukasz}`],
    ['as a link of a file', () => `${env.ORIGIN}/c/${lukasz}/badge.png`],
    ['the office’s own', () => 'lssc-2023–0077'],
  ])('%s', async ([, typed]) => {
    const response = await vic.get(`/staff/find?q=${encodeURIComponent(typed())}`)
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/staff/records/${lukasz}`])
  })

  test('and one that nobody has is looked for, and says so', async () => {
    const page = await textOf(await vic.get('/staff/find?q=N0B0-DYHA-S1T7'))
    expect(page).toContain('Nothing found for')
    expect(page).toContain('one that is mistyped finds nothing')
  })
})

test('a former name still finds a record that was corrected to another', async () => {
  const record = makeAward({ name: { display: 'Ann Okafor', order: 'given-first' } })
  await change(desk, ann, { act: 'correct', record, note: 'married' })
  expect(await names('q=okafor')).toEqual(['Ann Okafor'])
  expect(await names('q=hansen')).toEqual(['Ann Okafor'])
  expect(await names('q=hansen+okafor')).toEqual([])
})

test('records from before the index of names are folded when someone looks', async () => {
  await env.DB.prepare('DELETE FROM known_name WHERE number = ?1').bind(lukasz).run()
  expect(await names('q=lukasz')).toEqual([])
  await env.DB.prepare('INSERT INTO name_to_fold (number) VALUES (?1)').bind(lukasz).run()
  expect(await names('q=lukasz')).toEqual(['Łukasz Wiśniewski'])
  expect(await env.DB.prepare('SELECT 1 FROM name_to_fold').first()).toBeNull()
})

test('what a record holds is never taken for HTML', async () => {
  await issueOne(desk, { name: { display: 'Zed <b>Bold</b>', order: 'given-first' } }).catch(() => null)
  const page = await textOf(
    await vic.get(`/staff/find?q=${encodeURIComponent('"><script>alert(1)</script>')}`),
  )
  expect(page).not.toContain('<script>alert')
})

test('a viewer has no boxes to tick and no files to take; an issuer has', async () => {
  const ivy = await signedIn('issuer')
  const [hers, his] = await Promise.all(
    [ivy, vic].map(async (who) => textOf(await who.get('/staff/find?q=lukasz'))),
  )
  expect(hers).toContain('type="checkbox"')
  expect(hers).toContain('/staff/find.csv?q=lukasz')
  expect(his).not.toContain('type="checkbox"')
  expect(his).not.toContain('find.csv')
})

describe('long results', () => {
  test('come in pages of fifty, each with its address; a page beyond the last is the last', async () => {
    await env.DB.batch(
      Array.from({ length: 104 }, (_, i) =>
        env.DB.prepare(
          `INSERT INTO credential (number, holder, office_number, record, certified_on, expires_on, current_version,
             standing, since, public_reason, successor, visibility, created_at) SELECT substr(?1, 1, 14), holder, NULL, json_set(record, '$.name.display', ?2), '2011-01-01',
             expires_on, 1, 'good', NULL, NULL, NULL, 'link', created_at FROM credential WHERE number = ?3`,
        ).bind(`ZZZZ-ZZZZ-${1000 + i}`, `Many ${i}`, lukasz),
      ),
    )
    const first = await textOf(await vic.get('/staff/find?year=2011'))
    expect(first).toContain('104 records, page 1 of 3')
    expect(first).toContain('href="/staff/find?year=2011&amp;page=2"')
    const shown = await Promise.all([1, 2, 3, 99].map((page) => names(`year=2011&page=${page}`)))
    expect(shown.map((page) => page.length)).toEqual([50, 50, 4, 4])
    expect(new Set(shown.slice(0, 3).flat()).size).toBe(104)
  })
})
