/** What a person looked into before an act, as the record's history keeps it. */

export interface LookedInto {
  /** The sentences that they were shown. */
  doubts: string[]
  /** Records that are another person's. */
  others: string[]
  /** What they found, in their own words. */
  note: string
}

/** What an event tells of it, its reason where the act has none of its own; nothing where there was nothing to look into. */
export function toldOf(looked: LookedInto | undefined): {
  reason?: string
  detail?: Record<string, unknown>
} {
  if (!looked || looked.doubts.length + looked.others.length === 0) return {}
  const { doubts, others, note } = looked
  return { reason: note, detail: { lookedInto: doubts, otherPeople: others, found: note } }
}
