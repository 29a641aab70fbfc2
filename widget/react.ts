/** The entry `lssc-badge/react`: types for React 19, and nothing else. `import type {} from 'lssc-badge/react'`. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { LsscBadgeAttributes } from './attributes.ts'
import type { LsscBadge } from './badge.ts'
import type { LsscResultEvent } from './events.ts'

/** Attributes as markup has them, properties as React sets them, and the event as React names it. */
interface OurProps
  extends LsscBadgeAttributes,
    Partial<Pick<LsscBadge, 'applicantName' | 'applicantEmail' | 'jobAreas' | 'appliedAt'>> {
  'onlssc-result'?: ((event: LsscResultEvent) => void) | undefined
}

type Props = Omit<DetailedHTMLProps<HTMLAttributes<LsscBadge>, LsscBadge>, keyof OurProps> & OurProps

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lssc-badge': Props
    }
  }
}
