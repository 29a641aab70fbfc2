// What is append-only lets the emptying of a removed record through, and nothing else.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareErasure } from '../../worker/services/erase.ts'
import { makeDesk } from '../support/desk.ts'
import { markedRecord } from './marked.ts'
import { act, ada, issueOne } from './office.ts'

const desk = makeDesk(env)
let number: string
let other: { number: string; token: string }

beforeAll(async () => {
  other = await issueOne(desk)
  number = await markedRecord()
  await env.DB.batch(await prepareErasure(desk, number, 'holder'))
})

describe('what is append-only lets nothing else through', () => {
  const refused = [
    "UPDATE leaf SET nonce = '' WHERE number = 'OTHER'",
    "UPDATE leaf SET nonce = 'x' WHERE number = 'GONE'",
    "UPDATE leaf SET nonce = '', kind = 'issued' WHERE number = 'GONE'",
    "UPDATE leaf SET nonce = '', hash = '' WHERE number = 'GONE'",
    "UPDATE leaf SET nonce = '', commitment = '' WHERE number = 'GONE'",
    "UPDATE leaf SET nonce = '', number = 'OTHER' WHERE number = 'GONE'",
    "UPDATE leaf SET nonce = '', recorded_at = '' WHERE number = 'GONE'",
    "DELETE FROM leaf WHERE number = 'GONE'",
    "UPDATE event SET reason = NULL, detail = '{}' WHERE number = 'OTHER'",
    "UPDATE event SET reason = 'x' WHERE number = 'GONE'",
    "UPDATE event SET reason = NULL, detail = '{}', kind = 'issued' WHERE number = 'GONE' AND kind <> 'issued'",
    "UPDATE event SET reason = NULL, detail = '{}', actor = 'x' WHERE number = 'GONE'",
    "UPDATE event SET reason = NULL, detail = '{}', recorded_at = 'x' WHERE number = 'GONE'",
    "UPDATE event SET reason = NULL, detail = '{}', effective_on = 'x' WHERE number = 'GONE'",
    "DELETE FROM event WHERE number = 'GONE'",
    "UPDATE audit SET why = NULL, detail = '{}' WHERE subject = 'OTHER'",
    "UPDATE audit SET why = 'x' WHERE subject = 'GONE'",
    "UPDATE audit SET why = NULL, actor = 'x' WHERE subject = 'GONE'",
    "UPDATE audit SET why = NULL, act = 'x' WHERE subject = 'GONE'",
    "UPDATE audit SET why = NULL, subject = 'x' WHERE subject = 'GONE'",
    "UPDATE proposal SET note = NULL, public_note = NULL WHERE id NOT IN (SELECT proposal FROM proposal_record WHERE number = 'GONE')",
    "UPDATE proposal SET note = 'x' WHERE id IN (SELECT proposal FROM proposal_record WHERE number = 'GONE')",
    "UPDATE credential SET visibility = 'link' WHERE number = 'GONE'",
    "INSERT INTO token (number, version, jwt) VALUES ('GONE', 1, 'x')",
    "DELETE FROM erasure WHERE number = 'GONE'",
    "UPDATE erasure SET erased_at = '' WHERE number = 'GONE'",
    "INSERT OR REPLACE INTO erasure SELECT * FROM erasure WHERE number = 'GONE'",
  ]
  beforeAll(async () => {
    await act(desk, other.number, { act: 'suspend', reason: 'paperwork', note: 'a note' })
    await env.DB.batch([
      env.DB.prepare(
        "INSERT INTO audit (recorded_at, actor, act, subject, why) VALUES ('', 'x', 'x', ?1, 'why'), ('', 'x', 'x', ?2, NULL)",
      ).bind(other.number, number),
      env.DB.prepare(
        "INSERT INTO proposal (id, act, reason, note, proposer, proposed_at) VALUES ('p', 'suspend', 'paperwork', 'note', 'x', '')",
      ),
    ])
  })

  test.for(refused)('%s', async (sql) => {
    const own = sql.replaceAll('GONE', number).replaceAll('OTHER', other.number)
    await expect(env.DB.prepare(own).run()).rejects.toThrow(/append-only|stays removed|rewritten|decided/)
  })

  test('nothing is done to what is gone, by whatever way', async () => {
    const gone = { type: 'conflict', extra: { detail: 'It was removed at its holder’s request.' } }
    await expect(act(desk, number, { act: 'suspend', reason: 'paperwork' })).rejects.toMatchObject(gone)
    await expect(
      act(desk, number, { act: 'revoke', reason: 'issued-in-error' }, ada.name),
    ).rejects.toMatchObject(gone)
  })
})
