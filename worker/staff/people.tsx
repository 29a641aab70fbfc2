/** Who works in the office, and who may do what. */

import { Choice, Errors, Field, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import { type Person, roles } from '../roles.ts'
import { timeTold } from '../when.ts'
import { Buttons } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface Colleague extends Person {
  active: boolean
  seenAt: string | null
}

export interface PeoplePageProps {
  frame: Frame
  people: Colleague[]
  /** What was typed of a new person. */
  typed?: Partial<Record<'email' | 'name' | 'role', string>>
  errors?: FieldError[]
}

const roleOptions = Object.keys(roles).map((role): [string, string] => [role, role])

export function PeoplePage({ frame, people, typed = {}, errors = [] }: PeoplePageProps) {
  return (
    <StaffLayout
      frame={frame}
      title="People"
      trail={['/staff/office', 'Office']}
      door="/staff/office"
      notices={{ added: <p>Added.</p>, changed: <p>Changed. Their sessions have ended.</p> }}
    >
      <Errors errors={errors} />
      <Table heads={['Name', 'Address', 'Last seen', 'Role']}>
        {people.map((person) => (
          <Row
            head={person.name}
            cells={[
              ['Address', person.email],
              ['Last seen', person.seenAt ? timeTold(person.seenAt) : 'not lately'],
              ['Role', <Change frame={frame} person={person} />],
            ]}
          />
        ))}
      </Table>
      <h2>Add someone</h2>
      <p class="soft">
        They sign in with this address through Cloudflare Access, or with a link that whoever runs the service
        makes (<code>npm run sign-in</code>).
      </p>
      <SessionForm action="/staff/people" token={frame.token} class="fields">
        <input type="hidden" name="act" value="add" />
        <Field name="name" label="Name" value={typed.name} errors={errors} required />
        <Field
          name="email"
          label="E-mail address"
          type="email"
          value={typed.email}
          errors={errors}
          required
        />
        <Choice
          name="role"
          label="Role"
          value={typed.role ?? 'viewer'}
          options={roleOptions}
          errors={errors}
          required
        />
        <Buttons main="Add" />
      </SessionForm>
      <h2>What each role may do</h2>
      <dl class="facts">
        {Object.entries(roles).map(([role, what]) => (
          <>
            <dt>{role}</dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
    </StaffLayout>
  )
}

function Change({ frame, person }: { frame: Frame; person: Colleague }) {
  return (
    <SessionForm action="/staff/people" token={frame.token} class="in-row">
      <input type="hidden" name="act" value="change" />
      <input type="hidden" name="email" value={person.email} />
      <select name="role" aria-label={`Role of ${person.name}`}>
        {roleOptions.map(([role, text]) => (
          <option value={role} selected={role === person.role}>
            {text}
          </option>
        ))}
      </select>
      <select name="active" aria-label={`Does ${person.name} work here?`}>
        <option value="yes" selected={person.active}>
          works here
        </option>
        <option value="no" selected={!person.active}>
          no longer works here
        </option>
      </select>
      <button type="submit" class="button">
        Change
      </button>
    </SessionForm>
  )
}
