/** Which column is which, whatever the office has called it. */
import { type SetId, setNamed, sets } from '../../shared/programme.ts'

/** What a column holds, by the member of the record that it becomes. */
export type ColumnKey = keyof typeof NAMES | `areas.${SetId}`

/** The name that our own template uses comes first. */
const NAMES = {
  recordId: ['record_id', 'id', 'record'],
  officeNumber: [
    'credential_no',
    'credential number',
    'certificate no',
    'certificate number',
    'certification number',
    'number',
  ],
  'name.display': ['display_name', 'name', 'full name', 'holder', 'holder name'],
  'name.given': ['given_names', 'given name', 'first name', 'first names'],
  'name.family': ['family_names', 'family name', 'last name', 'last names', 'surname'],
  'name.order': ['name_order'],
  'name.native': ['native_name'],
  'name.former': ['former_names', 'former name', 'previous names', 'previous name'],
  email: ['email', 'e-mail', 'email address', 'e-mail address'],
  region: ['region', 'state', 'province', 'state or province'],
  country: ['country', 'country code'],
  enrolledOn: ['enrolled_on', 'enrolled', 'enrollment date', 'enrolment date', 'date enrolled'],
  certifiedOn: ['certified_on', 'certified', 'certification date', 'date certified', 'awarded on'],
  expiresOn: [
    'expires_on',
    'expires',
    'expiration date',
    'expiry date',
    'expiration',
    'expiry',
    'valid until',
  ],
  renewedOn: ['renewed_on', 'renewed', 'renewals', 'renewal date', 'renewal dates'],
  status: ['status_event', 'status events', 'status'],
  statements: ['competency_version', 'statement version', 'statements version', 'version'],
} as const

/** Without these nothing can be issued. */
export const NEEDED: ColumnKey[] = [
  'name.display',
  'certifiedOn',
  'expiresOn',
  ...Object.values(sets)
    .filter(({ kind }) => kind === 'required')
    .map(({ id }) => `areas.${id}` as const),
]

/** @returns null for a column that is not read */
export function columnNamed(header: string): ColumnKey | null {
  const set = setNamed(header)
  if (set) return `areas.${set}`
  const wanted = plain(header)
  const named = Object.entries(NAMES).find(([, names]) => names.some((name) => plain(name) === wanted))
  return (named?.[0] as ColumnKey | undefined) ?? null
}

/** How our own template calls a column. */
export function headerOf(key: ColumnKey): string {
  return key in NAMES ? NAMES[key as keyof typeof NAMES][0] : key.slice('areas.'.length)
}

/** Every column that is read, in the order of our own template. */
export const columnKeys: ColumnKey[] = [
  ...(Object.keys(NAMES) as (keyof typeof NAMES)[]),
  ...Object.values(sets).map(({ id }) => `areas.${id}` as const),
]

/** What else a column may be called. */
export function otherNamesOf(key: ColumnKey): string[] {
  return key in NAMES
    ? NAMES[key as keyof typeof NAMES].slice(1)
    : [sets[key.slice('areas.'.length) as SetId].label]
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
