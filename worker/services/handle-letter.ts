/** What the office does about one letter: sends it again, says that it came back, mends the address, sets it aside. */
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { isLetterKind } from '../letters/letter.ts'
import { appendDeed } from '../store/audit.ts'
import { type KeptLetter, letterById, moveLetter, postAgain, postCopy } from '../store/letters.ts'
import type { LetterState } from '../store/outbox.ts'
import { prepareAddress } from './change-address.ts'
import { type Answered, once, type RequestKey } from './once.ts'

export type LetterAct =
  | { act: 'again' }
  | { act: 'came-back'; why: string }
  | { act: 'address'; address: string; why: string }
  | { act: 'set-aside'; why: string }

/** In which states each act can be done. */
export const allowed: Record<LetterAct['act'], readonly LetterState[]> = {
  again: ['sent', 'kept', 'failed', 'came-back', 'no-address', 'dropped'],
  'came-back': ['sent', 'kept'],
  address: ['failed', 'came-back', 'no-address'],
  'set-aside': ['due', 'failed', 'came-back', 'no-address'],
}

/**
 * Can this be done about such a letter? A code is for the moment in which it was asked for, and the file does not have it
 * any more: whoever waits for one asks again. An address is corrected only where a letter went to the holder's: what a person
 * wrote, and what the address before the last is told, went to another, which says nothing about where the holder is.
 */
export function isAllowed(
  act: LetterAct['act'],
  { kind, number, state }: Pick<KeptLetter, 'kind' | 'number' | 'state'>,
): boolean {
  if (act === 'again' && kind === 'my-code') return false
  return allowed[act].includes(state) && (act !== 'address' || (number !== '' && isLetterKind(kind)))
}

const WHY_MAX = 500

/**
 * @throws Problem `not-found`, `conflict` (said why), `invalid-input`, naming each field, and those of `prepareAddress`
 */
export async function handleLetter(
  desk: Desk,
  id: number,
  act: LetterAct,
  actor: string,
  request: RequestKey,
): Promise<Answered<{ id: number }>> {
  return once(desk, request, async () => {
    const letter = await letterById(desk.db, id)
    if (!letter) throw new Problem('not-found')
    if (!allowed[act.act].includes(letter.state)) {
      const detail = `The letter is in another state by now (${letter.state}). Look at it again.`
      throw new Problem('conflict', { detail })
    }
    if (!isAllowed(act.act, letter))
      throw new Problem('conflict', {
        detail:
          letter.kind === 'my-code'
            ? 'A code is not sent again: its holder asks for a new one.'
            : 'This letter did not go to the address on file of a record.',
      })
    const why = 'why' in act ? checkedWhy(act.why, act.act === 'came-back') : undefined
    const at = desk.now().toISOString()
    const deed = {
      actor,
      act: deeds[act.act],
      subject: letter.number || `letter ${id}`,
      // What a returned mail says stays with the letter: it names the address, and the audit is kept for ever.
      ...(why && act.act !== 'came-back' ? { why } : {}),
      detail: { letter: id, kind: letter.kind },
    }
    return {
      status: 200,
      answer: { id },
      statements: [
        ...(await statementsOf(desk, letter, act, { actor, at, why: why ?? '' })),
        appendDeed(desk.db, deed, at),
      ],
    }
  })
}

const deeds: Record<LetterAct['act'], string> = {
  again: 'sent-letter-again',
  'came-back': 'letter-came-back',
  address: 'corrected-address',
  'set-aside': 'set-letter-aside',
}

async function statementsOf(
  desk: Desk,
  letter: KeptLetter,
  act: LetterAct,
  { actor, at, why }: { actor: string; at: string; why: string },
): Promise<D1PreparedStatement[]> {
  const { db } = desk
  const { id, state: from } = letter
  // One that a person wrote goes as it was written; all others are composed anew, as things are by then.
  const anew = isLetterKind(letter.kind)
  switch (act.act) {
    case 'again':
      // What was sent stays on record as it was.
      return [from === 'sent' ? postCopy(db, id, anew, at) : postAgain(db, id, { from, anew })]
    case 'came-back':
      return [moveLetter(db, id, { from, to: 'came-back', why, at })]
    case 'address':
      return [
        ...(await prepareAddress(desk, letter.number, { email: act.address, actor, why })),
        postAgain(db, id, { from, anew }),
      ]
    case 'set-aside':
      return [moveLetter(db, id, { from, to: 'dropped', why, at })]
  }
}

function checkedWhy(text: string, cameBack: boolean): string {
  const missing = cameBack ? 'Type what the mail that came back says.' : 'Type why.'
  refuse([
    text === '' && { field: 'why', message: missing },
    text.length > WHY_MAX && { field: 'why', message: `Keep it to ${WHY_MAX} characters.` },
  ])
  return text.replaceAll('\n', ' ')
}
