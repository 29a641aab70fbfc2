/** What a holder reads about share links. */
import type { ShareField } from '../../shared/view.ts'

/** What may be shown besides what always is, and what that is. */
export const fieldWords: Record<ShareField, { short: string; label: string; hint: string }> = {
  dates: {
    short: 'dates',
    label: 'Dates',
    hint: 'When you passed each area, enrolled, and renewed.',
  },
  evidence: {
    short: 'how you passed',
    label: 'How you passed',
    hint: 'The course and its provider, the portfolio, or the college program.',
  },
  products: {
    short: 'your own work',
    label: 'Your own work',
    hint: 'The links to it that you put beside your areas.',
  },
}

/** "the areas, dates and how you passed" */
export function shownSaid(fields: ShareField[]): string {
  const parts = ['the areas', ...fields.map((field) => fieldWords[field].short)]
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(parts)
}

/** Mail programs that open links to look for harm can't be told from people: never more exact than this. */
export function openedSaid(opened: number): string {
  if (opened === 0) return 'not opened yet'
  return opened === 1 ? 'opened about once' : `opened about ${opened} times`
}
