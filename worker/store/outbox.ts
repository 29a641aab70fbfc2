/** Mail that is due: written in the batch that makes it due, sent by `services/deliver.ts`. */
export function postMail(db: D1Database, kind: string, number: string, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO outbox (kind, number, recorded_at) VALUES (?1, ?2, ?3)')
    .bind(kind, number, at)
}
