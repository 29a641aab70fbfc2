/** Her own work: links under each area, in her order. */
import { areas } from '../../shared/areas.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { MOST_LINKS, type OwnWork } from '../../shared/own-work.ts'
import { Errors, Field, type FieldError, idOf } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { AreaRows } from '../services/read-links.ts'
import { type MyFrame, MyPage } from './layout.tsx'

export interface LinksPageProps {
  frame: MyFrame
  number: string
  passed: AreaRows[]
  /** The record's newest event as these rows were drawn. */
  seen: number
  /** Why nothing can be changed here. */
  fixed: string | null
  /** Rows were moved, and nothing is saved yet. */
  moved?: boolean
  errors?: FieldError[]
}

export function LinksPage({ frame, number, passed, seen, fixed, moved, errors = [] }: LinksPageProps) {
  const url = recordUrl(frame.issuer.origin, number)
  return (
    <MyPage
      frame={frame}
      title="My own work"
      notices={{
        saved: (
          <p>
            Saved. <a href={url}>Your record</a> shows your links as they stand here.
          </p>
        ),
      }}
    >
      <p class="lead">
        A reading list, a guide, a program that you planned: show what you made. Each link stands under the
        area that it belongs to.
      </p>
      <Errors errors={errors} title="Nothing was saved" />
      {moved && (
        <p class="aside" role="status">
          Not saved yet: when everything stands as you want it, save it below.
        </p>
      )}
      {fixed ? (
        <>
          <p class="aside">{fixed}</p>
          <AsTheyStand passed={passed} />
        </>
      ) : (
        <>
          <ul>
            <li>Readers see that you added them, and that {frame.issuer.short} has not checked them.</li>
            <li>
              Saving makes a new signed version of your record. Link and code stay the same; files that you
              saved or sent before then read as replaced by a newer one. So change all that you want, and save
              once.
            </li>
            <li>
              We never open your links. Readers do: see that they need no password, and name nobody else.
            </li>
          </ul>
          <SessionForm action={`/my/${number}/links`} token={frame.token} class="works">
            <input type="hidden" name="seen" value={String(seen)} />
            {/* What the Enter key presses: it saves nothing. */}
            <button type="submit" name="step" value="look" hidden>
              Look
            </button>
            {passed.map((one) => (
              <AreaFields {...one} number={number} errors={errors} />
            ))}
            <div class="do">
              <button type="submit" class="button filled" name="step" value="save">
                Save my links
              </button>
            </div>
          </SessionForm>
        </>
      )}
    </MyPage>
  )
}

interface AreaFieldsProps extends AreaRows {
  number: string
  errors: FieldError[]
}

function AreaFields({ set, rows, number, errors }: AreaFieldsProps) {
  const full = rows.filter(({ title, url }) => title !== '' || url !== '')
  const { label } = areas[set]
  return (
    <details class="area-works" id={`works-${set}`} open={full.length > 0}>
      <summary>
        <b>{label}</b> <span class="soft">{full.length === 0 ? 'no\u00a0link\u00a0yet' : told(full)}</span>
      </summary>
      {rows.map((row, place) => (
        <Row
          {...{ set, row, place, number, errors }}
          last={full.length - 1}
          legend={place < full.length ? `Link ${place + 1}` : 'Another link'}
        />
      ))}
      {rows.length < MOST_LINKS ? (
        <div class="do">
          <button
            type="submit"
            class="button"
            name="step"
            value="look"
            formaction={`/my/${number}/links#${idOf(`title.${set}.${rows.length}`)}`}
            aria-label={`Room for another link: ${label}`}
          >
            Room for another link
          </button>
        </div>
      ) : (
        <p class="soft">An area takes {MOST_LINKS} links.</p>
      )}
    </details>
  )
}

const told = (rows: OwnWork[]) => rows.map(({ title, url }) => title || url).join(' · ')

interface RowProps {
  set: AreaRows['set']
  row: OwnWork
  place: number
  /** The place of the last row in which something stands. */
  last: number
  number: string
  legend: string
  errors: FieldError[]
}

function Row({ set, row, place, last, number, legend, errors }: RowProps) {
  const of = (name: string) => ({ name: `${name}.${set}.${place}`, errors })
  const button = (act: string, text: string, to: number) => (
    <button
      type="submit"
      class="button"
      name="step"
      value={`${act}.${set}.${place}`}
      formaction={`/my/${number}/links#${idOf(`title.${set}.${Math.max(0, to)}`)}`}
      aria-label={`${text}: ${legend} of ${areas[set].label}`}
    >
      {text}
    </button>
  )
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Field {...of('title')} label="Title" value={row.title} more={{ maxlength: 200, dir: 'auto' }} />
      <Field
        {...of('url')}
        label="Address"
        hint="Begins with https://"
        type="url"
        value={row.url}
        more={{ maxlength: 1000 }}
      />
      {place <= last && (
        <div class="do">
          {place > 0 && button('up', 'Move up', place - 1)}
          {place < last && button('down', 'Move down', place + 1)}
          {button('out', 'Take out', place - 1)}
        </div>
      )}
    </fieldset>
  )
}

function AsTheyStand({ passed }: { passed: AreaRows[] }) {
  const some = passed.filter(({ rows }) => rows.some(({ url }) => url !== ''))
  if (some.length === 0) return <p>There are no links on this record.</p>
  return (
    <ul class="ruled">
      {some.map(({ set, rows }) => (
        <li>
          <b>{areas[set].label}</b>
          <span>
            <bdi>{told(rows.filter(({ url }) => url !== ''))}</bdi>
          </span>
        </li>
      ))}
    </ul>
  )
}
