/**
 * What pages say in schema.org's vocabulary. It says what the certification is, not how any record stands: search
 * engines keep it for weeks.
 */
import type {
  DefinedTerm,
  EducationalOccupationalCredential,
  Organization,
  ProfilePage,
  WebPage,
  WithContext,
} from 'schema-dts'
import { achievementUrl, areaUrl, CERTIFICATION, occupations } from '../../shared/achievement.ts'
import type { Credential } from '../../shared/credential.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type SetId, sets } from '../../shared/programme.ts'
import type { Rules } from '../../shared/rules.ts'
import { areaNotes } from './area-notes.ts'

const CONTEXT = 'https://schema.org'

/** What is certified: the page of the certification. */
export function certification(
  issuer: Issuer,
  { validYears }: Rules,
): WithContext<EducationalOccupationalCredential> {
  const id = achievementUrl(issuer.origin)
  return {
    '@context': CONTEXT,
    ...kind(issuer),
    alternateName: ['LSSC', 'Library Support Staff Certification'],
    description:
      'A voluntary U.S. certification for library support staff: a year of library work, and six or more of ten areas, passed by approved course, reviewed portfolio or recognized college program. It is not a license.',
    image: `${id}/share.png`,
    recognizedBy: organization(issuer),
    validFor: `P${validYears}Y`,
    validIn: { '@type': 'Country', name: 'US' },
    competencyRequired: Object.values(sets).map(({ id }) => term(issuer.origin, id)),
    about: occupations.map(({ name, code, framework, url }) => ({
      '@type': 'CategoryCode' as const,
      name,
      codeValue: code,
      inCodeSet: framework,
      url,
    })),
  }
}

/** One of the ten areas: its page, and its JSON. */
export function area(issuer: Issuer, set: SetId): WithContext<DefinedTerm> {
  const { aliases, page } = sets[set]
  return {
    '@context': CONTEXT,
    ...term(issuer.origin, set),
    ...(aliases.length > 0 ? { alternateName: aliases } : {}),
    description: areaNotes[set].about,
    sameAs: page,
  }
}

/** The page of a record whose holder did not ask to be found: what kind of page it is, and not whose. */
export function recordPage(issuer: Issuer, url: string, number: string): WithContext<WebPage> {
  return {
    '@context': CONTEXT,
    '@type': 'WebPage',
    '@id': url,
    url,
    name: `LSSC record ${number}`,
    about: kind(issuer),
    publisher: organization(issuer),
  }
}

/** The page of a record whose holder did: who it is, and what they hold. Only while it is in force. */
export function holderPage(issuer: Issuer, { url, holder, areas }: Credential): WithContext<ProfilePage> {
  return {
    '@context': CONTEXT,
    '@type': 'ProfilePage',
    '@id': url,
    url,
    publisher: organization(issuer),
    mainEntity: {
      '@type': 'Person',
      name: holder.display,
      hasCredential: {
        ...kind(issuer),
        '@id': `${url}#credential`,
        url,
        recognizedBy: organization(issuer),
        competencyRequired: areas.map(({ set }) => term(issuer.origin, set)),
      },
    },
  }
}

function kind({ origin }: Issuer) {
  const id = achievementUrl(origin)
  return {
    '@type': 'EducationalOccupationalCredential' as const,
    '@id': id,
    url: id,
    name: CERTIFICATION,
    credentialCategory: {
      '@type': 'DefinedTerm' as const,
      name: 'Certification',
      termCode: 'ceterms:Certification',
      inDefinedTermSet: 'https://credreg.net/ctdl/terms',
    },
  }
}

function organization({ name, url }: Issuer): Organization {
  return { '@type': 'Organization', name, url }
}

function term(origin: string, set: SetId) {
  const id = areaUrl(origin, set)
  return {
    '@type': 'DefinedTerm' as const,
    '@id': id,
    url: id,
    name: sets[set].label,
    termCode: set,
    inDefinedTermSet: `${achievementUrl(origin)}#areas`,
  }
}
