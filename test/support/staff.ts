// Two people of an invented office, and the keys they sign in with under test (STAFF_KEYS holds only the hashes).
export const staff = [
  { name: 'Ada Quill', key: 'test-staff-key-of-ada-quill' },
  { name: 'Ben Verso', key: 'test-staff-key-of-ben-verso' },
] as const
