/** What the office says to those who ask it: before they write, and after. */
import type { RequestKind } from '../request-kinds.ts'

interface Words {
  /** Below its link on the list. */
  about: string
  /** Above the form. */
  lead: string
  /** What happens once it is sent, step by step. `{issuer}` is the issuer. */
  next: string[]
}

export const helpWords: Record<RequestKind, Words> = {
  address: {
    about: 'Give the address that works now, and two facts that only you would know.',
    lead: 'The office keeps one address for each holder, and writes there about your record. Tell us the one that works now, and enough for us to see that the record is yours.',
    next: [
      'Someone compares what you wrote with your record, and may call or write to ask one thing more.',
      'Once it is clear that the record is yours, the new address is put on file, and both addresses are told.',
      'A mail to the new address brings a link to your own page: you need nothing else to come in. Links in earlier mails stop working.',
    ],
  },
  correction: {
    about: 'A name, a date, an area: say what should stand there.',
    lead: 'Tell us what is wrong, in your own words. Your link and your code stay the same when a record is corrected.',
    next: [
      'Someone compares what you wrote with the record and with the office’s papers, and asks for a copy of a paper if one is needed.',
      'A correction shows at the same link and code. A copy that somebody kept then reads as replaced, never as altered.',
    ],
  },
  name: {
    about: 'Keep your link with the new name, or get a new one that nothing joins to the old.',
    lead: 'Your record can carry your new name at the same link. Or you can have a new link and code, and the old ones become private: then nobody who has the new one learns the old name.',
    next: [
      'Someone writes to you and asks to see one document with both names. Don’t send it before.',
      'Once it has been seen, your record is changed the way you chose, and you are told.',
    ],
  },
  claim: {
    about: 'There may be a record of you already. Tell us what you remember; papers can wait.',
    lead: 'The first certificates are from 2010, and many holders have since lost the mail, the number or the address. Tell us what you remember: someone looks for you in the files.',
    next: [
      'Someone looks for you in the office’s files: the list of achievements, the year, the course provider or college.',
      'When you are found, you get the link and the code of your record, and in another mail a link for you alone, to your own page. When you are not, you are told what would help.',
    ],
  },
  hours: {
    about: '32 hours in four years, at least four of them in technology. List the activities in one sitting.',
    lead: 'List what you did since your certification or your last renewal, as far as it relates to the ten areas. Certificates of attendance can stay with you; keep them in case the office asks.',
    next: [
      'Someone goes through the activities, and writes to you if one needs a certificate of attendance or doesn’t count.',
      'When they are accepted, your record shows the new last day, at the same link and code, and you are told.',
    ],
  },
  misuse: {
    about: 'Somebody shows a record that isn’t theirs, or that was altered. You need not give your name.',
    lead: 'Tell us what you saw and where. A report accuses nobody: people with one name, old copies and cut links are common.',
    next: [
      'Someone opens the record, compares it with what you saw, and asks the site or the holder if that is needed.',
      'What comes of it is between {issuer} and the holder; if you gave an address, you are told that it was looked into.',
    ],
  },
}
