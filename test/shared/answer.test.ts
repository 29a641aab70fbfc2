// What the service knows of a record is added to a verdict only where the signed status says the same.
import { expect, test } from 'vitest'
import { withAnswer } from '../../shared/answer.ts'
import type { Credential } from '../../shared/credential.ts'
import type { State, Verdict } from '../../shared/verdict.ts'

const number = '7K3M-9QXD-4T29'
const url = `https://lssc.example/c/${number}`
const verdict = (state: State): Verdict => ({
  state,
  checks: [],
  credential: { number, url } as Credential,
  checkedAt: '2026-11-22T12:00:00Z',
  by: 'browser',
})
const held = { number, token: 'a.b.c' }

test('an older version of a record that still stands was replaced at the same address', () => {
  expect(withAnswer(verdict('superseded'), held).circumstances).toEqual({
    state: 'superseded',
    successor: url,
  })
})

test('a record that was replaced by another one points where the service says, or nowhere', () => {
  const elsewhere = { state: 'superseded', successor: 'https://lssc.example/c/OTHER' } as const
  expect(withAnswer(verdict('superseded'), { ...held, circumstances: elsewhere }).circumstances).toEqual(
    elsewhere,
  )
  const nowhere = { state: 'superseded', since: '2026-01-02' } as const
  expect(withAnswer(verdict('superseded'), { ...held, circumstances: nowhere }).circumstances).toEqual(
    nowhere,
  )
})

test('nothing is added that the signed status does not say, nor without an answer', () => {
  const revoked = { state: 'revoked', reason: 'made up' } as const
  for (const state of ['valid', 'suspended', 'superseded'] as const) {
    expect(withAnswer(verdict(state), { ...held, circumstances: revoked })).toEqual(verdict(state))
  }
  expect(withAnswer(verdict('valid'), held)).toEqual(verdict('valid'))
  expect(withAnswer(verdict('superseded'), { number, state: 'withheld' })).toEqual(verdict('superseded'))
  expect(withAnswer(verdict('superseded'), undefined)).toEqual(verdict('superseded'))
})
