/** A removal at a holder's request, on the record's page: one that waits, and the door to asking for one. */

import type { OpenFile, Removal } from '../services/open-file.ts'
import { HOLDER } from '../services/remove.ts'
import { whyNot } from '../services/why-not.ts'
import { timeTold } from '../when.ts'
import { actWords } from './act-words.ts'
import type { Frame } from './layout.tsx'

interface About {
  frame: Frame
  file: OpenFile
  now: Date
}

export function RemovalWaits({ frame, file, now }: About) {
  const { staff } = frame
  const { number } = file
  if (!staff) return null
  const [final, keep] = [whyNot('remove-now', file, staff, now), whyNot('keep', file, staff, now)]
  return (
    <section class="aside" aria-labelledby="removal">
      <h2 id="removal">A removal waits</h2>
      <AskedFor file={file} />
      {final && file.removal?.dueAt === null && (
        <p class="soft">
          {actWords['remove-now'].title}: not possible. {final}
        </p>
      )}
      {(!final || !keep) && (
        <div class="do">
          {!final && (
            <a class="button filled" href={`/staff/records/${number}/remove-now`}>
              {actWords['remove-now'].title}…
            </a>
          )}
          {!keep && (
            <a class="button" href={`/staff/records/${number}/keep`}>
              {actWords.keep.title}…
            </a>
          )}
        </div>
      )}
    </section>
  )
}

/** Who asked for it, when and how, and when it is carried out. */
export function AskedFor({ file: { removal, events } }: { file: OpenFile }) {
  if (!removal) return null
  const how = events.findLast(({ kind }) => kind === 'removal-proposed')?.reason
  return (
    <>
      <p>
        {askedBy(removal)} asked on {timeTold(removal.askedAt)} to remove it.{' '}
        {removal.dueAt
          ? `It is private until then, and goes on ${timeTold(removal.dueAt)}, unless it is taken back.`
          : 'It is private until a second person decides.'}
      </p>
      {!removal.dueAt && how && <p>Note: {how}</p>}
    </>
  )
}

export function askedBy({ askedBy: who }: Pick<Removal, 'askedBy'>): string {
  return who === HOLDER ? 'Its holder' : who
}

/** At the foot of the page: it is seldom asked for, and never by a slip. */
export function RemovalDoor({ frame, file, now }: About) {
  const { staff } = frame
  if (!staff || whyNot('remove', file, staff, now)) return null
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">If its holder wants it gone</h2>
      <p>{actWords.remove.what}</p>
      <div class="do">
        <a class="button" href={`/staff/records/${file.number}/remove`}>
          {actWords.remove.title}…
        </a>
      </div>
    </section>
  )
}
