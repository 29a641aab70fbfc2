/** For whoever would rather not take this page's word: folded, because most readers have no use for it. */
import { bare, didOf, type Issuer } from '../../shared/issuer.ts'

export interface IndependentProps {
  issuer: Issuer
  number: string
  url: string
}

export function Independent({ issuer, number, url }: IndependentProps) {
  const { origin, short } = issuer
  const verifierPlus = `https://verifierplus.org/#verify?vc=${encodeURIComponent(`${url}/credential.json`)}`
  const keys = `${origin}/.well-known/jwks.json`
  const did = `${origin}/.well-known/did.json`
  return (
    <section>
      <details class="more">
        <summary>
          <h2>Check it without this page</h2>
        </summary>
        <p>
          The record is a signed file. Other people’s programs can check it with the keys that {short}{' '}
          publishes, and need not trust what this page says.
        </p>
        <ul>
          <li>
            <a href={verifierPlus} rel="noreferrer">
              Open it in VerifierPlus
            </a>
            , a verifier that the Digital Credentials Consortium runs. It reads whether the record is
            unaltered and whether it was withdrawn. It can’t see that a record is on hold or replaced, and may
            not have {short} on its list of issuers.
          </li>
          <li>
            The signed file: <a href={`${url}/credential.json`}>for wallets (JSON)</a>,{' '}
            <a href={`${url}/credential.jwt`}>for programs (JWT)</a>
          </li>
          <li>
            The keys of {short}: <a href={keys}>{bare(keys)}</a> and <a href={did}>{bare(did)}</a>
          </li>
        </ul>
        <p>
          For programmers: this checks signature, dates and status with <code>jose</code>, in Node 20 or
          newer.
        </p>
        <pre class="program">
          <code translate="no">{programFor(origin, number)}</code>
        </pre>
      </details>
    </section>
  )
}

/**
 * The check in a few lines, for `npm install jose` and a file that ends in `.mjs`. A test takes it from the page and
 * runs it.
 */
function programFor(origin: string, number: string): string {
  return `import { gunzipSync } from 'node:zlib'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const service = '${origin}', number = '${number}'
const issuer = '${didOf(origin, number)}'
const keys = createRemoteJWKSet(new URL(service + '/.well-known/jwks.json'))
const get = (url) => fetch(url).then((answer) => answer.text())
// throws if anything was altered, or is past its end
const open = async (jwt, typ) =>
  (await jwtVerify(jwt, keys, { issuer, typ, algorithms: ['ES256'] })).payload

const { token } = JSON.parse(await get(service + '/api/v1/credentials/' + number))
const record = await open(token, 'JWT')
const { statusListCredential, statusListIndex: at } = record.credentialStatus
const list = await open(await get(statusListCredential + '/standing.jwt'), 'vc+jwt')
const packed = Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url')
const standing = (gunzipSync(packed)[at >> 2] >> (6 - 2 * (at & 3))) & 3
console.log(record.id, ['in force', 'on hold', 'withdrawn', 'replaced'][standing])`
}
