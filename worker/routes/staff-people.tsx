/** The people of the office. */
import { handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { addColleague, changeColleague } from '../services/keep-people.ts'
import { frameOf } from '../staff/layout.tsx'
import { PeoplePage } from '../staff/people.tsx'
import { everyone } from '../store/staff.ts'

const MAX_FORM = 4 * 1024

export const people = handlers(serves('console'), staffPage('administrator'), async (c) =>
  c.html(<PeoplePage frame={frameOf(c)} people={await everyone(c.var.desk.db)} />),
)

export const peoplePosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('administrator'),
  async (c) => {
    const { desk, actor, form } = c.var
    const isNew = form.get('act') === 'add'
    const typed = { email: form.get('email'), name: form.get('name'), role: form.get('role') }
    return attempt(
      c,
      async () => {
        if (isNew) await addColleague(desk, typed, actor)
        else await changeColleague(desk, { ...typed, active: form.get('active') === 'yes' }, actor)
        return c.redirect(`/staff/people?done=${isNew ? 'added' : 'changed'}`, 303)
      },
      async ({ errors }) => (
        <PeoplePage
          frame={frameOf(c)}
          people={await everyone(desk.db)}
          typed={isNew ? typed : {}}
          errors={errors}
        />
      ),
    )
  },
)
