/**
 * Colleges whose programs are recognized, by agreement with ALA-APA, as covering the required sets and three
 * electives, and what each agreement leaves open. Only confirmed agreements stand here: nine colleges that were
 * under review in 2011 do not. An agreement that ends gets a last day and stays, because awards name it.
 */
import { addYears, type Day } from '../dates.ts'
import type { SetId } from '../programme.ts'

export interface Agreement {
  id: string
  institution: string
  /** U.S. state. */
  state: string
  /** The first day that a source vouches for: of the agreement, or of its announcement, which may be later. */
  knownFrom: Day
  known: 'agreed' | 'announced'
  /** Awards made since this day count, where the agreement says so. */
  retroactiveFrom?: Day
  endedOn?: Day
  /** Awards under the agreement, by the code that the office writes. Absent: no source says which. */
  awards?: Record<string, string>
  /** Sets that the program does not cover, and how they can be closed. */
  gaps?: { sets: SetId[]; remedy: string }
  source?: string
}

const ANNOUNCED_2013 =
  'https://ala-apa.org/lssc/2013/04/25/ala-apa-recognizes-city-college-of-san-francisco-college-graduates/'
const AGREEMENTS = 'https://ala-apa.org/lssc/search/Collection+Management/'

function announced(id: string, institution: string, state: string, knownFrom: Day): Agreement {
  return { id, institution, state, knownFrom, known: 'announced' }
}

export const agreements: Agreement[] = [
  announced('DUPAGE', 'College of DuPage', 'IL', '2011-09-13'),
  announced('IVYTECH', 'Ivy Tech Community College', 'IN', '2011-09-13'),
  announced('PALOMAR', 'Palomar College', 'CA', '2011-09-13'),
  announced('ICC', 'Illinois Central College', 'IL', '2011-09-13'),
  announced('WAUBONSEE', 'Waubonsee Community College', 'IL', '2011-09-13'),
  announced('PASADENA', 'Pasadena City College', 'CA', '2012-06-10'),
  {
    ...announced('CCCC-LIT', 'Central Carolina Community College', 'NC', '2012-06-10'),
    retroactiveFrom: '2010-01-01', // "spring 2010"
    awards: { AAS: 'Associate in Applied Science', Diploma: 'Diploma' },
    gaps: {
      sets: ['communication-and-teamwork'],
      remedy: 'COM 110 at the college, an approved course or a portfolio',
    },
    source: 'https://cccc.edu/news/print.php?print=8784',
  },
  announced('HIGHLINE', 'Highline Community College', 'WA', '2012-06-10'),
  announced('THREERIVERS', 'Three Rivers Community College', 'CT', '2012-07-12'),
  {
    id: 'DACC',
    institution: 'New Mexico State University, Doña Ana Community College',
    state: 'NM',
    knownFrom: '2012-06-01', // "June 2012"
    known: 'agreed',
    retroactiveFrom: '2010-06-01',
    awards: { AAS: 'Associate of Applied Science' },
    source: AGREEMENTS,
  },
  announced('BELMONT', 'Belmont College', 'OH', '2013-04-25'),
  { ...announced('CCSF', 'City College of San Francisco', 'CA', '2013-04-25'), source: ANNOUNCED_2013 },
  announced('SFCC', 'Spokane Falls Community College', 'WA', '2013-09-05'),
  announced('UMA', 'University of Maine at Augusta', 'ME', '2014-06-09'),
  {
    id: 'DVC',
    institution: 'Diablo Valley College',
    state: 'CA',
    knownFrom: '2018-11-01', // "November 2018"
    known: 'agreed',
    awards: { AS: 'Associate in Science', CertAch: 'Certificate of Achievement' },
    source: AGREEMENTS,
  },
]

/** What a reference names. */
export interface NamedAward {
  /** As the catalogue writes it. */
  reference: string
  agreement: Agreement
  /** Spelled out; absent when the agreement is not known to cover such an award. */
  award?: string
}

/**
 * Looks up `INSTITUTION/AWARD`, whatever the case.
 * @returns null when there is no agreement with such an institution
 */
export function awardNamed(reference: string): NamedAward | null {
  const [id = '', code = '', ...more] = reference.split('/').map((part) => part.trim())
  const agreement = agreements.find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (!agreement || more.length > 0) return null
  const named = Object.entries(agreement.awards ?? {}).find(
    ([one]) => one.toLowerCase() === code.toLowerCase(),
  )
  return {
    reference: `${agreement.id}/${named?.[0] ?? code}`,
    agreement,
    ...(named ? { award: named[1] } : {}),
  }
}

/** Graduates since this day are covered: as agreed, or two years back (the program's notice of December 2011). */
export function coveredFrom({ retroactiveFrom, knownFrom }: Agreement): Day {
  return retroactiveFrom ?? addYears(knownFrom, -2)
}
