// Requests to the office, as people send them.

/** What somebody types to each kind of request, besides contact hours. */
export const asked = {
  address: {
    who: 'Darlene Whitcomb',
    reach: 'new@example.org',
    old: 'darlene@example.org',
    remember: 'State Library of Louisiana, 2022.\nI worked in Shreveport.',
  },
  correction: { who: 'Darlene Whitcomb', reach: 'd@example.org', wrong: 'The region should be Texas.' },
  name: { who: 'Darlene Olive', was: 'Darlene Whitcomb', reach: 'd@example.org', how: 'same' },
  claim: { who: 'Darlene Whitcomb', reach: 'd@example.org', year: '2024', remember: 'Courses in Louisiana.' },
  misuse: { where: 'https://board.example/profile/7', what: 'Somebody else uses this code.' },
} satisfies Record<string, Record<string, string>>

/** So many hours of one activity after the other; the last of them is in technology. */
export function hoursTyped(...amounts: number[]): Record<string, string> {
  const rows = amounts.map((amount, row) => ({
    [`date-${row}`]: '2026-03-01',
    [`title-${row}`]: `Workshop ${row + 1}`,
    [`provider-${row}`]: 'State Library',
    [`amount-${row}`]: String(amount),
    [`unit-${row}`]: 'hour',
    ...(row === amounts.length - 1 ? { [`technology-${row}`]: 'yes' } : {}),
  }))
  return Object.assign({ who: 'Darlene Whitcomb', reach: 'd@example.org' }, ...rows)
}
