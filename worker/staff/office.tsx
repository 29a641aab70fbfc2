/** The office: what it says of itself on every page, and the doors to its people, keys, catalogue and audit. */
import type { Child } from 'hono/jsx'
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import { may, type Role } from '../roles.ts'
import { timeTold } from '../when.ts'
import { Buttons } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

type Name = 'name' | 'short' | 'phone' | 'email' | 'hours' | 'url' | 'linkedFrom'
export type Said = Record<Name, string>

export interface OfficePageProps {
  frame: Frame
  /** What stands now, and the version that it is; 0 while nobody has written one. */
  said: Said
  version: number
  /** The newest first. */
  versions: (Said & { version: number; actor: string; recordedAt: string })[]
  /** Where the built badge says otherwise. */
  differences: { field: Name; badge: string; profile: string }[]
  typed?: Said
  errors?: FieldError[]
}

export const fieldNames: Record<Name, string> = {
  name: 'Full name',
  short: 'Short name',
  phone: 'Telephone',
  email: 'E-mail',
  hours: 'Office hours',
  url: 'Own web page',
  linkedFrom: 'Page that links here',
}
const names = Object.keys(fieldNames) as Name[]

const doors: [href: string, text: string, what: string, needed: Role][] = [
  ['/staff/people', 'People', 'who works here, and what each may do', 'administrator'],
  ['/staff/keys', 'API keys', 'for programs that act as one of us', 'viewer'],
  ['/staff/catalogue', 'Catalogue', 'rules, areas, courses and colleges, with their dates', 'viewer'],
  ['/staff/audit', 'Audit', 'who did what, when and why', 'viewer'],
]

export function OfficePage(props: OfficePageProps) {
  const { frame, said, version, versions, differences, typed, errors = [] } = props
  const isKeeper = frame.staff !== undefined && may(frame.staff.role, 'administrator')
  return (
    <StaffLayout
      frame={frame}
      title="Office"
      notices={{
        saved: <p>Saved. Every page says so within a minute, and whatever is issued from now on.</p>,
      }}
    >
      <Errors errors={errors} />
      <ul class="office-doors">
        {doors
          .filter(([, , , needed]) => frame.staff && may(frame.staff.role, needed))
          .map(([href, text, what]) => (
            <li>
              <a href={href}>{text}</a> <span class="soft">{what}</span>
            </li>
          ))}
      </ul>
      <h2>What every page says of us</h2>
      <dl class="facts">
        {names.map((name) => (
          <>
            <dt>{fieldNames[name]}</dt>
            <dd>{said[name] || <span class="soft">not said</span>}</dd>
          </>
        ))}
      </dl>
      <p class="soft">
        {versions[0] ? (
          <>
            Last changed by <bdi>{versions[0].actor}</bdi> on {timeTold(versions[0].recordedAt)}.
          </>
        ) : (
          'As the service was deployed; nobody has changed it here.'
        )}{' '}
        {!isKeeper && 'An administrator can change it.'}
      </p>
      <Differences differences={differences} />
      {isKeeper && <ProfileForm {...{ frame, version, errors }} typed={typed ?? said} />}
      <Versions versions={versions} />
    </StaffLayout>
  )
}

/** The badge's file is made when the service is built: it does not follow by itself. */
function Differences({ differences }: Pick<OfficePageProps, 'differences'>) {
  if (differences.length === 0) return null
  return (
    <div class="aside caution">
      <h2>The badge on other sites says otherwise</h2>
      <p>
        Its file carries our name and address from when it was built. Whoever runs the service sets these in{' '}
        <code>wrangler.toml</code> and runs <code>npm run deploy</code>:
      </p>
      <ul>
        {differences.map(({ field, badge, profile }) => (
          <li>
            <code>ISSUER_{field.toUpperCase()}</code>: the badge says “{badge}”, the profile “{profile}”.
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ProfileFormProps {
  frame: Frame
  version: number
  typed: Said
  errors: FieldError[]
}

function ProfileForm({ frame, version, typed, errors }: ProfileFormProps) {
  const field = (name: Name) => ({ name, label: fieldNames[name], value: typed[name], errors })
  return (
    <>
      <h2>Change it</h2>
      <SessionForm action="/staff/office" token={frame.token} class="fields">
        <input type="hidden" name="seen" value={version} />
        <Field
          {...field('name')}
          hint="Signed into every record that is issued from now on. Records that are out already keep the name that they were signed with."
          required
          wide
        />
        <Field {...field('short')} hint="As sentences say it: “ALA-APA can confirm the date.”" required />
        <Field {...field('phone')} type="tel" hint="With its area code." required />
        <Field {...field('email')} type="email" required />
        <Field {...field('hours')} hint="“Monday to Friday, 9 to 5, Central time”" />
        <Field {...field('url')} type="url" hint="Begins with https://" required />
        <Field
          {...field('linkedFrom')}
          type="url"
          hint="On our own site, so that a doubtful reader can start from a place that they look up by themselves."
          wide
        />
        <Buttons main="Save" />
      </SessionForm>
    </>
  )
}

function Versions({ versions }: Pick<OfficePageProps, 'versions'>) {
  if (versions.length === 0) return null
  return (
    <>
      <h2>What was changed</h2>
      <Table heads={['When', 'Who', 'What']}>
        {versions.map((one, i) => (
          <Row
            head={timeTold(one.recordedAt)}
            cells={[
              ['Who', <bdi>{one.actor}</bdi>],
              ['What', changes(one, versions[i + 1])],
            ]}
          />
        ))}
      </Table>
    </>
  )
}

function changes(one: Said, before: Said | undefined): Child {
  if (!before) return <a href="/staff/audit?subject=office">The audit says what stood before</a>
  const changed = names.filter((name) => one[name] !== before[name])
  return changed.map((name) => `${fieldNames[name]}: “${before[name]}” → “${one[name]}”`).join(' · ')
}
