// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of the portable forms, what stands there when it is switched off, and the test that must then go red.
import { type Control, within } from './controls.ts'

const form = within('portable')

export const portableControls: Control[] = [
  form('private is private', 'services/look-up.ts', "case 'withheld':", "case 'withheld' && ('' as never):"),
  form('nobody else’s file', 'http/holder.ts', 'holding.numbers.includes(number) ? ', 'number ? '),
  form(
    'a removed record is given to nobody',
    'services/portable.ts',
    "visibility === 'erased' ? null : ",
    '',
  ),
  form('nothing is kept of a removed record', 'store/proofs.ts', " AND c.visibility <> 'erased'"),
  form(
    'the proof on file, and no other',
    'trust.ts',
    'if (kept) return canonical(JSON.parse(kept) as JsonObject) === canonical(proof)',
    'if (kept) return true',
  ),
  form('only a body on file', 'trust.ts', '(await isOnFile(desk.db, number, digest)) && '),
  form('a proof that holds', 'trust.ts', ' && (await desk.keys.isProof(body, proof).catch(() => false))'),
  form('a test form that holds', 'trust.ts', 'published.isProof(body, proof).catch(() => false)', 'true'),
  form('no claims beside the body', 'shared/verify-document.ts', '!carriesClaims &&', ''),
]
