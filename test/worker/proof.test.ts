// What a proof signs, and that it is ours.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../shared/json.ts'
import { makeDesk, NOW } from '../support/desk.ts'

const desk = makeDesk(env)
const document: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://lssc.example/status/1',
  type: ['VerifiableCredential'],
  issuer: desk.keys.did,
  credentialSubject: { id: 'https://lssc.example/x' },
}

test('a proof holds for its document, and for no other', async () => {
  const proof = await desk.keys.prove(document, new Date(NOW))
  expect(proof).toMatchObject({ created: '2026-11-22T15:00:00Z', cryptosuite: 'eddsa-rdfc-2022' })
  expect(await desk.keys.isProof(document, proof)).toBe(true)
  expect(await desk.keys.isProof({ ...document, id: 'https://lssc.example/status/2' }, proof)).toBe(false)
  expect(await desk.keys.isProof(document, { ...proof, created: '2026-11-22T15:00:01Z' })).toBe(false)
})
