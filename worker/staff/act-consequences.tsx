/** What will happen when an act is done, in sentences: before the button, not after it. */
import type { Child } from 'hono/jsx'
import { nameFindings } from '../../shared/name-check.ts'
import { renewedUntil } from '../../shared/term.ts'
import type { OpenFile } from '../services/open-file.ts'
import type { RecordAct } from '../services/record-acts.ts'
import { dayTold } from '../when.ts'
import { actWords } from './act-words.ts'
import { tellReason } from './record-words.ts'

const SAME_LINK =
  'The number and the link stay. Copies made before read “replaced by a newer record”, and lead to this page.'

/** What a person should look at once more before it is signed. */
export function doubtsOf(act: RecordAct): string[] {
  if (act.act !== 'name') return []
  const { display, given = '', family = '', native = '' } = act.name
  return [display, given, family, native].flatMap((text) =>
    text === '' ? [] : nameFindings(text, '').map(({ message }) => `“${text}”: ${message}`),
  )
}

/** One sentence each; the last one is what the holder is told. */
export function consequencesOf(act: RecordAct, file: OpenFile): Child[] {
  return [...happensBy(act, file), holderIsTold(act, file)]
}

function happensBy(act: RecordAct, file: OpenFile): Child[] {
  const { record, relatives, visibility } = file
  switch (act.act) {
    case 'renew':
      return [
        `${act.contactHours} contact hours, ${act.technologyHours} of them in technology, came in on ${dayTold(act.on)}.`,
        `The last day moves from ${dayTold(record.expiresOn)} to ${dayTold(renewedUntil(record.expiresOn))}.`,
        SAME_LINK,
      ]
    case 'complete':
      return ['The page no longer says “provisional”.', SAME_LINK]
    case 'name':
      if (act.way === 'same-link')
        return [
          SAME_LINK,
          (act.name.former ?? []).length > 0
            ? 'The page shows the earlier name that the holder chose to show.'
            : 'The page does not show the old name. Copies that people kept still do.',
        ]
      return [
        'A new record is made, with a new number, the same facts and the new name. The office number stays with the old one.',
        visibility === 'unknown'
          ? 'The old link says, as before, that there is no such record. Copies made before read “replaced”, and not by what.'
          : 'The old link says “This record is private at the moment”. Copies made before read “replaced”, and not by what.',
        'Nothing public leads from one record to the other. Only here, in the office, each history names the other.',
        'Links to own work, the e-mail address and the region are taken over as they are: if one of them holds the old name, correct it afterwards.',
        ...(relatives.length > 0
          ? [
              'There is another record of the same person (see “Other records”): it keeps its name until you change it, too.',
            ]
          : []),
      ]
    case 'suspend':
      return [
        'Within minutes, the page, the badge on other sites and every copy read “on hold, not in force”.',
        `The reason stays in the file: ${tellReason(act.reason)}`,
        'Anyone here with the role “issuer” can take it off hold.',
      ]
    case 'reinstate':
      return [
        'Within minutes, the page, the badge and every copy of the newest version are in force again, as far as the dates allow.',
      ]
    case 'revoke':
      return [
        'Step 1, at once: the record is on hold. Within minutes outsiders read “on hold, not in force”.',
        'Step 2, later: a second person with the role “approver” makes the withdrawal final on this record’s page, or declines it. You cannot do both steps yourself.',
        `The reason stays in the file: ${tellReason(act.reason)}`,
        act.publicNote
          ? 'The public note is shown only from step 2 on.'
          : 'There is no public note: from step 2 on, outsiders read that the reason is not published.',
      ]
    case 'confirm':
      return [
        'Within minutes, the page, the badge on other sites and every copy read “withdrawn, no longer in force”.',
        <b>This is final: nobody can take it back, and a new record would have to be issued.</b>,
      ]
    case 'decline':
      return [
        act.to === 'good'
          ? 'The hold ends. Within minutes, the page and the badge are in force again, as far as the dates allow.'
          : 'The record stays on hold until someone takes it off hold.',
        'A later withdrawal needs two people again.',
      ]
    case 'remove':
      return [
        'Step 1, at once: the record is private. Nobody sees anything of it.',
        'Step 2, later: a second person with the role “approver” removes it on this record’s page, or takes that back. You cannot do both steps yourself.',
        ...goes(file),
      ]
    case 'remove-now':
      return [
        ...goes(file),
        <b>This is final: nobody can bring it back, and a new record would have to be issued.</b>,
      ]
    case 'keep':
      return ['Nothing is removed.', 'Whoever could see the record before can see it again.']
  }
}

/** What a removal takes away, and what it leaves. */
function goes({ standing, visibility }: OpenFile): Child[] {
  return [
    'Name, address, areas, notes, letters, requests, rows of imports: everything that says whose record it was is emptied, also of records that this one took the place of. The number, the days and who did what stay, and the register goes on proving its history.',
    visibility === 'unknown'
      ? 'The link goes on saying that there is no such record.'
      : 'The link says “This record was removed at its holder’s request”, and that this is no mark against anyone.',
    standing === 'revoked'
      ? 'Copies that people kept go on reading “withdrawn”.'
      : 'Copies that people kept read “removed” or “replaced”, and never “withdrawn”.',
  ]
}

function holderIsTold(act: RecordAct, { record }: OpenFile): Child {
  if (act.act === 'remove-now')
    return 'The holder is not told once more: their address goes, too, and the letter before said so.'
  if (!record.email)
    return 'The holder is not told: there is no e-mail address on file. Write to them another way.'
  return (
    <>
      A letter to {record.email} says {actWords[act.act].letter}.
    </>
  )
}
