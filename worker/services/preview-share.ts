/**
 * What a share link would show, before it is made: the pipeline that makes and opens links, under keys that are made
 * for this one look and kept nowhere.
 */
import { toBase64url } from '../../shared/bytes.ts'
import { type AnyVerdict, verifyAny } from '../../shared/verify-view.ts'
import type { Desk } from '../desk.ts'
import type { Current } from '../store/credentials.ts'
import { keysForALook } from './preview.ts'
import { sealLists } from './seal-lists.ts'
import type { ShareChosen } from './share.ts'
import { listUrl } from './sign.ts'
import { signView } from './sign-view.ts'

/** @throws Problem `too-large`, as making it would */
export async function previewShare(
  desk: Desk,
  { record, standing }: Pick<Current, 'record' | 'standing'>,
  { fields, endsOn }: Pick<ShareChosen, 'fields' | 'endsOn'>,
): Promise<AnyVerdict> {
  const keys = await keysForALook(desk.keys.did)
  const id = toBase64url(desk.random(16))
  const subject = `urn:uuid:${crypto.randomUUID()}`
  const { jwt } = await signView({ ...desk, keys }, record, {
    id,
    subject,
    fields,
    endsOn,
    list: 1,
    entry: 0,
  })
  const notGood = standing === 'good' ? [] : [{ entry: 0, standing }]
  const { standingJwt } = await sealLists(keys, listUrl(desk.issuer.origin, 1), notGood, desk.now())
  const trust = {
    now: desk.now,
    keys: async () => keys.set,
    standing: async () => standingJwt,
    onFile: async () => true,
  }
  return verifyAny(jwt, trust, 'server')
}
