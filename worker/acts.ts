/** Everything that people and programs of the office do, by its code in the tables, in words. */

/** What happens to records (`event`). */
const toRecords = {
  issued: 'Issued',
  renewed: 'Renewed',
  corrected: 'Corrected',
  completed: 'Made full: no longer provisional',
  suspended: 'Put on hold',
  reinstated: 'Taken off hold',
  'withdrawal-proposed': 'Withdrawal proposed, and on hold until a second person decides',
  'withdrawal-declined': 'Withdrawal declined',
  revoked: 'Withdrawn for good',
  superseded: 'Replaced by another record',
  'address-changed': 'Address for letters changed',
  'removal-asked': 'Removal asked for by its holder, and private from then on',
  'removal-proposed': 'Removal proposed, and private from then on',
  'removal-taken-back': 'Removal taken back',
  erased: 'Removed for good',
  'visibility-changed': 'Changed who can see it',
  'links-changed': 'Changed the links to own work',
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
  'taken-request': 'Took a request',
  'took-back-request': 'Took a request of their own back',
  'reopened-request': 'Opened a request again',
  'asked-request': 'Asked back about a request',
  'accepted-request': 'Accepted a request',
  'declined-request': 'Declined a request',
  'noted-on-request': 'Wrote a note on a request',
  'exported-records': 'Took records away as a file',
  'proposed-for-many': 'Proposed an act for many records',
  'approved-for-many': 'Approved an act for many records',
  'declined-for-many': 'Declined an act for many records',
  'took-back-for-many': 'Took a proposal for many records back',
  'uploaded-import': 'Uploaded a sheet',
  'edited-import-row': 'Changed cells of an imported row',
  'decided-import-row': 'Decided an imported row',
  'left-out-import-row': 'Left an imported row out',
  'took-back-import-row': 'Took back what was decided about an imported row',
  'asked-import-approval': 'Asked for a second person to agree to an import',
  'approved-import': 'Agreed to an import',
  'ran-import': 'Issued the rows of an import',
  'sent-letter-again': 'Sent a letter again',
  'letter-came-back': 'Noted that a letter came back',
  'corrected-address': 'Corrected an address',
  'set-letter-aside': 'Set a letter aside',
  'sent-due-mail': 'Sent the mail that was due',
  'holder-link-replaced': 'Replaced the secret link of their own page, and signed out everywhere',
  'exported-audit': 'Took the audit away as a file',
  'share-made': 'Made a share link',
  'share-ended': 'Ended a share link',
  'exported-removals': 'Took the list of removals away',
  'replayed-removals': 'Did the removals of a list again',
}

export const acts: Readonly<Record<string, string>> = { ...toRecords, ...inTheOffice }

/** An act in words; a code that nobody has put into words stands as it is. */
export function tellAct(code: string): string {
  return Object.hasOwn(acts, code) ? (acts[code] as string) : code
}
