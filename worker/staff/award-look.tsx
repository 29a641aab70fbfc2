/** What a person looks into before an award is signed: what the rules ask about, and records of perhaps the same person. */
import { sentenceOf } from '../../shared/award-form.ts'
import type { Finding } from '../../shared/finding.ts'
import { isSet, sets } from '../../shared/programme.ts'
import { type FieldError, idOf, TextField, Tick } from '../pages/fields.tsx'
import { type Lookalike, likenesses } from '../services/find-person.ts'
import { dayTold } from '../when.ts'

export interface LookProps {
  doubts: Finding[]
  lookalikes: Lookalike[]
  /** What was ticked and written already. */
  answers: { looked: string[]; others: string[]; note: string }
  errors: FieldError[]
}

export function Look({ doubts, lookalikes, answers, errors }: LookProps) {
  if (doubts.length + lookalikes.length === 0) return null
  return (
    <section class="look aside caution" id={idOf('look')} tabindex={-1} aria-labelledby="look-title">
      <h2 id="look-title">Look into this first</h2>
      {doubts.length > 0 && (
        <>
          <p>Each may be right. Mend what is not; tick what you looked into and found right.</p>
          <ul class="ticks">
            {grouped(doubts).map(([message, fields]) => (
              <li>
                <p>
                  {fields.length === 1 ? sentenceOf({ field: fields[0] ?? '', message }) : message}{' '}
                  {fields.map((field, i) => (
                    <>
                      {i > 0 && ', '}
                      <a href={`#${idOf(field)}`}>
                        {fields.length === 1 ? 'Go to the field' : placeOf(field)}
                      </a>
                    </>
                  ))}
                </p>
                <Tick
                  name="looked"
                  value={message}
                  checked={answers.looked.includes(message)}
                  label="I looked into it: it is right as it stands"
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {lookalikes.length > 0 && <Lookalikes {...{ lookalikes, answers }} />}
      <TextField
        name="lookNote"
        label="What you found"
        hint="A sentence for whoever asks later; it stays in the office."
        value={answers.note}
        errors={errors}
        rows={2}
        required
      />
      <div class="do">
        <button type="submit" class="button" name="step" value="preview">
          Go on to the preview
        </button>
      </div>
    </section>
  )
}

/** One sentence about several areas is looked into once. */
function grouped(doubts: Finding[]): [message: string, fields: string[]][] {
  const messages = [...new Set(doubts.map(({ message }) => message))]
  return messages.map((message) => [
    message,
    doubts.filter((one) => one.message === message).map(({ field }) => field),
  ])
}

function placeOf(field: string): string {
  const [, set] = field.split('.')
  return isSet(set) ? sets[set].label : 'Go to the field'
}

function Lookalikes({ lookalikes, answers }: Pick<LookProps, 'lookalikes' | 'answers'>) {
  return (
    <>
      <p>
        Perhaps this person has a record already. Open each: if it is the same person, renew or correct that
        record, and leave this form.
      </p>
      <ul class="ticks">
        {lookalikes.map(({ number, name, certifiedOn, region, standing, alike }) => (
          <li>
            <p>
              <a href={`/staff/records/${number}`} target="_blank" rel="noreferrer">
                <bdi>{name.display}</bdi>, <span class="code">{number}</span> (opens a new tab)
              </a>
              : {alike.map((one) => likenesses[one]).join(' and ')}. Certified on {dayTold(certifiedOn)}
              {region ? `, ${region}` : ''}
              {standing === 'good' ? '' : `; now ${standing}`}.
            </p>
            <Tick
              name="others"
              value={number}
              checked={answers.others.includes(number)}
              label="That is another person"
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was looked into, as a page says it that only waits for the last word. */
export function Looked({ doubts, lookalikes, answers }: Omit<LookProps, 'errors'>) {
  if (doubts.length + lookalikes.length === 0) return null
  return (
    <section class="aside" aria-labelledby="looked-title">
      <h2 id="looked-title">You looked into</h2>
      <ul>
        {grouped(doubts).map(([message, fields]) => (
          <li>{fields.length === 1 ? sentenceOf({ field: fields[0] ?? '', message }) : message}</li>
        ))}
        {lookalikes.map(({ number, name }) => (
          <li>
            <bdi>{name.display}</bdi>, <span class="code">{number}</span>: another person
          </li>
        ))}
      </ul>
      <p>Your note: {answers.note}</p>
    </section>
  )
}
