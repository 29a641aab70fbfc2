/** English (U.S.): what is said of a view, and of nothing else. */
import type { PathwayId } from '../areas.ts'

export const sharedArea = {
  /** How an area was passed, where its holder leaves out when. */
  undated: {
    course: ({ title, provider }) => `Course: ${title}, ${provider}`,
    portfolio: () => 'Portfolio reviewed by two experts',
    recognition: ({ title, provider }) => `College program recognized by ALA-APA: ${title}, ${provider}`,
  } satisfies Record<PathwayId, (area: { title: string; provider: string }) => string>,
  /** When it was passed, where she leaves out how. */
  passed: (month: string) => `Passed in ${month}`,
}
