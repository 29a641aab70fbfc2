// The documentation beside the code that it speaks of: neither may say what the other does not.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Reason } from '../shared/verdict.ts'
import { attributes, parts, properties, smallerParts } from '../worker/docs/element.ts'
import { layoutRule } from '../worker/docs/layout-rule.ts'
import { reasonNotes } from '../worker/docs/reason-notes.ts'
import { stateNotes } from '../worker/docs/state-notes.ts'
import { corpus } from './shared/verify.corpus.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const element = read('widget/badge.ts')
const readme = read('widget/README.md')

/** The names that the element's own contract gives, e.g. for `@attr`. */
const contract = (tag: string) =>
  [...element.matchAll(new RegExp(`@${tag} (?:--lssc-badge-)?(\\S+) - `, 'g'))].map(([, name]) => name).sort()

const names = (rows: [name: string, ...rest: unknown[]][]) => rows.map(([name]) => name)

describe('the element', () => {
  test.each([
    ['attr', names(attributes)],
    ['cssproperty', names(properties)],
    ['csspart', [...parts, ...smallerParts]],
  ])('@%s: every one is documented, and no other', (tag, documented) => {
    expect([...documented].sort()).toEqual(contract(tag))
  })

  test.each(names(attributes))('the README of the repository tells %s, too', (name) => {
    expect(readme).toContain(`\`${name}\``)
  })
})

test('the rule that keeps a page still is the README’s', () => {
  expect(layoutRule).toBe(/```css\n([\s\S]+?)\n```/.exec(readme)?.[1])
})

test('the README and the documentation know the same states', () => {
  const [, table = ''] = readme.split('## States')
  const rows = [...(table.split('## ')[0] ?? '').matchAll(/^\| (`.+?`) +\|/gm)].map(([, codes = '']) => codes)
  const codes = rows.flatMap((row) => [...row.matchAll(/`(.+?)`/g)].map(([, code]) => code))
  expect(codes.sort()).toEqual(Object.keys(stateNotes).sort())
})

/** Of each reason, what the verifier does wherever it is the only thing wrong: `check result: state`. */
const done = new Map<string, Set<string>>()
for (const { expected } of corpus) {
  const { state, checks } = expected as { state: string; checks?: string[] }
  const wrong = (checks ?? []).filter((check) => !check.endsWith(' passed'))
  const reasons = new Set(wrong.map((check) => check.split(': ')[1]))
  const [check = '', reason = ''] = wrong[0]?.split(': ') ?? []
  if (reasons.size === 1) done.set(reason, (done.get(reason) ?? new Set()).add(`${check}: ${state}`))
}

test.each(Object.keys(reasonNotes) as Reason[])(
  '%s: the check and the state are the verifier’s',
  (reason) => {
    const { check, result, state } = reasonNotes[reason]
    expect([...(done.get(reason) ?? [])]).toEqual([`${check} ${result}: ${state}`])
  },
)
