/** The proofs that make the JSON forms of versions: each made once, and kept. */

/** The proof of the version that has this body; null until the form is first asked for. */
export async function proofOf(db: D1Database, number: string, bodyDigest: string): Promise<string | null> {
  const row = await db
    .prepare(
      `SELECT p.proof FROM version v JOIN proof p ON p.number = v.number AND p.version = v.version
       WHERE v.number = ?1 AND v.body_digest = ?2`,
    )
    .bind(number, bodyDigest)
    .first<{ proof: string }>()
  return row?.proof ?? null
}

/** Keeps a proof of the version that has this body, unless there is one by now, or the record was erased meanwhile. */
export async function keepProof(
  db: D1Database,
  one: { number: string; bodyDigest: string; proof: string; at: string },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO proof (number, version, proof, made_at)
       SELECT v.number, v.version, ?3, ?4 FROM version v JOIN credential c ON c.number = v.number
       WHERE v.number = ?1 AND v.body_digest = ?2 AND c.visibility <> 'erased'
       ON CONFLICT DO NOTHING`,
    )
    .bind(one.number, one.bodyDigest, one.proof, one.at)
    .run()
}
