/** How a holder's records stand today: by the very verdict that others are told, whoever of them may see it. */
import { type Telling, tell } from '../../shared/telling.ts'
import type { Trust } from '../../shared/verify.ts'
import { en } from '../../shared/words/en.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Current, currentByNumber } from '../store/credentials.ts'
import { trustOf } from '../trust.ts'
import { ZONE } from '../when.ts'
import { judgeOwn } from './look-up.ts'

export interface OwnRecord extends Pick<Current, 'number' | 'record' | 'standing' | 'visibility'> {
  telling: Telling
  checkedAt: string
  /** Their other records, but for those that were replaced. */
  others: string[]
}

/**
 * All records of a session. What was replaced comes last: the newer one is what they come for.
 * @throws Problem `not-found` where one was removed meanwhile
 */
export async function readAllOwn(desk: Desk, numbers: string[]): Promise<OwnRecord[]> {
  const all = await recordsOf(desk, numbers)
  const replaced = ({ standing }: Current) => Number(standing === 'superseded')
  const ordered = all.toSorted((a, b) => replaced(a) - replaced(b))
  const trust = trustOf(desk)
  return Promise.all(ordered.map((one) => judged(desk, one, all, trust)))
}

/**
 * One record of a session.
 * @param numbers all of the session
 * @throws Problem `not-found` where it was removed meanwhile
 */
export async function readOwn(desk: Desk, number: string, numbers: string[]): Promise<OwnRecord> {
  const all = await recordsOf(desk, numbers)
  const one = all.find((each) => each.number === number)
  if (!one) throw new Problem('not-found')
  return judged(desk, one, all, trustOf(desk))
}

async function recordsOf(desk: Desk, numbers: string[]): Promise<Current[]> {
  const found = await Promise.all(numbers.map((number) => currentByNumber(desk.db, number)))
  return found.filter((one) => one !== null)
}

async function judged(desk: Desk, one: Current, all: Current[], trust: Trust): Promise<OwnRecord> {
  const { number, record, standing, visibility } = one
  const verdict = await judgeOwn(desk, number, trust)
  if (!verdict) throw new Problem('not-found')
  return {
    number,
    record,
    standing,
    visibility,
    telling: tell(verdict, desk.issuer, { words: en, timeZone: ZONE }),
    checkedAt: verdict.checkedAt,
    others: all
      .filter((other) => other.number !== number && other.standing !== 'superseded')
      .map((other) => other.number),
  }
}
