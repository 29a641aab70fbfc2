/** What outsiders would see, on a page of ours: the public page's own card, framed so that nobody takes it for real. */
import type { Child } from 'hono/jsx'
import type { Issuer } from '../../shared/issuer.ts'
import { tell } from '../../shared/telling.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en, looksLike } from '../../shared/words/en.ts'
import { RecordCard } from '../pages/record.tsx'
import { ZONE } from '../when.ts'

export interface PreviewProps {
  verdict: Verdict
  issuer: Issuer
  /** What is not done yet, in a sentence. */
  said: Child
  /** Where a page has more than one. */
  id?: string
}

export function Preview({ verdict, issuer, said, id = 'preview' }: PreviewProps) {
  const telling = tell(verdict, issuer, { words: en, looksLike, timeZone: ZONE })
  return (
    <section class="preview" aria-labelledby={id}>
      <p class="preview-said" id={id}>
        {said}
      </p>
      <RecordCard telling={telling} verdict={verdict} issuer={issuer} within={id} />
    </section>
  )
}
