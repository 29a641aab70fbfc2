/**
 * Everything that is held about one person, table by table: what of each is hers, or why nothing is, and each column told
 * or left out for a reason. A test reads the schema, so that whoever adds a table or a column must decide.
 */

export interface HeldTable {
  /** What the file calls it. */
  as: string
  /** Its columns that are told, as they are called there. */
  tells: string[]
  /** Those of them that hold JSON. */
  json?: string[]
  /** Those that name who works in the office: told as "the office". */
  people?: string[]
  /** Its other columns, each with the reason why it is left out. */
  leaves?: Record<string, string>
  /** Which rows are hers: SQL after WHERE; `?1` is the number of the record. */
  hers: string
}

const HOLDER = '(SELECT holder FROM credential WHERE number = ?1)'
const ADDRESS = `(SELECT lower(email) FROM holder WHERE id = ${HOLDER})`
/** Several may read mail at one address, as at a library's: what is about another's record is told there. */
const ANOTHERS = `(SELECT c.number FROM credential c JOIN holder h ON h.id = c.holder
  WHERE c.number <> ?1 AND lower(h.email) = ${ADDRESS})`
const REQUESTS = `SELECT id FROM request WHERE (own_page = 1 AND number = ?1)
  OR (lower(contact) = ${ADDRESS} AND (number IS NULL OR number NOT IN ${ANOTHERS}))`
const SECRET = 'of a secret'
const OFFICE = 'about the people of the office'

/** Of a table of which nothing is about a holder, or nothing that is told: why. */
export const heldTables: Record<string, HeldTable | string> = {
  holder: {
    as: 'holder',
    tells: ['id', 'display_name', 'email', 'region', 'country', 'created_at', 'told_at'],
    hers: `id = ${HOLDER}`,
  },
  credential: {
    as: 'record',
    tells: [
      'number',
      'office_number',
      'record',
      'certified_on',
      'expires_on',
      'current_version',
      'standing',
      'since',
      'public_reason',
      'successor',
      'visibility',
      'lists_region',
      'created_at',
    ],
    json: ['record'],
    leaves: { holder: 'is told as the id of the holder' },
    hers: 'number = ?1',
  },
  version: {
    as: 'versions',
    tells: ['version', 'valid_from', 'signed_at', 'body_digest', 'list', 'entry', 'standing'],
    leaves: { number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY version',
  },
  token: {
    as: 'signed',
    tells: ['version', 'jwt'],
    leaves: { number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY version',
  },
  event: {
    as: 'happened',
    tells: ['kind', 'effective_on', 'recorded_at', 'actor', 'reason', 'detail'],
    json: ['detail'],
    people: ['actor'],
    leaves: { id: 'counts the events of all records', number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY id',
  },
  leaf: {
    as: 'register',
    tells: ['position', 'kind', 'commitment', 'hash', 'recorded_at'],
    leaves: { number: 'is the record’s own', nonce: SECRET },
    hers: 'number = ?1 ORDER BY position',
  },
  outbox: {
    as: 'letters',
    tells: [
      'kind',
      'address',
      'subject',
      'body',
      'recorded_at',
      'state',
      'tries',
      'sent_at',
      'settled_at',
      'last_error',
    ],
    json: ['body'],
    leaves: {
      id: 'counts the letters to everyone',
      number: 'is the record’s own',
      next_try_at: 'is about sending, and gone once it is sent',
      message_id: 'is of the mail service',
    },
    hers: `number = ?1 OR (number = '' AND lower(address) = ${ADDRESS}) ORDER BY id`,
  },
  reminder: {
    as: 'reminders',
    tells: ['kind', 'expires_on', 'recorded_at'],
    leaves: { number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY recorded_at',
  },
  request: {
    as: 'requests',
    tells: [
      'id',
      'kind',
      'state',
      'body',
      'contact',
      'number',
      'created_at',
      'own_page',
      'decided_at',
      'decided_by',
    ],
    json: ['body'],
    people: ['decided_by'],
    leaves: {
      digest: 'is computed of what was typed',
      assigned: OFFICE,
      revision: 'counts what was decided about it',
    },
    hers: `id IN (${REQUESTS}) ORDER BY created_at`,
  },
  request_note: {
    as: 'answers',
    tells: ['request', 'recorded_at', 'actor', 'kind', 'said'],
    json: ['said'],
    people: ['actor'],
    leaves: { id: 'counts the notes on everyone’s requests' },
    hers: `request IN (${REQUESTS}) AND kind <> 'note' ORDER BY id`,
  },
  import_row: {
    as: 'imported',
    tells: [
      'import',
      'line',
      'place',
      'record_id',
      'name',
      'office_number',
      'successor',
      'cells',
      'was',
      'outcome',
      'findings',
      'entry',
      'number',
      'version',
      'changed_by',
      'decision',
      'decided_by',
      'decided_at',
      'decided_why',
      'fate',
    ],
    json: ['cells', 'was', 'findings', 'entry'],
    people: ['changed_by', 'decided_by'],
    hers: `number = ?1 OR (office_number <> ''
      AND office_number = (SELECT office_number FROM credential WHERE number = ?1)) ORDER BY import, line`,
  },
  audit: {
    as: 'audit',
    tells: ['recorded_at', 'actor', 'act', 'subject', 'why'],
    people: ['actor'],
    leaves: { id: 'counts the deeds of everyone', detail: 'may name the records of others' },
    hers: `subject = ?1 OR subject IN (SELECT 'request/' || id FROM request WHERE id IN (${REQUESTS})) ORDER BY id`,
  },
  proposal_record: {
    as: 'proposed',
    tells: ['proposal', 'outcome', 'why'],
    leaves: { number: 'is the record’s own', seen: 'counts the events of all records' },
    hers: 'number = ?1 ORDER BY proposal',
  },
  proposal: {
    as: 'proposals',
    tells: ['id', 'act', 'reason', 'public_note', 'proposed_at', 'state', 'decided_at', 'why'],
    leaves: { proposer: OFFICE, decider: OFFICE, note: 'is about several people at once' },
    hers: 'id IN (SELECT proposal FROM proposal_record WHERE number = ?1) ORDER BY proposed_at',
  },
  known_name: {
    as: 'found by',
    tells: ['folded'],
    leaves: { number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY folded',
  },
  holder_link: {
    as: 'links to her page',
    tells: ['made_at', 'used_at'],
    leaves: { digest: SECRET, holder: 'is told as the id of the holder' },
    hers: `holder = ${HOLDER} ORDER BY made_at`,
  },
  holder_session: {
    as: 'sessions',
    tells: ['began_at', 'seen_at'],
    leaves: { digest: SECRET, holder: 'is told as the id of the holder' },
    hers: `holder = ${HOLDER} ORDER BY began_at`,
  },
  holder_code: {
    as: 'codes',
    tells: ['made_at', 'tries'],
    leaves: { ask: SECRET, digest: SECRET, number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY made_at',
  },
  proof: {
    as: 'proofs',
    tells: ['version', 'proof', 'made_at'],
    json: ['proof'],
    leaves: { number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY version',
  },
  share: {
    as: 'links for applications',
    tells: ['id', 'subject', 'label', 'fields', 'areas', 'made_at', 'ends_on', 'ended_at', 'opened'],
    json: ['fields', 'areas'],
    leaves: { digest: SECRET, number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY made_at',
  },
  share_view: {
    as: 'signed for links',
    tells: ['share', 'version', 'list', 'entry', 'standing', 'signed_at', 'body_digest', 'jwt'],
    leaves: { number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY share, version',
  },
  removal: {
    as: 'removals asked for',
    tells: ['asked_by', 'asked_at', 'due_at', 'visibility', 'state', 'decided_by', 'decided_at'],
    people: ['asked_by', 'decided_by'],
    leaves: { id: 'counts the removals of all records', number: 'is the record’s own' },
    hers: 'number = ?1 ORDER BY asked_at',
  },
  erasure: 'numbers of records that were removed, and nothing of whose they were',
  import: 'is about a sheet as a whole; its rows are told under “imported”',
  name_to_fold: 'numbers that wait to be made findable, and are then told under “found by”',
  idempotency: 'answers to forms that were sent twice: numbers and paths that are told elsewhere',
  status_list: 'signed lists of bits; whose they are, nobody can tell from them',
  setting: 'about the service',
  profile: 'about the office',
  staff: OFFICE,
  session: OFFICE,
  used_link: OFFICE,
  api_key: OFFICE,
  api_key_day: OFFICE,
}

export type HeldRow = Record<string, unknown>

/** Every row that is hers, by table. One trip to the database, so that all of it is of one moment. */
export async function heldData(db: D1Database, number: string): Promise<Map<string, HeldRow[]>> {
  const parts = Object.entries(heldTables).filter(
    (one): one is [string, HeldTable] => typeof one[1] !== 'string',
  )
  const answers = await db.batch<HeldRow>(
    parts.map(([table, { tells, hers }]) =>
      db
        .prepare(`SELECT ${tells.map((column) => `"${column}"`).join(', ')} FROM ${table} WHERE ${hers}`)
        .bind(number),
    ),
  )
  return new Map(
    parts.map(([, part], i) => [part.as, (answers[i]?.results ?? []).map((row) => opened(row, part))]),
  )
}

function opened(row: HeldRow, { json = [], people = [] }: HeldTable): HeldRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value !== 'string'
        ? value
        : json.includes(name)
          ? JSON.parse(value)
          : people.includes(name) && value !== 'holder'
            ? 'the office'
            : value,
    ]),
  )
}

/** Everyone who works in the office, or did: none of their names is anyone’s to take away. */
export async function namesOfOffice(db: D1Database): Promise<string[]> {
  const found = await db
    .prepare(
      `SELECT name FROM staff UNION SELECT actor FROM audit UNION SELECT actor FROM event UNION SELECT actor FROM request_note`,
    )
    .all<{ name: string }>()
  return found.results.map(({ name }) => name).filter((name) => name !== '' && name !== 'holder')
}
