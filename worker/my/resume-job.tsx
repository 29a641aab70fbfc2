/** For one job: its ad is read for this one answer, and kept nowhere. The order follows it, and the letter may take its words. */
import { areas } from '../../shared/areas.ts'
import { en } from '../../shared/words/en.ts'
import { Errors, Field, type FieldError, TextField } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { TakeAlong } from '../pages/snippet.tsx'
import type { MyFrame } from './layout.tsx'
import { Part } from './part.tsx'
import type { Kit, ReadAd } from './resume.tsx'

/** What of the ad relates to what: its own words, and never what is not there. */
export function Found({ read, number }: { read: ReadAd; number: string }) {
  const { ad, related, namesAreas, namesLssc } = read
  if (ad === '') return null
  const ids = related.map(({ set }) => set).join(',')
  return (
    <section class="notice" aria-labelledby="found-title" id="found" tabindex={-1}>
      <h2 id="found-title">
        {related.length > 0
          ? 'Put in the order of the ad'
          : namesAreas
            ? 'The order stays as it was'
            : en.relatesNone}
      </h2>
      {related.length > 0 ? (
        <>
          <ul class="found">
            {related.map(({ set, phrases }) => (
              <li>
                <b>{areas[set].label}</b>: the ad says{' '}
                {phrases.map((phrase, i) => (
                  <>
                    {i > 0 && ', '}
                    <q>{phrase}</q>
                  </>
                ))}
              </li>
            ))}
          </ul>
          <p>
            The lines and the sentences below put these first.{' '}
            <a href={`/my/${number}/share?areas=${ids}`}>
              Make a link for this application that does so, too
            </a>
          </p>
        </>
      ) : (
        <p>That says nothing about you or the job: the words below fit any library.</p>
      )}
      {namesLssc && <p>The ad names this very certification: put the line near the top of your resume.</p>}
    </section>
  )
}

export interface ForOneJobProps {
  frame: MyFrame
  kit: Kit
  read?: ReadAd | undefined
  errors?: FieldError[] | undefined
}

/** One form: an ad, and what she did. Either alone will do. */
export function ForOneJob({ frame, kit, read, errors = [] }: ForOneJobProps) {
  const { opening, sentences } = kit
  return (
    <SessionForm action={frame.path} token={frame.token}>
      <Part id="job" title="For one job: paste its ad">
        <Errors errors={errors} />
        <TextField
          name="ad"
          label="The job ad"
          value={read?.ad}
          rows={5}
          errors={errors}
          hint="It is read for this one answer and kept nowhere. Your areas that it speaks of come first, in the line, the letter and a link."
        />
        <div class="do">
          <button type="submit" class="button filled">
            Read the ad
          </button>
        </div>
      </Part>
      <Part id="letter" title="For a cover letter">
        <p>
          Open with this, then add the one or two areas that fit the job, and what you did there: “For
          example, I cleaned up 400 records of local history for our branch.”
        </p>
        <TakeAlong id="opening" label="The first sentence" text={opening} />
        {sentences.map(({ set, label, text }) => (
          <div class="sentence">
            <TakeAlong id={`letter-${set}`} label={label} text={text} />
            <Field
              name={`did-${set}`}
              label={
                <>
                  For example, I … <span class="heard">({label}, optional)</span>
                </>
              }
              value={read?.own[set]}
              more={{ maxlength: 300 }}
            />
          </div>
        ))}
        <div class="do">
          <button type="submit" class="button">
            Add my examples to the sentences
          </button>
        </div>
        <p class="soft">
          Your examples are kept nowhere, either. Copy the sentences before you leave this page.
        </p>
      </Part>
    </SessionForm>
  )
}
