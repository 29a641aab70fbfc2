// The limits of time (F: the list's age, D: the credential's dates), and what is told first when two things apply (P).

import { addDays, dayOf, wholeSeconds } from '../../shared/dates.ts'
import type { Case } from '../support/corpus.ts'
import {
  good,
  index,
  later,
  makeClaims,
  makeStanding,
  now,
  revoked,
  superseded,
  suspended,
} from '../support/mint.ts'
import {
  AGED,
  notChecked,
  type Outcome,
  opened,
  REVOKED,
  recipe,
  SUPERSEDED,
  SUSPENDED,
  standing,
  unavailable,
  valid,
} from '../support/recipe.ts'

/** `list-aged` from 15 minutes, nothing from 24 hours; from the future no more than clocks differ. */
const ages: Case[] = (
  [
    [-300, unavailable('list-stale')],
    [-121, unavailable('list-stale')],
    [-120, valid],
    [-1, valid],
    [0, valid],
    [14 * 60 + 59, valid],
    [15 * 60, valid],
    [15 * 60 + 1, opened('as-of', AGED)],
    [3600, opened('as-of', AGED)],
    [24 * 3600, opened('as-of', AGED)],
    [24 * 3600 + 1, unavailable('list-stale')],
    [25 * 3600, unavailable('list-stale')],
  ] as const
).map(([age, expected]) =>
  standing(
    `F${age}`,
    `a list signed ${age} seconds ago`,
    async ({ signList }) => signList(await makeStanding([], later(-age))),
    expected,
  ),
)

const notBegun = opened('not-yet-valid', { dates: 'failed: not-begun' })
const ended = opened('expired', { dates: 'failed: ended' })

const dates: Case[] = [
  ...(
    [
      [-3600, valid],
      [0, valid],
      [120, valid],
      [121, notBegun],
      [86_400, notBegun],
    ] as const
  ).map(([ahead, expected]) =>
    recipe(
      `D-from${ahead}`,
      `validFrom ${ahead} seconds ahead`,
      async ({ sign }) => sign(await makeClaims({}, { validFrom: wholeSeconds(later(ahead)) })),
      expected,
    ),
  ),
  ...(
    [
      [-1000, valid],
      [0, valid],
      [1, ended],
      [1000, ended],
      [120_000, ended],
      [121_000, ended],
    ] as const
  ).map(([past, expected]) =>
    recipe(
      `D-until${past}`,
      `${past} ms after the last second`,
      ({ token }) => token,
      expected,
      async ({ signList, claims }) => {
        const at = new Date(new Date(claims.validUntil as string).getTime() + past)
        return { now: at, standing: await signList(await makeStanding([], at)) }
      },
    ),
  ),
  recipe(
    'D-day',
    'its last day is today, wherever in the U.S. that is',
    async ({ sign }) => sign(await makeClaims({ expiresOn: dayOf(now) })),
    valid,
  ),
  recipe(
    'D-day-after',
    'its last day was yesterday, wherever in the U.S. that was',
    async ({ sign }) => sign(await makeClaims({ expiresOn: addDays(dayOf(now), -1) })),
    ended,
  ),
]

// --- what comes first ---

interface Situation {
  says: string
  value?: number
  age?: number
  unreachable?: boolean
  expired?: boolean
  early?: boolean
  onFile?: boolean | null
  expected: Outcome
}

const NOT_ON_FILE = { onFile: 'failed: not-on-file' }
const NOT_ASKED = { onFile: 'not-checked: register-unreachable' }
const UNREACHABLE = { standing: notChecked('list-unreachable') }
const ENDED = { dates: 'failed: ended' }
const EARLY = { dates: 'failed: not-begun' }
const ON_FILE = { onFile: 'passed' }

const precedence: Case[] = (
  [
    { says: 'on file', onFile: true, expected: opened('valid', ON_FILE) },
    { says: 'not on file', onFile: false, expected: opened('not-on-file', NOT_ON_FILE) },
    { says: 'the register could not be asked', onFile: null, expected: opened('as-of', NOT_ASKED) },
    { says: 'good, explicitly', value: good, expected: valid },
    { says: 'revoked', value: revoked, expected: opened('revoked', REVOKED) },
    { says: 'suspended', value: suspended, expected: opened('suspended', SUSPENDED) },
    { says: 'superseded', value: superseded, expected: opened('superseded', SUPERSEDED) },
    { says: 'revoked, an hour ago', value: revoked, age: 3600, expected: opened('revoked', REVOKED) },
    { says: 'suspended, an hour ago', value: suspended, age: 3600, expected: opened('suspended', SUSPENDED) },
    {
      says: 'superseded, an hour ago',
      value: superseded,
      age: 3600,
      expected: opened('superseded', SUPERSEDED),
    },
    {
      says: 'revoked, two days ago: not known',
      value: revoked,
      age: 172_800,
      expected: unavailable('list-stale'),
    },
    {
      says: 'expired, list unreachable',
      expired: true,
      unreachable: true,
      expected: opened('status-unavailable', { ...UNREACHABLE, ...ENDED }),
    },
    {
      says: 'expired, list aged',
      expired: true,
      age: 3600,
      expected: opened('expired', { ...AGED, ...ENDED }),
    },
    {
      says: 'expired, revoked',
      expired: true,
      value: revoked,
      expected: opened('revoked', { ...REVOKED, ...ENDED }),
    },
    {
      says: 'expired, suspended',
      expired: true,
      value: suspended,
      expected: opened('suspended', { ...SUSPENDED, ...ENDED }),
    },
    {
      says: 'expired, superseded',
      expired: true,
      value: superseded,
      expected: opened('superseded', { ...SUPERSEDED, ...ENDED }),
    },
    {
      says: 'not begun, list unreachable',
      early: true,
      unreachable: true,
      expected: opened('not-yet-valid', { ...UNREACHABLE, ...EARLY }),
    },
    {
      says: 'not begun, superseded',
      early: true,
      value: superseded,
      expected: opened('superseded', { ...SUPERSEDED, ...EARLY }),
    },
    {
      says: 'not begun, list aged',
      early: true,
      age: 3600,
      expected: opened('not-yet-valid', { ...AGED, ...EARLY }),
    },
    {
      says: 'not on file, revoked',
      onFile: false,
      value: revoked,
      expected: opened('not-on-file', { ...NOT_ON_FILE, ...REVOKED }),
    },
    {
      says: 'not on file, list unreachable',
      onFile: false,
      unreachable: true,
      expected: opened('not-on-file', { ...NOT_ON_FILE, ...UNREACHABLE }),
    },
    {
      says: 'on file, revoked',
      onFile: true,
      value: revoked,
      expected: opened('revoked', { ...ON_FILE, ...REVOKED }),
    },
    {
      says: 'register and list unreachable',
      onFile: null,
      unreachable: true,
      expected: opened('status-unavailable', { ...NOT_ASKED, ...UNREACHABLE }),
    },
    {
      says: 'register unreachable, expired',
      onFile: null,
      expired: true,
      expected: opened('expired', { ...NOT_ASKED, ...ENDED }),
    },
    {
      says: 'register unreachable, suspended',
      onFile: null,
      value: suspended,
      expected: opened('suspended', { ...NOT_ASKED, ...SUSPENDED }),
    },
  ] as Situation[]
).map(({ says, value, age = 0, unreachable, expired, early, onFile, expected }, i) =>
  recipe(
    `P${String(i + 1).padStart(2, '0')}`,
    says,
    async ({ sign }) =>
      sign(
        await makeClaims(
          expired ? { expiresOn: '2026-06-15' } : {},
          early ? { validFrom: '2026-12-01T12:00:00Z' } : {},
        ),
      ),
    expected,
    async ({ signList }) => ({
      ...(onFile === undefined ? {} : { onFile }),
      standing: unreachable
        ? null
        : await signList(await makeStanding(value === undefined ? [] : [[index, value]], later(-age))),
    }),
  ),
)

export const times: Case[] = [...ages, ...dates, ...precedence]
