/** The Idempotency-Key header: required where a request creates something (draft-ietf-httpapi-idempotency-key). */
import type { HonoRequest } from 'hono'
import { toBase64url } from '../../shared/bytes.ts'
import type { RequestKey } from '../services/once.ts'
import { Problem } from './problem.ts'

/** @throws Problem `bad-idempotency-key` */
export async function requestKey(request: HonoRequest, actor: string): Promise<RequestKey> {
  const key = request.header('Idempotency-Key') ?? ''
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Problem('bad-idempotency-key')
  const body = await request.arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', body)
  return { scope: `${actor} ${request.path}`, key, bodyDigest: toBase64url(new Uint8Array(digest)) }
}
