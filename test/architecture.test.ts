// The laws of the house, checked by reading the tree. A law is one entry of test/support/laws.ts.
import { describe, expect, test } from 'vitest'
import { laws, lengths } from './support/laws.ts'
import { growTree, readTree } from './support/tree.ts'

const tree = readTree()

describe('the laws of the house', () => {
  for (const law of laws) test(law.name, () => expect(law.broken(tree)).toEqual([]))
})

describe('each law can be broken', () => {
  for (const law of laws) test(law.name, () => expect(law.broken(growTree(law.sample))).not.toEqual([]))
})

test('long files are named', () => {
  const long = lengths(tree).filter(([, lines]) => lines > 250)
  for (const [path, lines] of long) console.warn(`${path} has ${lines} lines: time to divide it?`)
})
