/** Lets a holder decide who sees her record: at once, in every place where it is answered for. */
import { type Verdict, verdictWithout } from '../../shared/verdict.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type ChosenVisibility, isChosenVisibility, visibilities } from '../record-state.ts'
import { heldByNumbers } from '../store/credentials.ts'
import { postMail } from '../store/outbox.ts'
import { moveVisibility, type Sight, sightOf, timesSince } from '../store/visibility.ts'
import { trustOf } from '../trust.ts'
import { officeDay } from '../when.ts'
import { answer, judge } from './look-up.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { recordEvent } from './record-event.ts'

const DAY = 24 * 3_600_000
/** Each change is an entry in the register and a letter. */
const MOST_A_DAY = 20

/** What a holder can choose for one record, or why there is nothing to choose. */
export interface Choosing {
  now: ChosenVisibility
  listsRegion: boolean
  /** None where it is to stay as it is. */
  choices: ChosenVisibility[]
  why?: 'renamed'
}

/** @throws Problem `not-found` for a number that nobody has, or that was removed */
export async function readChoices(desk: Desk, number: string): Promise<Choosing> {
  const sight = await sightOf(desk.db, number)
  if (!sight || !isChosenVisibility(sight.visibility)) throw new Problem('not-found')
  const { visibility: now, listsRegion } = sight
  return sight.renamed
    ? { now, listsRegion, choices: [], why: 'renamed' }
    : { now, listsRegion, choices: choicesFor(sight) }
}

/** What a stranger reads who opens the link, for each thing that can be chosen. */
export async function previewSights(
  desk: Desk,
  number: string,
): Promise<Record<'seen' | 'withheld' | 'unknown', Verdict>> {
  const [held] = await heldByNumbers(desk.db, [number])
  const seen = answer(desk, number, held && { ...held, visibility: 'link' })
  return {
    seen: await judge(desk, seen, trustOf(desk)),
    withheld: verdictWithout('withheld', desk.now(), 'server'),
    unknown: verdictWithout('not-found', desk.now(), 'server'),
  }
}

export interface Choice {
  to: string
  /** Listed with the state. */
  region: boolean
  /** What it was when the form was drawn. */
  was: string
}

/**
 * @throws Problem `invalid-input` without a choice, `conflict` where it is otherwise than the holder saw it or is to stay
 *   as it is, `too-many-requests`, `not-found`
 */
export async function chooseVisibility(
  desk: Desk,
  number: string,
  choice: Choice,
  request: RequestKey,
): Promise<Answered<{ changed: boolean }>> {
  return once<{ changed: boolean }>(desk, request, async () => {
    const sight = await sightOf(desk.db, number)
    if (!sight || !isChosenVisibility(sight.visibility)) throw new Problem('not-found')
    const to = decide(sight, choice)
    const listsRegion = to === 'listed' && choice.region
    if (to === sight.visibility && listsRegion === sight.listsRegion)
      return { status: 200, answer: { changed: false }, statements: [] }
    await refuseMany(desk, number)
    const at = desk.now().toISOString()
    const detail = { from: sight.visibility, to, ...(listsRegion ? { region: true } : {}) }
    return {
      status: 200,
      answer: { changed: true },
      statements: [
        moveVisibility(desk.db, number, sight, { visibility: to, listsRegion }),
        ...(await recordEvent(desk, {
          kind: 'visibility-changed',
          number,
          effectiveOn: officeDay(at),
          actor: 'holder',
          at,
          detail,
        })),
        postMail(desk.db, 'visibility-changed', number, at),
      ],
    }
  })
}

function decide(sight: Sight, { to, was }: Choice): ChosenVisibility {
  if (sight.renamed)
    throw new Problem('conflict', {
      detail: 'This record was replaced by one in another name: it stays private.',
    })
  if (was !== sight.visibility && isChosenVisibility(sight.visibility))
    throw new Problem('conflict', {
      detail: `This was changed since you opened the page: now it is “${visibilities[sight.visibility]}”. Nothing of yours was done. Choose again.`,
    })
  const chosen = choicesFor(sight).find((one) => one === to)
  if (chosen) return chosen
  throw new Problem('invalid-input', {
    errors: [
      {
        field: 'to',
        message:
          to === 'listed'
            ? 'A record can be listed only while it is in good standing. Choose another.'
            : 'Choose who can see it.',
      },
    ],
  })
}

function choicesFor({ standing, visibility }: Pick<Sight, 'standing' | 'visibility'>): ChosenVisibility[] {
  return standing === 'good' || visibility === 'listed'
    ? ['link', 'listed', 'withheld', 'unknown']
    : ['link', 'withheld', 'unknown']
}

async function refuseMany(desk: Desk, number: string): Promise<void> {
  const since = new Date(desk.now().getTime() - DAY).toISOString()
  if ((await timesSince(desk.db, number, 'visibility-changed', since)) < MOST_A_DAY) return
  const { phone } = desk.issuer
  throw new Problem('too-many-requests', {
    detail: `This was changed ${MOST_A_DAY} times within a day. Try again tomorrow; if it cannot wait, call ${phone}.`,
  })
}
