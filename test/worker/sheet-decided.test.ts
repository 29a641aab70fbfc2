/** What people have said of a sheet's rows, and what follows for the others; and cells that a spreadsheet would run. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf, guarded, unguarded } from '../../worker/sheet/csv.ts'
import { readTable, type Table } from '../../worker/sheet/file.ts'
import { checkTable, type Decision } from '../../worker/sheet/sheet.ts'
import { bytesOf, type Sample, sheetOf, TODAY } from './sheet-samples.ts'

const FORMER = { display_name: 'Pat Example (formerly Sample)' }
const replacedBy = (row: number) => ({
  status_event: `superseded 2024-09-01 by LSSC-2023-${String(row).padStart(4, '0')}`,
})

function tableOf(...changes: Partial<Sample>[]): Table {
  const table = readTable(sheetOf(...changes))
  if ('refused' in table) throw new Error(table.refused)
  return table
}

function outcomes(table: Table, decided: [row: number, Decision][] = []): string[] {
  return checkTable(table, TODAY, new Map(decided.map(([row, decision]) => [row + 1, decision]))).rows.map(
    ({ outcome, findings }) => [outcome, ...findings.map(({ code }) => code)].join(' '),
  )
}

describe('a row that was replaced follows what replaced it', () => {
  const table = tableOf(replacedBy(2), replacedBy(3), FORMER)

  test('as long as nobody has decided', () => {
    expect(outcomes(table)).toEqual([
      'review successor-in-review',
      'review successor-in-review',
      'review name-former',
    ])
  })

  test('when that is let in', () => {
    expect(outcomes(table, [[3, 'issue']])).toEqual(['accept', 'accept', 'review name-former'])
  })

  test('when that is left out', () => {
    expect(outcomes(table, [[3, 'leave']])).toEqual([
      'reject successor-rejected',
      'reject successor-left-out',
      'review name-former',
    ])
  })
})

test('5,000 awards, each replaced by the next one, take no longer than 5,000 others', () => {
  const chain = tableOf(...Array.from({ length: 4999 }, (_, i) => replacedBy(i + 2)), {})
  expect(new Set(outcomes(chain))).toEqual(new Set(['accept']))
  const ring = tableOf(...Array.from({ length: 5000 }, (_, i) => replacedBy(((i + 1) % 5000) + 1)))
  expect(new Set(outcomes(ring))).toEqual(new Set(['reject successor-loop']))
}, 20_000)

describe('a cell that a spreadsheet would run', () => {
  test('is text there, and itself again when it comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', "'", 'a', '1') }), (cell) => {
        const there = guarded(cell)
        expect(/^[=+@]|^-./.test(there) && there.length > 1).toBe(false)
        // What a person has guarded already stays theirs to unguard.
        if (!/^'[=+\-@\t]/.test(cell)) expect(unguarded(there)).toBe(cell)
      }),
    )
  })

  test('comes through a whole file', () => {
    const cells = ['=1+1', '+1', '-1', '@x', '-', "O'Hara", "'", 'a "b", c', 'two\nlines']
    const header = 'name,certified_on,expires_on,foundations-of-library-services,communication-and-teamwork'
    const file = csvOf([`${header},technology,a,b,c`.split(','), cells])
    const back = readTable(bytesOf(file))
    expect('refused' in back ? back.refused : back.rows[0]?.cells).toEqual(cells)
  })
})
