// A desk with its own clock, over whatever database the test gives it; and databases that fail.
import { type Desk, deskOf, type Env } from '../../worker/desk.ts'

type Database = Desk['db']

export interface TestDesk extends Desk {
  /** Lets so many seconds pass; its clock stands still otherwise. */
  wait(seconds: number): void
}

/** When most tests happen. */
export const NOW = '2026-11-22T15:00:00.000Z'

export function makeDesk(env: Env, at: string | Date = NOW): TestDesk {
  let now = new Date(at)
  return {
    ...deskOf(env),
    now: () => now,
    wait: (seconds) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }
}

/** A database that cannot be reached: whatever it is asked, it throws as D1 does. */
export const unreachable = new Proxy({} as Database, {
  get: () => () => {
    throw new Error('D1_ERROR: Network connection lost.')
  },
})

/** The same database, but before it commits the first batch, something else happens. */
export function overtaken(db: Database, meanwhile: () => Promise<unknown>): Database {
  let happened = false
  return {
    prepare: (sql: string) => db.prepare(sql),
    batch: async (statements: Parameters<Database['batch']>[0]) => {
      if (!happened) {
        happened = true
        await meanwhile()
      }
      return db.batch(statements)
    },
  } as Database
}

/** The same database, but its answer to the first batch is lost on the way back. */
export function forgetful(db: Database): Database {
  let forgot = false
  return {
    prepare: (sql: string) => db.prepare(sql),
    batch: async (statements: Parameters<Database['batch']>[0]) => {
      const answer = await db.batch(statements)
      if (forgot) return answer
      forgot = true
      throw new Error('D1_ERROR: Network connection lost.')
    },
  } as Database
}
