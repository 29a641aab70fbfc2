/** What a stranger reads, on a page of the holder's own: the public page's own card, framed so that it is no page of ours. */
import type { Issuer } from '../../shared/issuer.ts'
import { tell } from '../../shared/telling.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en, looksLike } from '../../shared/words/en.ts'
import { RecordCard } from '../pages/record.tsx'
import { ZONE } from '../when.ts'

export interface AsSeenProps {
  verdict: Verdict
  issuer: Issuer
  /** The address that the stranger has opened. */
  url: string
  /** Its own name on a page that has more than one. */
  id: string
}

export function AsSeen({ verdict, issuer, url, id }: AsSeenProps) {
  const number = url.slice(url.lastIndexOf('/') + 1)
  const telling = tell(verdict, issuer, { words: en, looksLike, timeZone: ZONE, lookedUp: number })
  return (
    <div class="sight">
      <p class="soft">
        At <a href={url}>{url}</a>:
      </p>
      <RecordCard telling={telling} verdict={verdict} issuer={issuer} number={number} url={url} within={id} />
    </div>
  )
}
