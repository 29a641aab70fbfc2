/**
 * For people who hire: the everyday duties that each area relates to, and three topics to talk about. Our own
 * words, not ALA-APA's. Topics ask for what someone did, so that the answer shows more than a certificate can.
 */
import type { SetId } from '../../shared/programme.ts'

export interface AreaNotes {
  /** In one line, for a list. */
  about: string
  duties: string[]
  topics: [string, string, string]
}

export const areaNotes: Record<SetId, AreaNotes> = {
  'foundations-of-library-services': {
    about: 'What libraries are for, how they work, and how to serve the people who use them.',
    duties: [
      'Explaining the library’s services and policies at any desk',
      'Keeping what people read and ask confidential',
      'Sending a question to the department that can answer it',
      'Serving everyone alike, and knowing when an exception fits',
    ],
    topics: [
      'A time when a rule and a person’s need pulled in different directions: what did you do?',
      'Someone asks what their spouse has checked out. What do you say?',
      'How does the work of a department that you have not worked in reach the public?',
    ],
  },
  'communication-and-teamwork': {
    about: 'Dealing with the public and with colleagues, also when it is difficult.',
    duties: [
      'Greeting, listening to and helping the public in person, by phone and in writing',
      'Calming a complaint, and knowing when to call a supervisor',
      'Working in a team with shared goals and handovers',
      'Giving and taking feedback',
    ],
    topics: [
      'A conversation with an upset person that you turned round, or that you had to hand on.',
      'Bad news that you had to give: how did you choose the words and the moment?',
      'Something that a colleague’s feedback changed in the way you work.',
    ],
  },
  technology: {
    about: 'The library’s systems and devices, and helping the public to use them.',
    duties: [
      'Helping people with public computers, printers, e-books and their own devices',
      'First troubleshooting: mending what can be mended, reporting the rest well',
      'Using the library’s system and online catalog day by day',
      'Showing someone how to use a tool, basic assistive technology included',
    ],
    topics: [
      'Teaching someone a tool who was afraid of it: how did you begin?',
      'A fault that you traced step by step, and where you stopped and called for help.',
      'What does the library’s system remember about a reader, and who should see it?',
    ],
  },
  'access-services': {
    about: 'Circulation, interlibrary loan, reserves and stacks: getting materials to people and back.',
    duties: [
      'Checking materials out and in, renewals, holds, fines and cards',
      'Interlibrary loan and document delivery, with copyright in mind',
      'Course reserves',
      'Shelving, shifting and shelf reading; safety of people and collections',
      'Taking payments and keeping counts',
    ],
    topics: [
      'A dispute about a fine or a lost item: what could you decide, and what did you decide?',
      'An item that the system says is in and nobody can find: where do you look?',
      'What changed in your circulation or lending work because of a count that you kept?',
    ],
  },
  'adult-readers-advisory-services': {
    about: 'Helping adults find the next book, film or recording that suits them.',
    duties: [
      'Suggesting titles, authors and formats from what a reader enjoyed',
      'Book lists, displays and newsletters',
      'Book discussions and other programs for readers',
      'Knowing the collection and the tools that describe it',
    ],
    topics: [
      'A reader loved one book and can’t say why. What do you ask?',
      'A genre that you don’t read yourself: how do you stay useful in it?',
      'A display or list of yours: what moved, and how did you know?',
    ],
  },
  'cataloging-and-classification': {
    about: 'Describing and arranging materials, so that they can be found.',
    duties: [
      'Copy cataloging: finding, checking and mending records from a shared database',
      'Original records for what nobody has described yet',
      'Call numbers, subject headings and authority control',
      'Item records, labels and cleaning up the catalog',
    ],
    topics: [
      'A shared record that was wrong: how did you see it, and what did you change?',
      'Where would you put a local family history, and what would help readers to find it?',
      'A catalog problem that you cleaned up in many records: how did you check the result?',
    ],
  },
  'collection-management': {
    about: 'Choosing, ordering, receiving, keeping and withdrawing materials.',
    duties: [
      'Ordering, receiving and paying for materials; serials and standing orders',
      'Helping with selection, from reviews and from use',
      'Withdrawing, replacing, mending and preserving',
      'Preparing materials for the shelf',
    ],
    topics: [
      'Something that you would withdraw and something that you would keep in spite of the figures: why?',
      'An order that went wrong: how did you find out, and how was it put right?',
      'How would you explain to a donor that the library can’t take the books?',
    ],
  },
  'reference-and-information-services': {
    about: 'Finding out what someone needs to know, and finding it.',
    duties: [
      'Answering questions at the desk, by phone, e-mail and chat',
      'Searching the catalog, databases and the web, and judging what is found',
      'Referring to people and services in the community',
      'Showing people how to search for themselves',
    ],
    topics: [
      'A question that turned out to be a different question: what brought it out?',
      'Someone asks which medicine to take. What can you do, and what not?',
      'How do you decide that a source is good enough for this person’s purpose?',
    ],
  },
  'supervision-and-management': {
    about: 'Leading people and running a part of the library.',
    duties: [
      'Hiring, training, scheduling and evaluating staff, pages and volunteers',
      'Setting expectations and dealing with performance',
      'Budgets, grants and reports',
      'Policies and procedures, planning, partners and publicity',
    ],
    topics: [
      'Someone’s work that you helped to get better: what did you say first?',
      'A procedure that you wrote or changed: who had to agree, and did it hold?',
      'With a tenth less money next year, what would you stop?',
    ],
  },
  'youth-services': {
    about: 'Serving children, teens and the adults who care for them.',
    duties: [
      'Story times, clubs and summer reading',
      'Finding books and answers for a child’s age and interest',
      'Working with schools, families and caregivers',
      'A safe and welcoming room; online safety and the rights of minors',
    ],
    topics: [
      'A program that did not go as planned: what did you change the next time?',
      'A parent objects to a book. How do you listen, and what happens then?',
      'A teen who says “I don’t read”: where do you begin?',
    ],
  },
}
