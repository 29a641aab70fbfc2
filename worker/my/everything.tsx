/** What is held about a holder, in words, and all of it as one file. */
import { type MyFrame, MyPage } from './layout.tsx'

/** What it is, why, and for how long. */
const held: [what: string, why: string, howLong: string][] = [
  [
    'Your award: name, areas and how you passed them, days of enrollment, certification and renewal, links to your own work',
    'It is what your record says. Whoever you let see it reads it.',
    'For as long as there is the record: a certification that has ended was still earned.',
  ],
  [
    'Every version of your record, as it was signed, and its places in the status lists and in the register',
    'So that a copy that somebody has can be told from an altered one, and an older one from the newest.',
    'As long as the record. Lists and register hold no name.',
  ],
  [
    'Your e-mail address, your state and country, the office’s own number for you',
    'For letters, and for the office to find you. In your record there is only a scrambled form of your address, to compare with one that somebody knows already.',
    'Until you change them.',
  ],
  [
    'What happened to your record: what, when and why; by the office or by you',
    'So that nobody can change it in secret.',
    'As long as the record.',
  ],
  [
    'Letters to you, and what you asked of the office, with its answers',
    'So that both sides can look up what was said.',
    'As long as the record.',
  ],
  [
    'The row of the sheet from which your record was made, if it came from one',
    'To find out where a mistake came from.',
    'As long as the record.',
  ],
  [
    'When you signed in and when links and codes for that were made',
    'To let you in, and nobody else. Not your computer’s address, and not what you looked at.',
    'A code for a day. Links until you replace them.',
  ],
  [
    'Links that you made for applications: their label, fields and end, and how often each was opened',
    'To show what you chose, and to end when you chose. Not who opened them.',
    'Until you remove them.',
  ],
]

export function EverythingPage({ frame, number }: { frame: MyFrame; number: string }) {
  return (
    <MyPage frame={frame} title="Everything we hold about you">
      <p class="lead">
        This is all of it, in words; below, the same as a file with every entry. You need no reason to take
        it.
      </p>
      <p class="do">
        <a class="button filled" href={`/my/${number}/everything.json`} download>
          Download everything (JSON)
        </a>
      </p>
      <p class="soft">
        It is for you: it holds your address and your letters. Programs read it, and so does any text editor.
      </p>
      <h2>What is held, why, and for how long</h2>
      <ul class="ruled held">
        {held.map(([what, why, howLong]) => (
          <li>
            <h3>{what}</h3>
            <p>{why}</p>
            <p class="soft">{howLong}</p>
          </li>
        ))}
      </ul>
      <h2>What is not</h2>
      <p>
        No password, no cookie but the one that keeps you signed in here, no list of who looked at your
        record, and nothing for advertising. Nothing is sold or passed on.
      </p>
      <h2>To change or remove it</h2>
      <p>
        <a href={`/my/${number}/ask`}>Ask for a change</a>, decide{' '}
        <a href={`/my/${number}/visibility`}>who can see it</a>, or{' '}
        <a href={`/my/${number}/remove`}>have it removed</a>.
      </p>
    </MyPage>
  )
}
