/** Looks whether the service can do what it promises, by doing a little of each. */

import { secondsOf } from '../../shared/dates.ts'
import { open } from '../../shared/jws.ts'
import type { Desk } from '../desk.ts'
import { setting } from '../store/settings.ts'
import { allLists } from '../store/status-lists.ts'
import { publish } from './publish.ts'

export interface Health {
  ok: boolean
  keys: boolean
  database: boolean
  statusList: boolean
}

export async function checkHealth(desk: Desk): Promise<Health> {
  const [keys, database, statusList] = await Promise.all([
    works(() => signsAndOpens(desk)),
    works(async () => (await setting(desk.db, 'origin')) === desk.issuer.origin),
    works(() => publishesAll(desk)),
  ])
  return { ok: keys && database && statusList, keys, database, statusList }
}

/** Signs with the active credential key and opens it with what is published under the same kid. */
async function signsAndOpens(desk: Desk): Promise<boolean> {
  const token = await desk.keys.seal('credential', 'JWT', { iat: secondsOf(desk.now()) })
  return 'payload' in (await open(token, desk.keys.set, { purpose: 'credential', typ: 'JWT' }))
}

async function publishesAll(desk: Desk): Promise<boolean> {
  const lists = await Promise.all((await allLists(desk.db)).map((list) => publish(desk, list)))
  return lists.every((list) => list !== null)
}

async function works(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check()
  } catch (error) {
    console.error(error)
    return false
  }
}
