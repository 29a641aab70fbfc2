/** Writes the view that `view.ts` reads, from the facts that its holder shows. */
import { achievement, achievementUrl, CERTIFICATION } from './achievement.ts'
import {
  entryOf,
  identifiers,
  measures,
  narrate,
  products,
  profile,
  renewals,
  results,
  SCHEMA,
} from './compose.ts'
import { CONTEXTS, GENRES, TYPES } from './credential.ts'
import { type Day, endOf, noonOf } from './dates.ts'
import { didOf, type Issuer } from './issuer.ts'
import type { JsonObject } from './json.ts'
import type { StatusEntry } from './status-list.ts'
import { lastDayOf, type SharedArea, type SharedFacts, viewUrl } from './view.ts'

/** What a view is given besides its facts. */
export interface ViewIdentity {
  issuer: Issuer
  /** 128 random bits, base64url: not the secret of its link. */
  id: string
  /** A random urn, the same on every version of this view and on nothing else. */
  subject: string
  status: StatusEntry
  validFrom: string
  /** The last day of its link. */
  endsOn: Day
}

/** Composes the body of a view: Open Badges 3.0, as `compose` does it for a record. */
export async function composeView(facts: SharedFacts, identity: ViewIdentity): Promise<JsonObject> {
  const { issuer } = identity
  const url = viewUrl(issuer.origin, identity.id)
  const what = achievementUrl(issuer.origin)
  const { resultDescription, ...certification } = achievement(issuer.origin, measures(facts))
  return {
    '@context': CONTEXTS,
    id: url,
    type: TYPES,
    name: CERTIFICATION,
    issuer: profile(issuer, didOf(issuer.origin)),
    validFrom: identity.validFrom,
    // Verifiers elsewhere know of no other last day: it is never later than the certification's own.
    validUntil: endOf([identity.endsOn, facts.expiresOn].sort()[0] as Day),
    awardedDate: noonOf(facts.certifiedOn),
    credentialSubject: {
      id: identity.subject,
      type: ['AchievementSubject'],
      identifier: await identifiers({ name: facts.name }, ''),
      ...(facts.enrolledOn ? { activityStartDate: noonOf(facts.enrolledOn) } : {}),
      achievement: {
        ...certification,
        resultDescription: [
          ...(resultDescription as JsonObject[]),
          {
            id: lastDayOf(what),
            type: ['ResultDescription'],
            name: 'Last day of the present term',
            resultType: 'ext:Day',
          },
        ],
      },
      result: [
        ...results(facts, issuer.origin),
        { type: ['Result'], resultDescription: lastDayOf(what), value: facts.expiresOn },
      ],
    },
    evidence: [
      ...facts.areas.flatMap((area) => proof(area, url)),
      ...facts.areas.flatMap(products),
      ...renewals(facts.renewedOn, url),
    ],
    credentialSchema: SCHEMA,
    credentialStatus: entryOf(identity.status),
  }
}

/** How an area was passed, or only when; of an area that is only named there is no evidence. */
function proof(area: SharedArea, url: string): JsonObject[] {
  const { pathway, title, provider } = area
  const narrative = narrate(area)
  if (!narrative) return []
  return [
    {
      id: `${url}#${area.set}`,
      type: ['Evidence'],
      ...(pathway && title && provider ? { name: title, description: provider, genre: GENRES[pathway] } : {}),
      narrative,
    },
  ]
}
