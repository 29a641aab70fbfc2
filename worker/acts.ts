/** Everything that people and programs of the office do, by its code in the tables, in words. */

/** What happens to records (`event`). */
const toRecords = {
  issued: 'Issued a record',
  renewed: 'Renewed',
  corrected: 'Corrected',
  completed: 'Made a provisional record full',
  suspended: 'Put on hold',
  reinstated: 'Took off hold',
  'withdrawal-proposed': 'Proposed to withdraw, which puts on hold',
  'withdrawal-declined': 'Declined to withdraw',
  revoked: 'Withdrew for good',
  superseded: 'Replaced by another record',
}

/** What else they do (`audit`). */
const inTheOffice = {
  'signed-in-by-access': 'Signed in through Cloudflare Access',
  'signed-in-by-link': 'Signed in by a link',
  'signed-out': 'Signed out',
  refused: 'Was refused: their role does not allow it',
  'added-person': 'Added someone to the office',
  'changed-person': 'Changed someone’s role, or whether they work here',
  'changed-profile': 'Changed the office’s profile',
  'made-key': 'Made an API key',
  'showed-key': 'Was shown their API key',
  'revoked-key': 'Revoked an API key',
  'used-key': 'Acted by an API key',
  'refused-key': 'Was refused: the API key does not allow it',
  'exported-audit': 'Took the audit away as a file',
}

export const acts: Readonly<Record<string, string>> = { ...toRecords, ...inTheOffice }

/** An act in words; a code that nobody has put into words stands as it is. */
export function tellAct(code: string): string {
  return Object.hasOwn(acts, code) ? (acts[code] as string) : code
}
