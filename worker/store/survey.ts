/** The office's numbers at a glance. */

export interface YearOf {
  year: number
  /** Certified in this year, whenever it was written down. */
  awards: number
  renewals: number
}

/** Awards and renewals of every year that has either, oldest first. One record counts once, however often it was replaced. */
export async function awardsByYear(db: D1Database): Promise<YearOf[]> {
  const found = await db
    .prepare(
      `SELECT year, SUM(award) AS awards, SUM(renewal) AS renewals FROM (
         SELECT CAST(substr(certified_on, 1, 4) AS INTEGER) AS year, 1 AS award, 0 AS renewal
           FROM credential WHERE standing <> 'superseded'
         UNION ALL
         SELECT CAST(substr(day.value, 1, 4) AS INTEGER), 0, 1
           FROM credential, json_each(record, '$.renewedOn') AS day WHERE standing <> 'superseded'
       ) GROUP BY year ORDER BY year`,
    )
    .all<YearOf>()
  return found.results
}

export interface ProvisionalDue {
  number: string
  name: string
  until: string
}

/** Provisional records whose proof of library work is due by `until`, the most urgent first. */
export async function provisionalDue(db: D1Database, until: string): Promise<ProvisionalDue[]> {
  const found = await db
    .prepare(
      `SELECT number, record ->> '$.name.display' AS name, record ->> '$.provisionalUntil' AS until
       FROM credential WHERE standing = 'good' AND record ->> '$.provisionalUntil' <= ?1
       ORDER BY until LIMIT 20`,
    )
    .bind(until)
    .all<ProvisionalDue>()
  return found.results
}
