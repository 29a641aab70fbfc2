/** What the office writes to holders, in English. Read each aloud as its receiver: what happened, what others see now, what to do. */
import { at, COPIES, howToRenew, LSSC, outsiders, own, seenBy, stands, untilWhen, why } from './en-phrases.ts'
import type { LetterWords } from './letter.ts'

export const en: LetterWords = {
  lang: 'en-US',
  greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
  demonstration: {
    subject: '[Demonstration]',
    body: 'Demonstration: this is not about a real certification.',
  },
  addressLeft: ({ phone, email }) => ({
    subject: 'An LSSC record has another e-mail address now',
    says: [
      'Until today this was the e-mail address on file for an LSSC record. It has been replaced by another, to which our letters go from now on. Nothing else about the record has changed.',
      `If that was you, there is nothing to do. If it was not, please tell us at once: call ${phone}, or write to ${email}.`,
    ],
  }),
  myCode: ({ number, code, url, issuer }) => ({
    subject: 'Your code for your LSSC page',
    says: [
      `Someone, probably you, asked to open the page of the holder of record ${number}. The code:`,
      code,
      `Type it where you asked for it, within 30 minutes. Or open this and press the button:\n${url}`,
      `If you did not ask, there is nothing to do: without this code nobody gets in. Don’t pass it on; we never ask for it. If it keeps happening, call ${issuer.phone}.`,
    ],
  }),
  letters: {
    issued: (f) => ({
      subject: 'Your LSSC certification is on record: what you can do with it',
      says: [
        `${f.isNew ? `Congratulations: on ${f.awarded} you earned the ${LSSC}, and` : `The ${LSSC} that you earned on ${f.awarded} is on record here;`} ${stands(f)}.${f.graceUntil && f.hasEnded ? ` It can still be renewed until ${f.graceUntil}: ${f.help}` : ''}${f.provisionalUntil ? ` It is provisional; please show us a year of library work by ${f.provisionalUntil}.` : ''}`,
        `Anyone can check it, free:\n${f.link}`,
        `For your resume:\nLibrary Support Staff Certification (LSSC), ${f.issuer.name}, ${f.awardedYear}${untilWhen(f)}. Check: ${f.link}`,
        `Where a form asks for a number: ${f.number}`,
        'Anything wrong? Tell us.',
        own(f, ', with paper and files'),
      ],
    }),
    renewed: (f) => ({
      subject: 'Your LSSC certification is renewed',
      says: [
        `Thank you: your ${LSSC} is renewed, and ${stands(f)}.`,
        outsiders(f, 'Whoever opens your record’s link sees the new date at once.'),
        at(f),
        `${COPIES} On your resume, change the date.`,
        'If anything is wrong, tell us.',
        own(f),
      ],
    }),
    corrected: (f) => ({
      subject: 'Your LSSC record was corrected: please look at it',
      says: [
        `On ${f.on} we corrected your LSSC record.`,
        outsiders(f, 'Whoever opens your record’s link sees it as it is now.'),
        at(f),
        COPIES,
        'Please open it and read it. If you did not expect this, or anything is wrong, call or write to us.',
        own(f),
      ],
    }),
    completed: (f) => ({
      subject: 'Your LSSC certification is no longer provisional',
      says: [
        `Your year of library work is on file with us: your ${LSSC} is no longer provisional, and ${stands(f)}.`,
        outsiders(f, 'Whoever opens your record’s link no longer reads “provisional”.'),
        at(f),
        `${COPIES} On your resume, leave out “provisional”.`,
        own(f),
      ],
    }),
    renamed: (f) => ({
      subject: 'Your LSSC record in your new name',
      says: [
        'Your LSSC record is in your new name now, with a new number and a new link:',
        `${f.link}\nNumber: ${f.number}`,
        'Your old link is private. It shows neither name and does not lead here. Please use the new link wherever you had given the old one, on your resume and in applications.',
        'Please open it and read it. If anything is wrong, call or write to us.',
        own(f),
      ],
    }),
    suspended: (f) => ({
      subject: 'Your LSSC record is on hold, and what to do',
      says: [
        `Since ${f.on} your LSSC record is on hold.${why(f)} While it is on hold, it is not in force.`,
        outsiders(
          f,
          f.publicNote
            ? `Whoever opens your record’s link reads that it is on hold, and: “${f.publicNote}”`
            : 'Whoever opens your record’s link reads that it is on hold, that reasons are not published, and that holds are often paperwork and can end.',
        ),
        at(f),
        'Please call or write to us: we will tell you what is needed. If you are applying for a job just now, say so.',
      ],
    }),
    reinstated: (f) => ({
      subject: 'Your LSSC record is no longer on hold',
      says: [
        `On ${f.on} the hold on your LSSC record ended; ${stands(f)}.`,
        outsiders(f, 'Whoever opens your record’s link sees it without the hold, as before.'),
        at(f),
        'There is nothing that you have to do. If anything is wrong, call or write to us.',
        own(f),
      ],
    }),
    'withdrawal-proposed': (f) => ({
      subject: 'Your LSSC record is on hold: please answer',
      says: [
        `We are considering whether to withdraw your ${LSSC}.${why(f, 'The reason would be')} Nothing is decided: a second person in our office must agree. Until then it is on hold, and not in force.`,
        outsiders(
          f,
          'Whoever opens your record’s link reads that it is on hold; the reason is not published.',
        ),
        at(f),
        'If you see it otherwise, or know something that we do not, please call or write to us now.',
      ],
    }),
    'withdrawal-declined': (f) => ({
      subject: 'Your LSSC record is not withdrawn',
      says: [
        `We considered whether to withdraw your ${LSSC}. On ${f.on} we decided not to.`,
        f.standing === 'suspended'
          ? 'It is still on hold, as it was before. Please call or write to us: we will tell you what is needed.'
          : `It is no longer on hold; ${stands(f)}. There is nothing that you have to do.`,
        outsiders(
          f,
          f.standing === 'suspended'
            ? 'Whoever opens your record’s link reads that it is on hold; the reason is not published.'
            : 'Whoever opens your record’s link sees it without the hold, as before.',
        ),
        at(f),
      ],
    }),
    revoked: (f) => ({
      subject: 'Your LSSC certification was withdrawn',
      says: [
        `On ${f.on} your ${LSSC} was withdrawn; it is no longer in force.${why(f)}`,
        outsiders(
          f,
          f.publicNote
            ? `Whoever opens your record’s link reads the date, and: “${f.publicNote}”`
            : 'Whoever opens your record’s link reads the date, that the reason is not published, and that it may be administrative.',
        ),
        at(f),
        'Please no longer give it as current on resumes and applications.',
        ...(f.reason === 'holder-request'
          ? ['If you did not ask for this, call or write to us at once.']
          : [
              'If you think that this is wrong, you can appeal. Call or write to us: we tell you how, and answer your questions.',
            ]),
      ],
    }),
    'address-changed': (f) => ({
      subject: 'Our letters about your LSSC record come here now',
      says: [
        `Since ${f.on} this is the e-mail address on file for your LSSC record; our letters go here.`,
        'Outsiders never see it. Nothing else has changed.',
        at(f),
        'If you did not ask for this, please call or write to us.',
        own(f),
      ],
    }),
    'my-link': (f) => ({
      subject: 'The new link to your own LSSC page',
      says: [
        'As you asked, here is a new link to your own page. The links in our earlier letters no longer open it, and whoever was signed in is signed out.',
        own(f),
        `That one is not for resumes or applications. ${at(f)}`,
        'If you did not ask for this, please call or write to us.',
      ],
    }),
    'removal-asked': (f) => ({
      subject: 'Your LSSC record will be removed: was this you?',
      says: [
        `Someone who was on your own page asked us to remove this record of yours for good:\n${f.link}`,
        `We will do it ${f.removedOn ? `on ${f.removedOn}` : 'in three days'}; until then it is private. Afterwards we know nothing of you any more, and nobody can bring the record back. Files that you gave away read as replaced.`,
        `If this was you, there is nothing to do, and this is our last letter. If it was not, or you have changed your mind, take it back before that day:\n${f.removal}`,
        `Or call ${f.issuer.phone}.`,
      ],
    }),
    'removal-proposed': (f) => ({
      subject: 'Your LSSC record is about to be removed: did you ask?',
      says: [
        `You asked us to remove this record of yours for good:\n${f.link}`,
        'It is private now. A second person in our office looks at your wish, and then removes it. Afterwards we know nothing of you any more, and nobody can bring the record back. Files that you gave away read as replaced. This is then our last letter.',
        `If you did not ask for this, or have changed your mind, call ${f.issuer.phone} or write to ${f.issuer.email} at once.`,
      ],
    }),
    'removal-taken-back': (f) => ({
      subject: 'Your LSSC record stays',
      says: [
        `The removal of your LSSC record was taken back on ${f.on}. Nothing was removed.`,
        outsiders(f, 'Your page can be seen again by whoever has your link.'),
        at(f),
        'If this was not your wish, call or write to us.',
      ],
    }),
    'visibility-changed': (f) => ({
      subject: 'Who can see your LSSC record was changed',
      says: [
        `On ${f.on} it was changed on your own page who can see your LSSC record. ${seenBy[f.seenBy]}`,
        at(f),
        `If that was you, there is nothing to do. If it was not, someone else has been on your page: please call ${f.issuer.phone} or write to us at once.`,
      ],
    }),
    'remind-opens': (f) => ({
      subject: 'You can renew your LSSC certification now',
      says: [
        `Your ${LSSC} is current to ${f.expires}. You can renew it now, for four more years.`,
        howToRenew(f),
        'There is no hurry: whenever you renew, the new term follows on the old one.',
        at(f),
        own(f, ''),
      ],
    }),
    'remind-soon': (f) => ({
      subject: `Your LSSC certification ends on ${f.expires}`,
      says: [
        `Your ${LSSC} is current to ${f.expires}. Please renew it by then.`,
        howToRenew(f),
        `${outsiders(f, 'Until then nothing changes for whoever opens your record’s link; afterwards it reads “Earned, not current”.')} Sent your hours already? Thank you.`,
        at(f),
        own(f, ''),
      ],
    }),
    'remind-ended': (f) => ({
      subject: 'Your LSSC certification ended, and can still be renewed',
      says: [
        `Your ${LSSC} ended on ${f.expires}. You can still renew it until ${f.graceUntil}; the new term then follows on the old one.`,
        howToRenew(f),
        `${outsiders(f, 'Your record reads “Earned, not current”, and that it can still be renewed.')} Sent your hours already? Thank you.`,
        at(f),
        own(f, ''),
      ],
    }),
    'remind-last': (f) => ({
      subject: `Last reminder: your LSSC renewal is due by ${f.graceUntil}`,
      says: [
        `Your ${LSSC} ended on ${f.expires}. ${f.graceUntil} is the last day to renew it.`,
        howToRenew(f),
        `If hours are missing, or life came in between, call or write to us before. ${outsiders(f, 'What you earned stays on record, which reads “Earned, not current”.')}`,
        at(f),
        own(f, ''),
      ],
    }),
  },
}
