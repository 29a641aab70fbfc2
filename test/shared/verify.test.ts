import { expect, test } from 'vitest'
import { layers } from './layers.corpus.ts'
import { corpus, green } from './verify.corpus.ts'

test.for([...corpus, ...layers])('$id $says', async ({ happens, expected }) => {
  expect(await happens()).toEqual(expected)
})

test('only what is named is ever green', () => {
  const valid = corpus.filter(({ expected }) => (expected as { state: string }).state === 'valid')
  expect(valid.map(({ id }) => id).sort()).toEqual(Object.keys(green).sort())
})

test('every recipe of the reference is here, once', () => {
  const ids = [...corpus, ...layers].map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  const recipes = [
    ...Array.from({ length: 58 }, (_, i) => `J${String(i).padStart(2, '0')}`),
    ...Array.from({ length: 22 }, (_, i) => `S${String(i).padStart(2, '0')}`),
  ]
  expect(recipes.filter((recipe) => !ids.some((id) => id.startsWith(recipe)))).toEqual([])
})
