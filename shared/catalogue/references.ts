/** From a reference as sheets and forms write it to words that a stranger understands. */
import type { PathwayId } from '../programme.ts'
import { awardNamed } from './institutions.ts'
import { courseNamed } from './providers.ts'

/** How the office refers to a portfolio: there is nothing to look up. */
export const PORTFOLIO = 'PF'

export interface Spelled {
  /** As the catalogue writes it. */
  reference: string
  provider: string
  title: string
}

/**
 * Spells provider and title out. What the catalogue does not know keeps its codes, and is for a person to look at
 * (`area-check.ts`).
 */
export function spelled(pathway: PathwayId, reference: string): Spelled {
  switch (pathway) {
    case 'portfolio':
      return {
        reference: reference.toUpperCase() === PORTFOLIO ? PORTFOLIO : reference,
        provider: 'American Library Association–Allied Professional Association (ALA-APA)',
        title: 'Portfolio reviewed by two experts',
      }
    case 'course': {
      const named = courseNamed(reference)
      if (!named) return codes(reference)
      const title = named.courses.map((course) => course.title).join(' + ')
      return { reference: named.reference, provider: named.provider.name, title }
    }
    case 'recognition': {
      const named = awardNamed(reference)
      if (!named) return codes(reference)
      const { institution } = named.agreement
      return {
        reference: named.reference,
        provider: institution,
        title: named.award ?? codes(reference).title,
      }
    }
  }
}

function codes(reference: string): Spelled {
  const slash = reference.indexOf('/')
  if (slash < 1) return { reference, provider: reference, title: reference }
  return { reference, provider: reference.slice(0, slash), title: reference.slice(slash + 1) || reference }
}
