/** Verifies what may be a record's credential or a view of one, as the issuer's own service does. */
import { type Credential, readCredential } from './credential.ts'
import { endOf } from './dates.ts'
import { type Verdict, verdictWithout } from './verdict.ts'
import { type Trust, verifyAs } from './verify.ts'
import { isView, readView, type View } from './view.ts'

/** A verdict about a record, or about a view of one. */
export type AnyVerdict = Verdict<Credential | View>

/** `verify`, and past the last day of its link a view says no more than that. */
export async function verifyAny(token: string, trust: Trust, by: Verdict['by']): Promise<AnyVerdict> {
  const verdict = await verifyAs(
    (payload): Credential | View | null => readCredential(payload) ?? readView(payload),
    token,
    trust,
    by,
  )
  const { credential, checkedAt } = verdict
  if (!credential || !isView(credential)) return verdict
  // Of the two days that a view may end on, the one that is signed is the earlier one.
  const { endsOn, expiresOn } = credential
  const over = endsOn < expiresOn && checkedAt > endOf(endsOn)
  return over ? linkEnded(endsOn, new Date(checkedAt), by) : verdict
}

/** @param on the last day that the link had, or the day on which its holder ended it */
export function linkEnded(on: string, at: Date, by: Verdict['by']): Verdict {
  return { ...verdictWithout('link-ended', at, by), circumstances: { state: 'link-ended', since: on } }
}
