/** Who did what, when and why: events of records and deeds of the office, one list, newest first. */

export interface HistoryEntry {
  at: string
  actor: string
  act: string
  subject: string
  why: string | null
  /** JSON. */
  detail: string
  origin: 'audit' | 'event'
  id: number
}

/** Empty text: whichever. */
export interface HistoryFilter {
  actor: string
  act: string
  /** Part of it, whatever the case. */
  subject: string
  /** Instants: from the first, before the second. */
  from: string
  before: string
}

const WHERE = `WHERE (?1 = '' OR actor = ?1) AND (?2 = '' OR act = ?2)
  AND (?3 = '' OR instr(lower(subject), lower(?3)) > 0) AND (?4 = '' OR at >= ?4) AND (?5 = '' OR at < ?5)`

const valuesOf = ({ actor, act, subject, from, before }: HistoryFilter) => [actor, act, subject, from, before]

export async function historyPage(
  db: D1Database,
  filter: HistoryFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<HistoryEntry[]> {
  const found = await db
    .prepare(`SELECT * FROM history ${WHERE} ORDER BY at DESC, origin, id DESC LIMIT ?6 OFFSET ?7`)
    .bind(...valuesOf(filter), limit, offset)
    .all<HistoryEntry>()
  return found.results
}

export async function historyCount(db: D1Database, filter: HistoryFilter): Promise<number> {
  const count = await db
    .prepare(`SELECT COUNT(*) AS n FROM history ${WHERE}`)
    .bind(...valuesOf(filter))
    .first<number>('n')
  return count ?? 0
}

/** Every person and every act that the history knows: what it can be filtered by. */
export async function historyNames(db: D1Database): Promise<{ actors: string[]; acts: string[] }> {
  const [actors, acts] = await db.batch<{ name: string }>([
    db.prepare('SELECT DISTINCT actor AS name FROM history ORDER BY 1'),
    db.prepare('SELECT DISTINCT act AS name FROM history ORDER BY 1'),
  ])
  const namesIn = (found: D1Result<{ name: string }> | undefined) =>
    found?.results.map(({ name }) => name) ?? []
  return { actors: namesIn(actors), acts: namesIn(acts) }
}

export interface LinkSignIn {
  at: string
  actor: string
  why: string | null
}

/** Who came in by a link since then, and why it was made: past Cloudflare Access, where that is configured. */
export async function recentLinkSignIns(db: D1Database, since: string): Promise<LinkSignIn[]> {
  const found = await db
    .prepare(
      `SELECT recorded_at AS at, actor, why FROM audit
       WHERE act = 'signed-in-by-link' AND recorded_at >= ?1 ORDER BY recorded_at DESC`,
    )
    .bind(since)
    .all<LinkSignIn>()
  return found.results
}
