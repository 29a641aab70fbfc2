/** Sets aside what a new version needs before it is signed: a number, and entries of a status list. */
import { isTestNumber, makeNumber } from '../../shared/number.ts'
import { ENTRIES } from '../../shared/status-list.ts'
import type { Desk } from '../desk.ts'
import { newestList, openList, takenEntries } from '../store/status-lists.ts'

/** A list is full at a quarter, so that a drawn entry is nearly always free. */
const FULL = ENTRIES / 4

/** A random number. That none has it yet is for the table to say: one in 10^16 tries would fail, and be tried again. */
export function drawNumber(desk: Desk): string {
  const number = makeNumber(desk.random(11))
  return isTestNumber(number) ? drawNumber(desk) : number
}

/**
 * Draws free entries of the newest list, at random over all of it, so that neighbours tell nothing.
 * @returns as many as asked for, all different
 */
export async function drawEntries(desk: Desk, count: number): Promise<{ list: number; entries: number[] }> {
  const newest = await newestList(desk.db)
  const list = !newest ? 1 : newest.taken + count > FULL ? newest.list + 1 : newest.list
  if (list !== newest?.list) await openList(desk.db, list)
  const drawn = new Set<number>()
  while (drawn.size < count * 2 + 4) drawn.add(randomEntry(desk))
  const taken = await takenEntries(desk.db, list, [...drawn])
  const free = [...drawn].filter((entry) => !taken.has(entry)).slice(0, count)
  return free.length === count ? { list, entries: free } : drawEntries(desk, count)
}

/** 17 bits of three random bytes: every entry equally likely. */
function randomEntry(desk: Desk): number {
  const [a, b, c] = desk.random(3) as unknown as [number, number, number]
  return ((a << 16) | (b << 8) | c) & (ENTRIES - 1)
}
