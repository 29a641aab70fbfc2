/** What is shown to whom: said openly on the first visit, and folded away afterwards. */

import { SessionForm } from '../pages/session-form.tsx'
import { isPrivate } from '../record-state.ts'
import type { OwnRecord } from '../services/read-own.ts'
import type { MyFrame } from './layout.tsx'

export interface WhoSeesProps {
  frame: MyFrame
  number: string
  visibility: OwnRecord['visibility']
  /** Has it been read and dismissed? */
  dismissed: boolean
}

export function WhoSees({ frame, number, visibility, dismissed }: WhoSeesProps) {
  if (dismissed)
    return (
      <details class="told">
        <summary>Who sees what</summary>
        <List number={number} visibility={visibility} />
      </details>
    )
  return (
    <section class="told first" aria-labelledby="told">
      <h2 id="told">Before anything else: who sees what</h2>
      <List number={number} visibility={visibility} />
      <SessionForm action={`/my/${number}`} token={frame.token}>
        <input type="hidden" name="act" value="told" />
        <div class="do">
          <button type="submit" class="button">
            I have read this
          </button>
        </div>
      </SessionForm>
    </section>
  )
}

function List({ number, visibility }: Pick<WhoSeesProps, 'number' | 'visibility'>) {
  return (
    <ul>
      <li>
        <b>Whoever has your record’s link or code</b>{' '}
        {isPrivate(visibility)
          ? 'sees nothing of it at present, because you made it private. Open, it shows'
          : 'sees'}{' '}
        your name, your areas with how and when you passed each, your dates, and how it stands on that day.
        Not your e-mail address, nor where you live.
      </li>
      <li>
        {visibility === 'listed' ? (
          <>
            <b>You can be found by name</b> in the directory, because you chose that.
          </>
        ) : (
          <>
            <b>Nobody can search for you here</b>, and search engines are told to leave your record out. There
            is a directory; you are in it only if you ask to be.
          </>
        )}
      </li>
      <li>
        <b>Employers are told nothing by us.</b> They see what you give them. We don’t note who looks at your
        record, so we can’t tell you, either; of a share link we count how often it was opened, not by whom.
      </li>
      <li>
        <b>You decide.</b> <a href={`/my/${number}/visibility`}>Make it private</a> or open again at any time,
        or give someone <a href={`/my/${number}/share`}>a link that shows less and ends</a>. A signed file
        that you have handed out stays readable.
      </li>
      <li>
        <b>These pages here are for you alone</b>: they open by the link “for you alone” of our letters, or by
        a code that we mail to you. The link of your record doesn’t open them.
      </li>
    </ul>
  )
}
