// What a published status list says, read without any of our own readers.
import { fromBase64url } from '../../shared/bytes.ts'
import type { JsonObject } from '../../shared/json.ts'

/** The claims of a compact JWS; its signature is not looked at. */
export function claimsOf(jwt: string): JsonObject {
  return JSON.parse(new TextDecoder().decode(fromBase64url(jwt.split('.')[1] as string) as Uint8Array))
}

/** The bits of a sealed list, as a string of 0 and 1. */
export async function bitsOf(jwt: string): Promise<string> {
  const { encodedList } = claimsOf(jwt).credentialSubject as { encodedList: string }
  const gzipped = fromBase64url(encodedList.slice(1)) as Uint8Array<ArrayBuffer>
  const bytes = await new Response(
    new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).arrayBuffer()
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(2).padStart(8, '0')).join('')
}

/** Where a token's status is. */
export function entryOf(token: string): { list: string; index: number } {
  const status = claimsOf(token).credentialStatus as { statusListCredential: string; statusListIndex: string }
  return { list: status.statusListCredential, index: Number(status.statusListIndex) }
}
