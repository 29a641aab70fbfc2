/** Mail that is due: written in the batch that makes it due, sent by `services/deliver.ts`. */
export function postMail(db: D1Database, kind: string, number: string, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO outbox (kind, number, recorded_at) VALUES (?1, ?2, ?3)')
    .bind(kind, number, at)
}

export interface Letter {
  kind: string
  /** The record that it is about; empty for none. */
  number: string
  address: string
  subject: string
  body: string
}

/** A letter that says exactly this, to exactly this address. */
export function postLetter(db: D1Database, letter: Letter, at: string): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO outbox (kind, number, address, subject, body, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
    )
    .bind(letter.kind, letter.number, letter.address, letter.subject, letter.body, at)
}
