/** The register: one leaf for every state change, and the events that people read. */

export interface Leaf {
  kind: string
  number: string
  commitment: string
  nonce: string
  hash: string
}

export interface Event {
  number: string
  kind: string
  effectiveOn: string
  recordedAt: string
  actor: string
  reason: string | null
  detail: Record<string, unknown>
}

/**
 * The newest event of a record, for SQL: what an act of the office is decided on. Who may see the record is its holder's
 * affair alone: she can change it at any time, and it neither disturbs such an act nor ends a proposal.
 * @param number the SQL of the record's number
 */
export function newestEvent(number: string): string {
  return `(SELECT MAX(id) FROM event WHERE number = ${number} AND kind <> 'visibility-changed')`
}

/** Appends a leaf at the next position: reckoned inside the batch, where there is one writer. */
export function appendLeaf(db: D1Database, leaf: Leaf, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO leaf (position, kind, number, commitment, nonce, hash, recorded_at)
       SELECT COALESCE(MAX(position), -1) + 1, ?1, ?2, ?3, ?4, ?5, ?6 FROM leaf`,
    )
    .bind(leaf.kind, leaf.number, leaf.commitment, leaf.nonce, leaf.hash, at)
}

/**
 * Appends an event to those of its record.
 * @param after the one that was the newest when the act was decided. If another came in between, `kind` becomes
 *   NULL, which it may not be, and the whole batch fails
 */
export function appendEvent(db: D1Database, event: Event, after?: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO event (kind, number, effective_on, recorded_at, actor, reason, detail)
       VALUES (CASE WHEN ?8 IS NULL OR ?8 = ${newestEvent('?1')} THEN ?2 END,
         ?1, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(
      event.number,
      event.kind,
      event.effectiveOn,
      event.recordedAt,
      event.actor,
      event.reason,
      JSON.stringify(event.detail),
      after ?? null,
    )
}
