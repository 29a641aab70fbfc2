// The lists of controls name places in the source. `npm run test:controls` switches each off, and takes long; that each
// still stands where its list says is seen here at once.
import { expect, test } from 'vitest'
import { everyControl } from './support/every-control.ts'
import { readTree } from './support/tree.ts'

test('each control stands exactly once where its list says', () => {
  const { files } = readTree()
  const astray = everyControl
    .map(
      ({ file, name, text }) => `${file}, ${name}: ${(files.get(file) ?? '').split(text).length - 1} times`,
    )
    .filter((found) => !found.endsWith(': 1 times'))
  expect(astray).toEqual([])
})
