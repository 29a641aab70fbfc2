/** Takes in a request to the office. Nothing is looked up: whoever asks learns nothing of what is on file. */
import { sha256, toBase64url } from '../../shared/bytes.ts'
import { isNumber } from '../../shared/number.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import type { RequestBody, RequestKind } from '../request-kinds.ts'
import { keepRequest } from '../store/requests.ts'

const DAY = 24 * 3_600_000
/** More than a handful of people can read in a day: then somebody is playing, and nobody is served by it. */
export const MOST_A_DAY = 200
/** Nothing that is mistaken for another when it is read aloud. */
const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Keeps a request. The same once more within a day is the same request.
 * @returns its reference, for its sender to name it by
 * @throws Problem `too-many-requests`
 */
export async function askOffice(desk: Desk, kind: RequestKind, body: RequestBody): Promise<string> {
  const now = desk.now()
  const { code = '', reach = '' } = body.fields
  const id = await keepRequest(
    desk.db,
    {
      id: drawReference(desk),
      kind,
      body,
      digest: toBase64url(await sha256(JSON.stringify([kind, body]))),
      contact: reach,
      number: isNumber(code) ? code : null,
      at: now.toISOString(),
    },
    { since: new Date(now.getTime() - DAY).toISOString(), most: MOST_A_DAY },
  )
  if (id) return id
  const { phone, email } = desk.issuer
  throw new Problem('too-many-requests', {
    detail: `Too many requests came in within a day, so this one could not be taken. Nothing is lost on this page: send it again later, call ${phone}, or write to ${email}.`,
  })
}

/** Eight symbols in two groups: shorter than a record's code, so that nobody takes one for the other. */
export function drawReference(desk: Desk): string {
  const symbols = Array.from(desk.random(8), (byte) => SYMBOLS[byte % SYMBOLS.length]).join('')
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`
}
