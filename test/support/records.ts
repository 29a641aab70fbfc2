// Records of their own for the tests in browsers: they all share one service, and its clock is the real one.
import { addDays, addYears, latestDay } from '../../shared/dates.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { makeAreas, makeAward } from './award.ts'
import { staff } from './staff.ts'

/** Today, `days` from it. */
export function dayFromNow(days: number): string {
  return addDays(latestDay(new Date()), days)
}

/** Issued over the API, as another program would. */
export async function issueAt(
  origin: string,
  changes: Partial<AwardRecord> = {},
): Promise<{ number: string; url: string; token: string }> {
  const response = await fetch(`${origin}/api/v1/credentials`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${staff[0].key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ record: makeAward(changes) }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  return response.json() as Promise<{ number: string; url: string; token: string }>
}

/** An award whose last day is so many days from now. */
export function endingIn(days: number): Partial<AwardRecord> {
  const expiresOn = dayFromNow(days)
  const certifiedOn = addYears(expiresOn, -4)
  return {
    certifiedOn,
    expiresOn,
    enrolledOn: addDays(certifiedOn, -300),
    areas: makeAreas().map((area) => ({ ...area, completedOn: addDays(certifiedOn, -30) })),
  }
}
