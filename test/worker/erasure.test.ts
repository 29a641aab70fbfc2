// Every table and every column is either emptied when a record is removed, or said to hold nothing of whose it is.
import { expect, test } from 'vitest'
import { impersonal, rules } from '../../worker/store/personal-data.ts'
import { columnsOf, tables } from './erasing.ts'

const ruled = (table: string) => rules.filter((rule) => rule.table === table)

test('nothing is kept of which nobody has said what becomes of it', async () => {
  for (const table of await tables()) {
    if (ruled(table).some(({ becomes }) => becomes === 'gone')) continue
    const said = [
      ...ruled(table).flatMap(({ becomes }) => Object.keys(becomes)),
      ...(impersonal[table] ?? '').split(' ').filter(Boolean),
    ]
    expect({ table, columns: [...new Set(said)].sort() }).toEqual({
      table,
      columns: (await columnsOf(table)).sort(),
    })
    // A column is one or the other, unless a state is moved or a number is written in.
    const both = said.filter(
      (column, i) => said.indexOf(column) !== i && (impersonal[table] ?? '').split(' ').includes(column),
    )
    expect({ table, both }).toEqual({ table, both: [] })
  }
})

test('what the rules speak of is there', async () => {
  const there = await tables()
  for (const table of [...rules.map((rule) => rule.table), ...Object.keys(impersonal)])
    expect(there).toContain(table)
})
