/** The keys of the office's programs: what each may do, until when, and who acts by it. */
import { dayOf } from '../../shared/dates.ts'
import { Choice, Errors, Field, type FieldError, idOf, Tick } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import { may, type Person } from '../roles.ts'
import { type Scope, scopes } from '../scopes.ts'
import { dayTold, officeDay, timeTold } from '../when.ts'
import { Buttons } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface KeyShown extends Person {
  id: string
  label: string
  scopes: Scope[]
  dailyCap: number
  lastDay: string
  madeBy: string
  shownAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
  revokedBy: string | null
  today: number
}

export interface KeyTyped {
  email: string
  label: string
  scopes: string[]
  lastDay: string
  dailyCap: string
}

export interface KeysPageProps {
  frame: Frame
  keys: KeyShown[]
  now: string
  /** Who may be given a key; for administrators. */
  people: Person[]
  typed?: KeyTyped
  errors?: FieldError[]
}

const TRAIL: [string, string] = ['/staff/office', 'Office']

export function KeysPage({ frame, keys, now, people, typed, errors = [] }: KeysPageProps) {
  const isKeeper = frame.staff !== undefined && may(frame.staff.role, 'administrator')
  return (
    <StaffLayout
      frame={frame}
      title="API keys"
      trail={TRAIL}
      door="/staff/office"
      notices={{
        made: <p>Made. Its person can have it shown on this page, once.</p>,
        revoked: <p>Revoked: it no longer works.</p>,
      }}
    >
      <Errors errors={errors} />
      <p>
        A program that holds a key acts as its person: by name in the audit, within their role, and never as
        the second person to themselves. Only that person is ever shown the key, once.
      </p>
      {keys.length === 0 ? (
        <p>{isKeeper ? 'There is no key yet.' : 'You have no key. An administrator can make one for you.'}</p>
      ) : (
        <Table heads={['Key', 'Person', 'May', 'Until', 'Acts today', 'Last used', 'Status']}>
          {keys.map((key) => (
            <KeyRow frame={frame} shown={key} now={now} mayRevoke={isKeeper} />
          ))}
        </Table>
      )}
      {isKeeper && <NewKey {...{ frame, now, people, errors }} typed={typed ?? NOTHING} />}
    </StaffLayout>
  )
}

const NOTHING: KeyTyped = { email: '', label: '', scopes: [], lastDay: '', dailyCap: '100' }

interface KeyRowProps {
  frame: Frame
  shown: KeyShown
  now: string
  /** Everyone's, and not just their own. */
  mayRevoke: boolean
}

function KeyRow({ frame, shown: key, now, mayRevoke }: KeyRowProps) {
  const isOwn = frame.staff?.email === key.email
  const works = key.revokedAt === null && key.lastDay >= dayOf(now)
  return (
    <Row
      head={
        <>
          {key.label} <code class="soft">{key.id}</code>
        </>
      }
      cells={[
        ['Person', <bdi>{key.name}</bdi>],
        ['May', key.scopes.join(', ')],
        ['Until', dayTold(key.lastDay)],
        ['Acts today', `${key.today} of ${key.dailyCap}`],
        ['Last used', key.lastUsedAt ? timeTold(key.lastUsedAt) : 'never'],
        [
          'Status',
          works ? (
            <div class="in-row">
              <span>{key.shownAt ? 'In use' : 'Waiting to be shown'}</span>
              {isOwn && !key.shownAt && (
                <SessionForm action={`/staff/keys/${key.id}/show`} token={frame.token}>
                  <button type="submit" class="button filled">
                    Show the key
                  </button>
                </SessionForm>
              )}
              {(isOwn || mayRevoke) && (
                <SessionForm action={`/staff/keys/${key.id}/revoke`} token={frame.token}>
                  <button type="submit" class="button" aria-label={`Revoke ${key.label}`}>
                    Revoke
                  </button>
                </SessionForm>
              )}
            </div>
          ) : (
            ended(key)
          ),
        ],
      ]}
    />
  )
}

function ended({ revokedAt, revokedBy, lastDay }: KeyShown): string {
  return revokedAt ? `Revoked by ${revokedBy}, ${dayTold(officeDay(revokedAt))}` : `Ended ${dayTold(lastDay)}`
}

interface NewKeyProps extends Pick<KeysPageProps, 'frame' | 'now' | 'people'> {
  typed: KeyTyped
  errors: FieldError[]
}

function NewKey({ frame, now, people, typed, errors }: NewKeyProps) {
  const wrong = errors.filter(({ field }) => field === 'scopes').map(({ message }) => message)
  return (
    <>
      <h2>Make a key</h2>
      <SessionForm action="/staff/keys" token={frame.token} class="fields">
        <Field
          name="label"
          label="Which program has it"
          value={typed.label}
          errors={errors}
          hint="“Course system, results of June”"
          required
        />
        <Choice
          name="email"
          label="As whom it acts"
          value={typed.email}
          none="Choose a person"
          options={people.map(({ email, name, role }) => [email, `${name} (${role})`])}
          errors={errors}
          required
        />
        <Field
          name="lastDay"
          label="Last day"
          type="date"
          value={typed.lastDay}
          errors={errors}
          hint="A year from now at most"
          more={{ min: dayOf(now) }}
          required
        />
        <Field
          name="dailyCap"
          label="Acts a day, at most"
          type="number"
          value={typed.dailyCap}
          errors={errors}
          hint="A step of an import counts as its rows"
          more={{ min: 1, max: 10_000, inputmode: 'numeric' }}
          required
        />
        <fieldset id={idOf('scopes')} class={`ticks${wrong.length > 0 ? ' wrong stop' : ''}`} tabindex={-1}>
          <legend>What it may do</legend>
          {wrong.length > 0 && <p class="wrong-said">{wrong.join(' ')}</p>}
          {Object.entries(scopes).map(([scope, [what, needed]]) => (
            <Tick
              name="scopes"
              value={scope}
              checked={typed.scopes.includes(scope)}
              label={
                <>
                  {what}{' '}
                  <span class="soft">
                    ({scope}; takes the role {needed})
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
        <Buttons main="Make" />
      </SessionForm>
    </>
  )
}

/** The answer to one form, on no address of its own: reading it again is not possible. */
export function KeyPage({ frame, secret }: { frame: Frame; secret: string }) {
  return (
    <StaffLayout frame={frame} title="Your key" trail={['/staff/keys', 'API keys']} door="/staff/office">
      <p>
        Copy it now into the secrets of the program. It is shown this once; we keep only its digest, and
        nobody can tell you it again.
      </p>
      <p>
        <input class="secret" readonly value={secret} aria-label="The key" size={62} autocomplete="off" />
      </p>
      <p>
        The program sends it with each request, as <code>Authorization: Bearer …</code>, and never in an
        address. Whoever has it can act as you: if it gets out, revoke it.
      </p>
      <div class="do">
        <a class="button" href="/staff/keys">
          I have copied it
        </a>
      </div>
    </StaffLayout>
  )
}
