// The documentation's tables: every code has its row and its address, and says what the code does.
import { describe, expect, test } from 'vitest'
import { testCases, testNumber } from '../../shared/test-numbers.ts'
import { type Reason, states } from '../../shared/verdict.ts'
import { reasonNotes } from '../../worker/docs/reason-notes.ts'
import { tellReason, tellState } from '../../worker/docs/sample.ts'
import { stateNotes, testCaseNotes } from '../../worker/docs/state-notes.ts'
import { StatesPage } from '../../worker/docs/states.tsx'
import { issuer } from '../support/mint.ts'

const html = String(await (<StatesPage issuer={issuer} />))
const shown = [...states, 'checking', 'unreachable'] as const

describe('states', () => {
  test.each(shown)('%s has an address, and the words that a reader sees', (state) => {
    const row = html.split(`<tr role="row" id="state-${state}">`)[1]?.split('</tr>')[0] ?? ''
    const { headline, pill } = tellState(state, issuer)
    expect(headline + pill).not.toMatch(/undefined|Invalid/)
    expect(row).toContain(`<code>${state}</code>`)
    for (const text of [headline, `In a pill: ${pill}`]) expect(row).toContain(text.replaceAll("'", '&#39;'))
    expect(row.includes(' Green<')).toBe(state === 'valid')
  })

  test('no other has', () => {
    expect(Object.keys(stateNotes).sort()).toEqual([...shown].sort())
  })

  test.each(testCases)('the test number for %s stands beside its state', (testCase) => {
    const row = html.split(`id="state-${testCaseNotes[testCase].state}"`)[1]?.split('</tr>')[0]
    expect(row).toContain(`href="/c/${testNumber(testCase)}"`)
  })
})

test.each(Object.keys(reasonNotes) as Reason[])('the reason %s has an address, and a sentence', (reason) => {
  expect(html).toContain(`<tr role="row" id="reason-${reason}">`)
  expect(tellReason(reason, issuer)).toMatch(/^\p{Lu}[\p{Ll} ]/u)
})

test('nothing in it is a gate, a score or a level', () => {
  expect(html).not.toMatch(/\b(qualified|score|level|rank|paraprofessional|fake|owner)\b/i)
})
