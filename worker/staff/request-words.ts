/** What to check before a request is decided, and how an answer may begin: the office changes the words as it likes. */
import type { RequestBody, RequestKind } from '../request-kinds.ts'
import type { Outcome } from '../services/answer-request.ts'

/** In the order in which one would do it. */
export const toCheck: Record<RequestKind, string[]> = {
  address: [
    'Find the record: by its code, the number on the certificate, or the name.',
    'Compare two independent facts with the files: a course and its year, a college, the library, a telephone number. An e-mail address is never one of them.',
    'If only one fits, ask for another. If in doubt, call a number that was on file before.',
    'Accepting changes the address on file, and tells the old one. A link to the holder’s own page goes to the new one; every earlier link ends.',
  ],
  correction: [
    'Open the record, and the papers that it rests on: course completion, portfolio review, application.',
    'What a holder says alone corrects a spelling, never an area, a date or a pathway: ask for the certificate.',
    'Correct the record on its own page first; then accept here.',
  ],
  name: [
    'See one document that has both names, and note which kind it was and on what day you saw it. Keep no copy.',
    'Mind the choice: the same link, or a new number with the old one private.',
    'A former name is told to nobody: leave it out of the reply, and out of the subject.',
    'Change the name on the record’s own page first; then accept here.',
  ],
  claim: [
    'Look for the Candidate Achievement Record, under the name of that time.',
    'Compare the year, and ask the course provider or the college if the record is thin.',
    'If there is a record here, make sure of two independent facts before you send its link.',
    'If there is none and the award is on file, issue it with its true dates first; then accept here.',
    'Accepting puts the sender’s address on file, and a link to the holder’s own page goes there: whoever reads it holds the record from then on.',
  ],
  hours: [
    'Find the record, and see that it can be renewed: from twelve months before its last day to two months after.',
    'See that each activity relates to the ten areas, lies in the present term, and is one hour or more.',
    'Strike what does not count, each with its reason. Ask for certificates of attendance where you doubt.',
  ],
  misuse: [
    'Open the record yourself, by its code, and compare it with what was seen. Do not open the link on a machine of the office that you would not risk.',
    'Think of ordinary reasons first: two people with one name, an old copy, a link that was cut.',
    'If the record is shown by someone else, write to the site; if its holder may be in trouble, write to the holder.',
    'A hold or a withdrawal is decided on the record’s own page, never from a report alone.',
  ],
}

const drafts: Record<RequestKind, Record<Outcome, string>> = {
  address: {
    accept:
      'Thank you for telling us. This address is on file for your record now: mail about it comes here from today. We have told the old address that it was changed.\n\nAnother mail brings the link to your own page, which is for you alone; earlier links no longer open it.',
    ask: 'Before we change the address on file, we need two facts that only you would know. Please tell us one more: the library where you worked when you were certified, a course that you took and its year, or the number on your certificate.',
    decline:
      'We could not make sure that this record is yours, so its address stays as it was. You can call us at {phone}: on the telephone this is often settled in a few minutes.',
  },
  correction: {
    accept:
      'Thank you. We have corrected your record. Its link and its code are the same as before; a copy that somebody kept from before now reads as replaced.',
    ask: 'To correct this, we need to see what it rests on. Please answer with a copy of the page that shows it, for example the course certificate. Cover what we need not see.',
    decline:
      'We compared what you wrote with the papers that we hold, and the record says what they say. So we have left it as it is. If you have a paper that says otherwise, please send a copy, and we will look again.',
  },
  name: {
    accept: 'Your record carries your new name now{where}. The name before it is not shown.',
    ask: 'Please show us one document that has both names: a marriage certificate, a court order, or an old and a new ID. A photograph is enough; cover the numbers. We look at it, note that we have seen it, and delete it.',
    decline:
      'Without a document that shows the change we cannot put another name on the record, for everyone who reads it relies on the name. You can send one at any time.',
  },
  claim: {
    accept:
      'We found you. Your record is here: {link}\n\nThe link and the code in it are yours to put on a resume or into an application; anyone can check them, and no account is needed.\n\nAnother mail brings a second link, for you alone: it opens your own page, with your resume line, paper and files.',
    ask: 'We have looked, and are not sure yet. What would help: the name of a course or its provider, the college, or a photograph of the certificate.',
    decline:
      'We found no certification under the names and the year that you gave. That does not say that you did not earn it: files of the first years have gaps. If you have the certificate or a letter of ours, please send a copy, and we will look again.',
  },
  hours: {
    accept:
      'We have accepted your contact hours, and your certification is renewed. Your record shows the new last day: {link}\n\nThe link and the code are the same as before.',
    ask: 'To accept your hours, we need to see a certificate of attendance for: [which activities]. A photograph of each is enough.',
    decline:
      'We could not renew with these hours: [which, and why]. A renewal takes 32 contact hours, at least four of them in technology, and is possible from twelve months before the last day to two months after it.',
  },
  misuse: {
    accept:
      'Thank you for telling us. We have looked into what you saw and have done what was needed. What comes of it is between us and the record’s holder, so we say no more here.',
    ask: 'Thank you for telling us. To look into it, we need to know exactly where you saw it: the link of the page, or a picture of it.',
    decline:
      'Thank you for telling us. We have looked into what you saw, and the record is shown as its holder may show it. There is nothing that we need to do.',
  },
}

export interface DraftFacts {
  issuer: { short: string; phone: string }
  /** The link of the record that it is about, if one is chosen. */
  link?: string | undefined
}

/** How an answer may begin. */
export function draftOf(
  { id, kind, body }: { id: string; kind: RequestKind; body: RequestBody },
  outcome: Outcome,
  { issuer, link }: DraftFacts,
): { subject: string; reply: string } {
  const { who, how } = body.fields
  // The record that was found is the old one, which a new link must not lead to: it is filled in by hand.
  const where = how === 'new' ? ', at a link of its own: [link]' : ', at the same link and code'
  const said = drafts[kind][outcome]
    .replace('{where}', where)
    .replace('{link}', link ?? '[link]')
    .replace('{phone}', issuer.phone)
  return {
    subject: `Your request ${id} to the certification office`,
    reply: [
      who ? `Dear ${who},` : 'Hello,',
      said,
      ...(outcome === 'ask' ? [`Please leave the reference ${id} in your answer.`] : []),
      `The certification office of ${issuer.short}\n${issuer.phone}`,
    ].join('\n\n'),
  }
}
