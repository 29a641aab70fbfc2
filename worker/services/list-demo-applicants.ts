/** The applicants of the demo job board: invented people, some of them with a record of a sample graduate. */
import type { Day } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { makeNumber } from '../../shared/number.ts'
import type { Desk } from '../desk.ts'
import { numbersByOfficeNumber } from '../store/credentials.ts'

interface Application {
  name: string
  note: string
  /** The day of the application, YYYY-MM-DD. */
  appliedOn: Day
  /** The office number of the record that they gave; absent for someone who gave none. */
  record?: string
}

/** A code that nobody has: its last block was mistyped on the resume. */
const NOBODY = 'nobody'

const APPLICATIONS: Application[] = [
  {
    name: 'Leilani Kahookuokalani',
    note: 'Library aide for three years, Hilo',
    appliedOn: '2026-09-08',
    record: 'LSSC-2025-0033',
  },
  {
    name: 'Julia Shevchuk',
    note: 'Acquisitions assistant at a college library',
    appliedOn: '2026-09-09',
    record: 'LSSC-2025-0029',
  },
  {
    name: 'Marcus Odell',
    note: 'Bookseller; volunteers at a branch library on weekends',
    appliedOn: '2026-09-09',
  },
  {
    name: 'Constance Merriweather',
    note: 'Graduate of a library technology program',
    appliedOn: '2026-09-11',
    record: 'LSSC-2023-0019',
  },
  {
    name: 'Maria-Elena O’Dowd',
    note: 'Cataloging technician since 2011',
    appliedOn: '2026-09-14',
    record: 'LSSC-2014-0003',
  },
  {
    name: 'Dana Whitfield',
    note: 'Circulation clerk; sent a link with the application',
    appliedOn: '2026-09-15',
    record: 'LSSC-2023-0024',
  },
  {
    name: 'Zoë Brûlé-Åström',
    note: 'Processing assistant, county library',
    appliedOn: '2026-09-15',
    record: 'LSSC-2023-0024',
  },
  {
    name: 'Linh Tran',
    note: 'Serials assistant; moved here last year',
    appliedOn: '2026-09-16',
    record: 'LSSC-2024-0045',
  },
  {
    name: 'Geraldine Pruitt',
    note: 'Returning to work after some years',
    appliedOn: '2026-09-18',
    record: 'LSSC-2020-0013',
  },
  {
    name: 'Keisha Monroe-Tate',
    note: 'Interlibrary loan assistant',
    appliedOn: '2026-09-21',
    record: 'LSSC-2022-0021',
  },
  {
    name: 'Maryam al-Rashid',
    note: 'School library assistant, speaks Arabic',
    appliedOn: '2026-09-22',
    record: 'LSSC-2023-0028',
  },
  {
    name: 'Rita Calloway',
    note: 'The code on the printed resume is hard to read',
    appliedOn: '2026-09-24',
    record: NOBODY,
  },
  {
    name: 'Percival Oyelaran',
    note: 'Cataloging assistant',
    appliedOn: '2026-09-25',
    record: 'LSSC-2024-0020',
  },
]

export interface DemoApplicant {
  name: string
  note: string
  appliedOn: Day
  credential?: string
}

export async function listDemoApplicants(desk: Desk): Promise<DemoApplicant[]> {
  const records = APPLICATIONS.flatMap(({ record }) => record ?? [])
  const numbers = await numbersByOfficeNumber(desk.db, records)
  return APPLICATIONS.map(({ record, ...applicant }) => {
    const number = record === NOBODY ? makeNumber('N0B0DYSREC0') : record && numbers.get(record)
    return { ...applicant, ...(number ? { credential: recordUrl(desk.issuer.origin, number) } : {}) }
  })
}
