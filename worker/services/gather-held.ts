/** Gathers everything that is held about one person, for her to take away (GDPR 15 and 20). */
import { tellAct } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { withoutSecrets } from '../letters/letter.ts'
import { type HeldRow, heldData, namesOfOffice } from '../store/held-data.ts'
import { heldTables } from '../store/held-tables.ts'

export interface HeldFile {
  about: string
  made: string
  by: { name: string; email: string; phone: string }
  note: string[]
  /** By what it is; each a list of rows. */
  held: Record<string, HeldRow[]>
  /** What is left out, and why. */
  leftOut: Record<string, string>
}

const note = [
  'This is everything that is held here about the record named above and about its holder, as it was at that moment.',
  'Days and times are in UTC. Where somebody of the office acted, it says "the office".',
  'Secrets stand here nowhere, and are held only as digests, from which nobody can find them out.',
  'Working notes of the office on requests may speak of other people: ask the office for what is about you in them.',
  'What others sent to the office about this record is theirs, and not in here, unless the answer went to your address.',
]

/** Nobody else is in it: no name of the office, no other holder. */
export async function gatherHeld(desk: Desk, number: string): Promise<HeldFile> {
  const [rows, names] = await Promise.all([heldData(desk.db, number), namesOfOffice(desk.db)])
  const { name, email, phone } = desk.issuer
  // Someone of the office may hold the certification, too.
  const own = rows.get('holder')?.[0]?.display_name
  const others = names.filter((one) => one !== own)
  const plain = (value: unknown) => without(value, others)
  const held = Object.fromEntries(
    [...rows].map(([as, list]) => [as, list.map((row) => plain(row) as HeldRow)]),
  )
  for (const list of [held.happened ?? [], held.audit ?? []])
    for (const row of list) row.said = tellAct(String(row.kind ?? row.act))
  return {
    about: number,
    made: desk.now().toISOString(),
    by: { name, email, phone },
    note,
    held,
    leftOut: leftOut(),
  }
}

/** @param names of the office, the longest first, so that no part of one is left */
function without(value: unknown, names: string[]): unknown {
  if (typeof value === 'string') return nameless(withoutSecrets(value), names)
  if (Array.isArray(value)) return value.map((one) => without(one, names))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, names)]))
}

/** In sentences and where it stands alone; a token or a digest, in which it may occur by chance, stays whole. */
function nameless(text: string, names: string[]): string {
  if (names.includes(text)) return 'the office'
  if (!text.includes(' ')) return text
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce((said, name) => said.replaceAll(name, 'the office'), text)
}

function leftOut(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(heldTables).flatMap(([table, part]): [string, string][] =>
      typeof part === 'string'
        ? [[table, part]]
        : Object.entries(part.leaves ?? {}).map(([column, why]) => [`${part.as}: ${column}`, why]),
    ),
  )
}
