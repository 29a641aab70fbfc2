/** What a holder can do with a record: the pages behind its overview, most wanted first. */

export interface Door {
  /** After `/my/{number}`. */
  path: string
  text: string
  /** One line of what is behind it. */
  says: string
}

export const doors: Door[] = [
  {
    path: '/resume',
    text: 'Resume kit',
    says: 'The line for your resume, the fields of job sites, sentences for a letter. Paste a job ad to fit them.',
  },
  {
    path: '/files',
    text: 'Paper and files',
    says: 'A one-page PDF to print or attach, badge images, and the signed files that other systems take.',
  },
  {
    path: '/share',
    text: 'Share links',
    says: 'A link for one application: you choose what it shows and when it ends.',
  },
  {
    path: '/employer',
    text: 'What an employer sees',
    says: 'Your page and badge as a stranger reads them, and your name as an application spells it.',
  },
  {
    path: '/visibility',
    text: 'Who can see it',
    says: 'Open to whoever has the link, private, or listed in the directory. Change it at any time.',
  },
  {
    path: '/links',
    text: 'My own work',
    says: 'Link something that you made to the area in which you learned it.',
  },
  {
    path: '/ask',
    text: 'Ask for a change',
    says: 'A correction, a new name, anything that only the office can do.',
  },
]

/** What is wanted rarely, and stands below the others. */
export const rareDoors: Door[] = [
  {
    path: '/everything.json',
    text: 'Everything that is held about you',
    says: 'One file with all that we keep, to read or to take elsewhere.',
  },
  {
    path: '/remove',
    text: 'Remove my record',
    says: 'For good, with your personal data. It says first what that means.',
  },
]
