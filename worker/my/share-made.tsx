/** What a share link will show, before it is made; and the link itself, once it is. */
import type { SetId } from '../../shared/areas.ts'
import type { Credential } from '../../shared/credential.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { shareUrl } from '../../shared/share-link.ts'
import type { Telling } from '../../shared/telling.ts'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import type { View } from '../../shared/view.ts'
import { RecordCard } from '../pages/record.tsx'
import { dayTold } from '../when.ts'
import { type MyFrame, MyPage } from './layout.tsx'

export interface SharePreviewProps {
  telling: Telling<Credential | View>
  verdict: AnyVerdict
  issuer: Issuer
  first: SetId[]
}

export function SharePreview({ telling, verdict, issuer, first }: SharePreviewProps) {
  return (
    <section aria-labelledby="look">
      <h2 id="look">What they will see</h2>
      <p>Nothing is made yet. Below, you can make this link, or change what it shows.</p>
      <div class="look">
        <RecordCard
          telling={telling}
          verdict={verdict}
          issuer={issuer}
          url={shareUrl(issuer.origin, '…')}
          first={first}
          within="look-card"
        />
      </div>
    </section>
  )
}

/** The answer to one form, on no address of its own. */
export function ShareMadePage({
  frame,
  url,
  label,
  endsOn,
}: {
  frame: MyFrame
  url: string
  label: string
  endsOn: string
}) {
  return (
    <MyPage
      frame={frame}
      title="Your link is ready"
      head={<script type="module" src="/browser/copy-number.js" />}
    >
      <p class="lead">
        For <bdi>{label}</bdi>, until the end of {dayTold(endsOn)}.
      </p>
      <p class="share-url">
        <code data-copy="the link">{url}</code>
      </p>
      <p>
        <b>Copy it now: it is shown only here.</b> We keep no copy, so nobody can tell it to you again, and
        neither can the office. If you lose it, end it, and make another.
      </p>
      <div class="do">
        <a class="button filled" href={`/my/${frame.number}/share`}>
          I have copied it
        </a>
        <a class="button" href={url}>
          Open it
        </a>
      </div>
    </MyPage>
  )
}
