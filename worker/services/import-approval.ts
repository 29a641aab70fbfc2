/** What many people's records hang on, two people of the office agree to: an import of many rows. */
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { appendDeed, hasDone } from '../store/audit.ts'
import {
  type AwaitedApproval,
  approve,
  askApproval,
  type ImportFacts,
  importById,
  importProgress,
  importsAwaitingApproval,
  type Progress,
} from '../store/imports.ts'
import { once, type RequestKey } from './once.ts'

/** How many rows one person may issue from one sheet. */
export const ALONE = 500

/** Whether a second person has to agree: what is issued already counts, or rows could be let in by handfuls. */
export function needsApproval({ issued, waiting }: Progress): boolean {
  return waiting > 0 && issued + waiting > ALONE
}

/** @throws Problem `needs-second-person` */
export async function requireSecondPerson(desk: Desk, facts: ImportFacts): Promise<void> {
  if (facts.approvedBy !== null) return
  const progress = await importProgress(desk.db, facts.id)
  if (!needsApproval(progress)) return
  const detail = `It would issue ${progress.waiting + progress.issued} records, and more than ${ALONE} take two people. Someone with the role “approver” who did not upload the sheet approves it at ${desk.issuer.origin}/staff/imports/${facts.id}; then run it again.`
  throw new Problem('needs-second-person', { detail })
}

/** The imports that wait for a second person, the longest waiting first. */
export function importsToApprove(desk: Desk): Promise<AwaitedApproval[]> {
  return importsAwaitingApproval(desk.db, ALONE)
}

/**
 * Asks the office for a second person; asked again, it says so again.
 * @throws Problem `no-such-import`
 */
export async function askForApproval(desk: Desk, id: string, actor: string): Promise<void> {
  const at = desk.now().toISOString()
  if (!(await importById(desk.db, id))) throw new Problem('no-such-import')
  await desk.db.batch([
    askApproval(desk.db, id, actor, at),
    appendDeed(desk.db, { actor, act: 'asked-import-approval', subject: id }, at),
  ])
}

/** @returns why this person cannot be the second one; null when they can */
export function notSecond({ actor, askedBy }: ImportFacts, person: string): string | null {
  if (person === actor) return 'You uploaded this sheet; someone else has to approve it.'
  if (person === askedBy) return 'You asked for this approval; someone else has to give it.'
  return null
}

/** What someone wrote into the sheet themselves, nobody else has agreed to. */
async function hasChanged({ db }: Desk, id: string, person: string): Promise<string | null> {
  if (!(await hasDone(db, person, ['edited-import-row', 'decided-import-row'], id))) return null
  return 'You changed or decided rows of this sheet; someone else has to approve it. Where there is nobody, upload it as it is now: then whoever uploaded this one can approve.'
}

/**
 * A second person agrees that the sheet is issued as they saw it. Any change after that ends the approval.
 * @param revision the sheet that they saw
 * @throws Problem `no-such-import`, `conflict` (said why)
 */
export async function approveImport(
  desk: Desk,
  id: string,
  revision: number,
  actor: string,
  request: RequestKey,
): Promise<void> {
  await once(desk, request, async () => {
    const facts = await importById(desk.db, id)
    if (!facts) throw new Problem('no-such-import')
    const refused = notSecond(facts, actor) ?? (await hasChanged(desk, id, actor))
    if (refused) throw new Problem('conflict', { detail: refused })
    if (facts.approvedBy !== null)
      throw new Problem('conflict', { detail: `${facts.approvedBy} has approved it already.` })
    if (facts.revision !== revision)
      throw new Problem('conflict', {
        detail: 'The sheet was changed after you opened this page. Look at it again, then approve.',
      })
    const at = desk.now().toISOString()
    const deed = { actor, act: 'approved-import', subject: id, detail: { revision } }
    const statements = [approve(desk.db, id, revision, actor, at), appendDeed(desk.db, deed, at)]
    return { statements, status: 200, answer: null }
  })
}
