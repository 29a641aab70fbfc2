// Two people of an invented office, and the keys they sign in with under test (STAFF_KEYS holds only the hashes).
export const staff = [
  { name: 'Ada Quill', key: 'test-staff-key-of-ada-quill' },
  { name: 'Ben Verso', key: 'test-staff-key-of-ben-verso' },
] as const

// The people of that office, as the console knows them, one for each role.
export const people = {
  administrator: { name: 'Ada Quill', email: 'ada@office.example', role: 'administrator' },
  approver: { name: 'Ben Verso', email: 'ben@office.example', role: 'approver' },
  issuer: { name: 'Ivy Folio', email: 'ivy@office.example', role: 'issuer' },
  viewer: { name: 'Vic Octavo', email: 'vic@office.example', role: 'viewer' },
} as const
