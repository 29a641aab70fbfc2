// Rows of a sheet in the console: mended, decided, left out and brought back, by one person and by two.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import graduates from '../fixtures/graduates.csv?bytes'
import { signedIn, type Visitor } from './console.ts'
import {
  cell,
  deedsOf,
  officeNumber,
  onRow,
  ownSheet,
  path,
  progressOf,
  rowsOf,
  uploaded,
} from './imports.ts'
import { textOf } from './office.ts'

let ivy: Visitor
let ben: Visitor
beforeAll(async () => {
  ivy = await signedIn('issuer')
  ben = await signedIn('approver')
})

const FORMER = 'Pat Example (formerly Patrick Sample)'
const fatesOf = async (id: string) => (await rowsOf(id)).map(({ fate }) => fate)
const decide = (decision: string, why = 'She said so on the telephone.') => ({ act: 'decide', decision, why })

async function run(visitor: Visitor, id: string): Promise<void> {
  expect((await visitor.post(`${path}/${id}/run`, { begins: 'yes' })).status).toBe(303)
}

describe('a cell that is mended', () => {
  test('is checked at once, keeps what it was, and is audited without what it held', async () => {
    const id = await uploaded(ivy, ownSheet({ certified_on: '02/01/23' }))
    expect(await fatesOf(id)).toEqual(['rejected'])
    const mended = { act: 'edit', [cell('certified_on')]: '2023-02-01' }
    const response = await onRow(ivy, id, 0, mended)
    expect(response.status).toBe(303)
    expect(await fatesOf(id)).toEqual(['ready'])
    const page = await textOf(await ivy.get(response.headers.get('Location') ?? ''))
    expect(page).toContain('Was: “02/01/23”.')
    expect((await deedsOf(id)).at(-1)).toEqual({
      actor: ivy.name,
      act: 'edited-import-row',
      why: null,
      detail: { row: 2, line: 2, columns: ['certified_on'] },
    })
    await onRow(ivy, id, 0, { act: 'edit', [cell('certified_on')]: '02/01/23' })
    expect((await rowsOf(id))[0]?.was).toEqual({})
  })

  test('counts for the other rows as well', async () => {
    const id = await uploaded(ivy, ownSheet({}, {}))
    const number = (await rowsOf(id))[0]?.officeNumber as string
    await onRow(ivy, id, 1, { act: 'edit', [cell('credential_no')]: number })
    expect(await fatesOf(id)).toEqual(['ready', 'rejected'])
    await onRow(ivy, id, 0, { act: 'edit', [cell('credential_no')]: `${number}9` })
    expect(await fatesOf(id)).toEqual(['ready', 'ready'])
  })

  test('leaves every other cell as it stands in the file, byte for byte', async () => {
    const id = await uploaded(ivy, graduates)
    const place = (await rowsOf(id)).findIndex(({ cells }) => cells[0] === 'G024') // its name is not in NFC
    const before = (await rowsOf(id))[place]?.cells ?? []
    const typed = Object.fromEntries(before.map((text, i) => [`cell-${i}`, text.normalize('NFC')]))
    await onRow(ivy, id, place, { act: 'edit', ...typed, 'cell-9': 'OH' })
    const after = (await rowsOf(id))[place]?.cells
    expect(after).toEqual(before.with(9, 'OH'))
  })

  test('that holds too much, or nothing new, is said at its field', async () => {
    const id = await uploaded(ivy, ownSheet({}))
    const large = await onRow(ivy, id, 0, { act: 'edit', [cell('region')]: 'x'.repeat(4097) })
    expect([large.status, await textOf(large)]).toEqual([
      422,
      expect.stringContaining('region: a cell holds'),
    ])
    const same = await onRow(ivy, id, 0, { act: 'edit', [cell('region')]: 'TX' })
    expect([same.status, await textOf(same)]).toEqual([422, expect.stringContaining('No cell was changed.')])
    expect((await rowsOf(id))[0]?.version).toBe(0)
  })
})

describe('a row that waits in review', () => {
  test('G041 is decided, with a reason, and issued', async () => {
    const id = await uploaded(ivy, new Uint8Array([...graduates, 10]))
    const place = (await rowsOf(id)).findIndex(({ cells }) => cells[0] === 'G041')
    await onRow(ivy, id, place, decide('issue'))
    expect((await deedsOf(id)).at(-1)).toEqual({
      actor: ivy.name,
      act: 'decided-import-row',
      why: 'She said so on the telephone.',
      detail: { row: 42, line: 42, decision: 'issue' },
    })
    const { line } = (await rowsOf(id))[place] ?? {}
    expect(await textOf(await ivy.get(`${path}/${id}/rows/${line}`))).toContain(
      'She said so on the telephone.',
    )
    await run(ivy, id)
    const row = (await rowsOf(id))[place]
    expect(row?.fate).toBe('issued')
    expect(await textOf(await ivy.get(`/c/${row?.number}`))).toContain('Ashgrove')
  })

  test('needs a reason and a choice', async () => {
    const id = await uploaded(ivy, ownSheet({ display_name: FORMER }))
    for (const wrong of [decide('issue', ''), decide(''), decide('issue', 'x'.repeat(501))]) {
      expect((await onRow(ivy, id, 0, wrong)).status).toBe(422)
    }
    expect(await fatesOf(id)).toEqual(['undecided'])
  })

  test('is left out, and that can be taken back until it is issued', async () => {
    const id = await uploaded(ivy, ownSheet({ display_name: FORMER }, {}))
    await onRow(ivy, id, 0, decide('leave'))
    expect(await fatesOf(id)).toEqual(['left-out', 'ready'])
    await run(ivy, id)
    await onRow(ben, id, 0, { act: 'take-back' })
    expect(await fatesOf(id)).toEqual(['undecided', 'issued'])
    await onRow(ben, id, 0, decide('issue'))
    await run(ivy, id)
    const late = await onRow(ivy, id, 0, { act: 'take-back' })
    expect([late.status, await textOf(late)]).toEqual([409, expect.stringContaining('was issued meanwhile')])
  })

  test('a decision is about what was found: an edit, or something new in the row, ends it', async () => {
    const id = await uploaded(ivy, ownSheet({}, { display_name: FORMER }))
    await onRow(ivy, id, 1, decide('issue'))
    const { email = '' } = Object.fromEntries([
      ['email', (await rowsOf(id))[1]?.cells[Number(cell('email').slice(5))]],
    ])
    await onRow(ivy, id, 0, { act: 'edit', [cell('email')]: email })
    expect(await fatesOf(id)).toEqual(['ready', 'undecided'])
    await onRow(ivy, id, 1, decide('issue'))
    await onRow(ivy, id, 1, { act: 'edit', [cell('region')]: 'OH' })
    expect(await fatesOf(id)).toEqual(['ready', 'undecided'])
  })

  test('a row that is rejected cannot be let in', async () => {
    const id = await uploaded(ivy, ownSheet({ certified_on: '' }))
    expect((await onRow(ivy, id, 0, decide('issue'))).status).toBe(409)
    expect(await fatesOf(id)).toEqual(['rejected'])
  })
})

describe('a row that was replaced', () => {
  const pair = () =>
    ownSheet(
      { status_event: `superseded 2023-09-01 by LSSC-2024-${++pairs}` },
      { credential_no: `LSSC-2024-${pairs}`, display_name: FORMER },
    )
  let pairs = 70_000

  test('follows what replaced it: in review, let in, left out', async () => {
    const id = await uploaded(ivy, pair())
    expect(await fatesOf(id)).toEqual(['undecided', 'undecided'])
    const early = await onRow(ivy, id, 0, decide('issue'))
    expect([early.status, await textOf(early)]).toEqual([409, expect.stringContaining('Decide the row that')])
    await onRow(ivy, id, 1, decide('leave'))
    expect(await fatesOf(id)).toEqual(['rejected', 'left-out'])
    await onRow(ivy, id, 1, { act: 'take-back' })
    await onRow(ivy, id, 1, decide('issue'))
    expect(await fatesOf(id)).toEqual(['ready', 'ready'])
    await run(ivy, id)
    expect(await fatesOf(id)).toEqual(['issued', 'issued'])
  })
})

test('what follows from one row for 2,000 others is stored in a moment', async () => {
  const successor = `LSSC-2024-${80_000}`
  const replaced = { status_event: `superseded 2023-09-01 by ${successor}` }
  const id = await uploaded(
    ivy,
    ownSheet({ credential_no: successor }, ...Array.from({ length: 2000 }, () => replaced)),
  )
  const began = performance.now()
  await onRow(ivy, id, 0, { act: 'leave-out' })
  expect(await progressOf(id)).toMatchObject({ leftOut: 1, reject: 2000 })
  expect(performance.now() - began).toBeLessThan(20_000)
})

describe('an accepted row', () => {
  test('is left out and brought back by one press', async () => {
    const id = await uploaded(ivy, ownSheet({}, {}))
    const out = await onRow(ivy, id, 0, { act: 'leave-out', from: 'list' })
    expect(out.headers.get('Location')).toBe(`${path}/${id}?done=left#row-2`)
    await run(ivy, id)
    expect(await fatesOf(id)).toEqual(['left-out', 'issued'])
    await onRow(ivy, id, 0, { act: 'take-back' })
    expect(await progressOf(id)).toMatchObject({ issued: 1, waiting: 1, leftOut: 0 })
    expect((await deedsOf(id)).map(({ act }) => act)).toEqual([
      'uploaded-import',
      'left-out-import-row',
      'ran-import',
      'took-back-import-row',
    ])
  })
})

describe('two people on one row', () => {
  test('the second is told who was quicker, sees both, and loses nothing typed', async () => {
    const id = await uploaded(ivy, ownSheet({ region: 'TX' }))
    const [row] = await rowsOf(id)
    const form = (region: string) => ({ act: 'edit', version: '0', [cell('region')]: region })
    const place = `${path}/${id}/rows/${row?.line}`
    expect((await ivy.post(place, form('OH'))).status).toBe(303)
    const late = await ben.post(place, form('ME'))
    const page = await textOf(late)
    expect(late.status).toBe(409)
    expect(page).toContain(`${ivy.name} changed this row after you opened it`)
    expect(page).toContain('value="ME"')
    expect(page).toContain('Now: “OH”.')
    expect(page).toContain('name="version" value="1"')
    expect((await rowsOf(id))[0]?.cells).toContain('OH')
  })

  test('at the same instant, one is done and the other told', async () => {
    const id = await uploaded(ivy, ownSheet({ region: 'TX' }))
    const [row] = await rowsOf(id)
    const place = `${path}/${id}/rows/${row?.line}`
    const sent = [ivy, ben].map((one, i) =>
      one.post(place, { act: 'edit', version: '0', [cell('region')]: ['OH', 'ME'][i] as string }),
    )
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await deedsOf(id)).filter(({ act }) => act === 'edited-import-row')).toHaveLength(1)
  })

  test('on two rows at once, both are done, and the sheet is checked with both', async () => {
    const id = await uploaded(ivy, ownSheet({}, {}, {}))
    const rows = await rowsOf(id)
    const sent = [ivy, ben].map((one, i) =>
      one.post(`${path}/${id}/rows/${rows[i]?.line}`, {
        act: 'edit',
        version: '0',
        [cell('credential_no')]: officeNumber(1, 777),
      }),
    )
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303])
    expect(await fatesOf(id)).toEqual(['ready', 'rejected', 'ready'])
  })

  test('a form sent twice is done once; typed anew after going back, it is another', async () => {
    const id = await uploaded(ivy, ownSheet({}))
    const [row] = await rowsOf(id)
    const form = { act: 'edit', version: '0', request: 'one-form-sent-twice', [cell('region')]: 'OH' }
    const place = `${path}/${id}/rows/${row?.line}`
    expect((await ivy.post(place, form)).status).toBe(303)
    expect((await ivy.post(place, form)).status).toBe(303)
    expect((await rowsOf(id))[0]?.version).toBe(1)
    expect((await ivy.post(place, { ...form, [cell('region')]: 'ME' })).status).toBe(409)
  })
})

test('a row that there is not, and a form that says nothing', async () => {
  const id = await uploaded(ivy, ownSheet({}))
  expect((await ivy.get(`${path}/${id}/rows/77`)).status).toBe(404)
  expect((await ivy.get(`${path}/${id}/rows/x`)).status).toBe(404)
  expect((await ivy.post(`${path}/${id}/rows/2`, { act: 'nothing' })).status).toBe(400)
  expect(await env.DB.prepare("SELECT 1 FROM audit WHERE act = 'nothing'").first()).toBeNull()
})
