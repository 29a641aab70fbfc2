/** What people ask of the office in the demonstration, sent by the same forms as anyone's. */

/** The graduate whose record it is about, by its id in the sample; the form of `/help/{kind}`; what was typed. */
interface Asked {
  about: string
  kind: string
  typed: Record<string, string>
}

const asked: Asked[] = [
  {
    about: 'G003',
    kind: 'hours',
    typed: {
      who: 'Maria-Elena O’Dowd',
      reach: 'g003@example.org',
      rows: '3',
      'date-0': '2026-04-18',
      'title-0': 'State library conference, two days',
      'provider-0': 'State library association',
      'amount-0': '2',
      'unit-0': 'conference-day',
      'date-1': '2026-02-27',
      'title-1': 'Discovery systems and linked data',
      'provider-1': 'Infopeople',
      'amount-1': '6',
      'unit-1': 'hour',
      'technology-1': 'yes',
      'date-2': '2025-12-12',
      'title-2': 'Introduction to archives',
      'provider-2': 'Community college',
      'amount-2': '1',
      'unit-2': 'semester-credit',
    },
  },
  {
    about: 'G008',
    kind: 'address',
    typed: {
      who: 'Priscilla Yazzie',
      reach: 'priscilla.yazzie@example.net',
      old: 'an address at my old library',
      remember: 'I finished Access Services with Infopeople, and worked at the county library then.',
    },
  },
  {
    about: 'G015',
    kind: 'name',
    typed: {
      who: 'Ximena Arriaga',
      was: 'Ximena Arriaga-Doyle',
      reach: 'ximena@example.net',
      how: 'new',
      shown: 'A court order.',
    },
  },
  {
    about: 'G036',
    kind: 'misuse',
    typed: {
      where: 'A resume that we were sent',
      what: 'The code is there, but the name on the resume is another one, and the applicant cannot say why.',
    },
  },
]

/**
 * Sends them.
 * @param numbers of the sample graduates' records, by their ids
 * @throws Error when a form refuses what is typed here
 */
export async function askOffice(origin: string, numbers: Map<string, string>): Promise<void> {
  for (const { about, kind, typed } of asked) {
    const body = new URLSearchParams({ ...typed, code: numbers.get(about) ?? '', step: 'send' })
    const response = await fetch(`${origin}/help/${kind}`, { method: 'POST', body })
    if (!response.ok)
      throw new Error(`The demonstration’s request of the kind “${kind}” was refused: ${response.status}.`)
  }
}
