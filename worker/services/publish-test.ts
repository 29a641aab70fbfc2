/** The test issuer's status lists: really signed when they are read, two of them with an hour that has passed. */
import { type Standing, standings } from '../../shared/status-list.ts'
import { testCases } from '../../shared/test-numbers.ts'
import type { Desk } from '../desk.ts'
import type { Keys } from '../keys.ts'
import { type Published, proveList, sealLists } from './seal-lists.ts'

/** By name, how many hours ago it was signed, as it says: green, then "as of", then too old for anything. */
const testLists = { 'test-1': 0, 'test-2': 2, 'test-3': 48 } as const
export type TestList = keyof typeof testLists

/**
 * The two signed lists of this name.
 * @returns null when there is no such list
 */
export async function publishTest(desk: Desk, name: string): Promise<Published | null> {
  return isTestList(name) ? made(desk, name, sealLists) : null
}

/**
 * The revocation list of this name as JSON.
 * @returns null when there is no such list
 */
export async function publishTestProved(desk: Desk, name: string): Promise<string | null> {
  return isTestList(name) ? made(desk, name, proveList) : null
}

async function made<T>(
  desk: Desk,
  name: TestList,
  make: (keys: Keys, url: string, entries: typeof notGood, signedAt: Date) => Promise<T>,
): Promise<T> {
  const signedAt = new Date(desk.now().getTime() - testLists[name] * 3_600_000)
  const { published } = await desk.testKeys()
  return make(published, `${desk.issuer.origin}/status/${name}`, notGood, signedAt)
}

function isTestList(name: string): name is TestList {
  return Object.hasOwn(testLists, name)
}

/** A case's entry is its place in the list of cases. Those that are a standing are called by its name. */
const notGood = testCases.flatMap((testCase, entry) =>
  isStanding(testCase) ? [{ entry, standing: testCase }] : [],
)

function isStanding(testCase: string): testCase is Standing {
  return standings.some((one) => one === testCase)
}
