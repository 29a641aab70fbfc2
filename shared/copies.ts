/**
 * A copy of a record that someone kept as a file: JSON, or a picture that carries a token or JSON. What it carries is
 * taken out here; what it says, nobody believes yet.
 */
import { isPng, type Unbaked, unbakePng, unbakeSvg } from './baking.ts'
import { fromUtf8 } from './bytes.ts'
import { isObject, type JsonObject, parseForeign } from './json.ts'

export type Copy =
  | { kind: 'document'; document: JsonObject }
  /** Text that is to be read as any that is pasted: a token, or whatever else it may be. */
  | { kind: 'text'; text: string }
  | { kind: 'picture'; refused: Unbaked }

/** JSON of ours is about 8 kB; nothing longer is read. */
const MAX_DOCUMENT = 64 * 1024

/** Opens a file. */
export function openCopy(file: Uint8Array): Copy {
  if (isPng(file)) return opened(unbakePng(file))
  return readCopy(fromUtf8(file) ?? '')
}

/** Reads what was pasted: the text of a file, or anything else. */
export function readCopy(pasted: string): Copy {
  const text = pasted.trim()
  if (!/^\uFEFF?<(?:\?xml|svg|!--)/i.test(text)) return textOrDocument(text)
  const found = unbakeSvg(text)
  return 'refused' in found && found.refused === 'not-a-picture' ? { kind: 'text', text } : opened(found)
}

function opened(found: ReturnType<typeof unbakePng>): Copy {
  return 'refused' in found ? { kind: 'picture', refused: found.refused } : textOrDocument(found.carried)
}

/** JSON that has a proof is a document; what other JSON seems to be is told elsewhere. */
function textOrDocument(text: string): Copy {
  if (!text.startsWith('{') || text.length > MAX_DOCUMENT) return { kind: 'text', text }
  const document = parseForeign(text)
  return document && isProved(document) ? { kind: 'document', document } : { kind: 'text', text }
}

function isProved({ proof, issuer, id, credentialSubject }: JsonObject): boolean {
  return (
    Array.isArray(proof) &&
    proof.length === 1 &&
    isObject(proof[0]) &&
    isObject(issuer) &&
    /^did:web:/.test(String(issuer.id)) &&
    typeof id === 'string' &&
    isObject(credentialSubject)
  )
}
