// Names as people type them, and as they stand on records.
import { describe, expect, test } from 'vitest'
import { foldName, foldTyped } from '../../shared/name-fold.ts'
import type { HolderName } from '../../shared/record.ts'

/** Would a search for this find a record with that name? */
function finds(typed: string, name: Partial<HolderName> & { display: string }): boolean {
  const folded = foldName({ order: 'given-first', ...name })
  const words = foldTyped(typed)
  return words.length > 0 && words.every((spellings) => spellings.some((word) => folded.includes(word)))
}

describe('a name is found', () => {
  test.for<[string, Partial<HolderName> & { display: string }]>([
    ['lukasz', { display: 'Łukasz Wiśniewski' }],
    ['WISNIEWSKI lukasz', { display: 'Łukasz Wiśniewski' }],
    ['Wiśniewski, Łukasz', { display: 'Łukasz Wiśniewski' }],
    ['wisn', { display: 'Łukasz Wiśniewski' }],
    ['李娜', { display: 'Li Na', native: '李娜' }],
    ['li na', { display: 'Li Na', native: '李娜' }],
    ['na li', { display: 'Li Na', native: '李娜' }],
    ['娜', { display: 'Li Na', native: '李娜' }],
    ['李 娜', { display: 'Li Na', native: '李娜' }],
    ['민준', { display: 'Kim Min-jun', native: '김민준' }],
    ["o'dowd", { display: 'Maria-Elena O’Dowd' }],
    ['O’Dowd', { display: "Maria-Elena O'Dowd" }],
    ['OʼDowd', { display: "Maria-Elena O'Dowd" }],
    ['odowd', { display: 'Maria-Elena O’Dowd' }],
    ['dowd', { display: 'Maria-Elena O’Dowd' }],
    ['o dowd', { display: 'Maria-Elena O’Dowd' }],
    ['elena', { display: 'Maria-Elena O’Dowd' }],
    ['maria elena', { display: 'Maria-Elena O’Dowd' }],
    ['mariaelena', { display: 'Maria-Elena O’Dowd' }],
    ['muller', { display: 'Jörg Müller' }],
    ['mueller', { display: 'Jörg Müller' }],
    ['Müller', { display: 'Joerg Mueller' }],
    ['hansen', { display: 'Ann Smith', former: ['Ann Hansen'] }],
    ['nguyen', { display: 'Nguyễn Thị Minh Khai' }],
    ['Dr. Ann Smith', { display: 'Ann Smith' }],
  ])('%s', ([typed, name]) => expect(finds(typed, name)).toBe(true))
})

describe('a name is not found', () => {
  test.for<[string, string]>([
    ['mary smith', 'Ann Smith'],
    ['mith', 'Ann Smith'],
    ['%', 'Ann Smith'],
    ['', 'Ann Smith'],
    ['Dr.', 'Ann Smith'],
  ])('%s: %s', ([typed, display]) => expect(finds(typed, { display })).toBe(false))
})

test('a long text is looked for by its first words', () => {
  expect(foldTyped('a b c d e f g h i j')).toHaveLength(8)
})
