/**
 * Where personal data stand, and what becomes of each when a record is removed: every table, in the order in which it
 * is done. A test reads the schema, and fails for a table or a column of which nothing is said here.
 *
 * In the SQL, `:number` is the record's, `:at` when it was removed, `:holder` its holder's id, `:office` the office's
 * number and `:addresses` the e-mail addresses that lead to nobody else.
 */

export interface Rule {
  table: string
  /** The rows about a record. The rounds look for them again; what only a scan can find, they leave out. */
  of?: string
  /** Rows that do not name the record: only what was known of its holder leads there. */
  led?: string
  /** What stands in each column afterwards; `gone` where the row is deleted. */
  becomes: 'gone' | Record<string, string>
}

/** Emptied facts: the days stay, so that years add up and the history can be read. */
const FACTS = `json_object('name', json_object('display', 'Removed', 'order', 'mononym'), 'certifiedOn', certified_on,
  'expiresOn', expires_on, 'renewedOn', json(COALESCE(record -> '$.renewedOn', '[]')), 'areas', json('[]'))`

/** Copies elsewhere read as replaced. What is withdrawn stays so. */
const STANDING = "CASE standing WHEN 'revoked' THEN 'revoked' ELSE 'superseded' END"

const NAMED = `:number IN (detail ->> '$.renamedTo', detail ->> '$.renamedFrom', detail ->> '$.successor')`

export const rules: readonly Rule[] = [
  // First, because the triggers let what is append-only be emptied only for a record that is removed.
  {
    table: 'credential',
    of: 'number = :number',
    becomes: {
      visibility: "'erased'",
      holder: "'removed'",
      office_number: 'NULL',
      record: FACTS,
      standing: STANDING,
      public_reason: 'NULL',
      successor: 'NULL',
    },
  },
  { table: 'credential', led: 'successor = :number', becomes: { successor: 'NULL' } },
  { table: 'version', of: 'number = :number', becomes: { standing: STANDING } },
  { table: 'token', of: 'number = :number', becomes: 'gone' },
  { table: 'leaf', of: "number = :number AND kind <> 'erased'", becomes: { nonce: "''" } },
  { table: 'event', of: 'number = :number', becomes: { reason: 'NULL', detail: "'{}'" } },
  {
    table: 'event',
    led: `number <> :number AND ${NAMED}`,
    becomes: { detail: "json_remove(detail, '$.renamedTo', '$.renamedFrom', '$.successor')" },
  },
  { table: 'known_name', of: 'number = :number', becomes: 'gone' },
  { table: 'name_to_fold', of: 'number = :number', becomes: 'gone' },
  { table: 'reminder', of: 'number = :number', becomes: 'gone' },
  {
    table: 'outbox',
    of: 'number = :number',
    led: "number = '' AND lower(address) IN :addresses",
    becomes: {
      number: ':number',
      address: 'NULL',
      subject: 'NULL',
      body: 'NULL',
      last_error: 'NULL',
      message_id: 'NULL',
      state: "CASE WHEN state IN ('sent', 'kept') THEN state ELSE 'dropped' END",
    },
  },
  // What someone asks about the number afterwards is another matter.
  {
    table: 'request',
    of: 'number = :number AND created_at <= :at',
    led: `number IS NULL AND (lower(contact) IN :addresses OR id IN (SELECT substr(subject, 9) FROM audit
      WHERE subject LIKE 'request/%' AND detail ->> '$.number' = :number))`,
    becomes: {
      body: "'{}'",
      digest: "''",
      contact: "''",
      number: ':number',
      state: "CASE WHEN state IN ('open', 'waiting') THEN 'done' ELSE state END",
    },
  },
  {
    table: 'request_note',
    of: "request IN (SELECT id FROM request WHERE number = :number AND body = '{}')",
    becomes: { said: `'""'` },
  },
  {
    table: 'import_row',
    of: 'number = :number',
    led: `number IS NULL AND ((office_number <> '' AND office_number = :office)
      OR EXISTS (SELECT 1 FROM json_each(cells) cell WHERE lower(trim(cell.value)) IN :addresses)
      OR EXISTS (SELECT 1 FROM json_each(was) cell WHERE lower(trim(cell.value)) IN :addresses))`,
    becomes: {
      record_id: "''",
      office_number: "''",
      name: "''",
      findings: "'[]'",
      entry: 'NULL',
      successor: 'NULL',
      cells: "'[]'",
      was: "'{}'",
      decided_why: 'NULL',
      // It is never issued.
      outcome: "CASE WHEN number IS NULL THEN 'reject' ELSE outcome END",
    },
  },
  // A file may be named after the one person in it: the name goes with the last row.
  {
    table: 'import',
    of: `id IN (SELECT import FROM import_row WHERE number = :number)
      AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.import = id AND r.cells IS NOT '[]')`,
    becomes: { file_name: 'NULL' },
  },
  {
    table: 'proposal',
    of: 'id IN (SELECT proposal FROM proposal_record WHERE number = :number)',
    becomes: { note: 'NULL', public_note: 'NULL', why: 'NULL' },
  },
  {
    table: 'audit',
    of: `subject = :number
      OR subject IN (SELECT 'request/' || id FROM request WHERE number = :number AND body = '{}')
      OR subject IN (SELECT 'letter ' || id FROM outbox WHERE number = :number)`,
    becomes: { why: 'NULL', detail: "'{}'" },
  },
  {
    table: 'audit',
    of: `subject IN (SELECT proposal FROM proposal_record WHERE number = :number)
      OR id IN (SELECT a.id FROM import_row r JOIN audit a ON a.subject = r.import AND a.detail ->> '$.line' = r.line
        WHERE r.number = :number)`,
    led: `act = 'decided-import-row' AND EXISTS (SELECT 1 FROM import_row r
      WHERE r.import = subject AND r.line = detail ->> '$.line' AND r.cells = '[]')`,
    becomes: { why: 'NULL' },
  },
  { table: 'idempotency', led: 'instr(scope, :number) > 0 OR instr(answer, :number) > 0', becomes: 'gone' },
  { table: 'holder_link', led: 'holder = :holder', becomes: 'gone' },
  { table: 'holder_session', led: 'holder = :holder', becomes: 'gone' },
  { table: 'holder_code', of: 'number = :number', becomes: 'gone' },
  {
    table: 'holder',
    led: "id = :holder AND id <> 'removed' AND NOT EXISTS (SELECT 1 FROM credential WHERE holder = holder.id)",
    becomes: 'gone',
  },
]

/**
 * Columns that hold nothing of whose record it is: numbers of ours, days and times, states, closed lists, digests with
 * a secret in them, and who of the office did it. A table that is not among the rules has only such columns.
 */
export const impersonal: Readonly<Record<string, string>> = {
  credential: 'number certified_on expires_on current_version since created_at',
  // The digest is of a body with 128 random bits and the holder's random id in it, and both are nowhere any more.
  version: 'number version valid_from signed_at body_digest list entry',
  leaf: 'position kind number commitment hash recorded_at',
  event: 'id number kind effective_on recorded_at actor',
  outbox: 'id kind recorded_at sent_at tries next_try_at settled_at',
  request: 'id kind created_at assigned revision decided_at decided_by',
  request_note: 'id request recorded_at actor kind',
  import:
    'id actor notes created_at columns separator revision ran_by asked_by asked_at approved_by approved_at',
  import_row: 'import line number place version changed_by decision decided_by decided_at fate',
  proposal: 'id act reason proposer proposed_at state decider decided_at',
  proposal_record: 'proposal number seen outcome why',
  audit: 'id recorded_at actor act subject',
  removal: 'id number asked_by asked_at due_at visibility state decided_by decided_at',
  erasure: 'number erased_at as_unknown',
  // The office's own, and what it says of itself.
  setting: 'name value',
  status_list: 'list changed rendered signed_at standing_jwt revocation_jwt',
  staff: 'email name role active created_at',
  session: 'digest email via began_at seen_at',
  used_link: 'digest email used_at',
  profile: 'version name short phone email hours url linked_from actor recorded_at',
  api_key:
    'id digest email label scopes daily_cap last_day made_by made_at shown_at shown_request last_used_at revoked_at revoked_by',
  api_key_day: 'key day acts',
}
