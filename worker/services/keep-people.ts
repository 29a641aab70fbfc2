/** Who works in the office: added, given another role, let go. Whoever acted once stays on the list for ever. */
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { isRole, type Person } from '../roles.ts'
import { readEmail } from '../sheet/contact.ts'
import { revokeKeysOf } from '../store/api-keys.ts'
import { appendDeed } from '../store/audit.ts'
import { addPerson, changePerson, everyone } from '../store/staff.ts'

/** What sets two names apart for a machine, and not for an eye. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\s{2}/u

/** @throws Problem `invalid-input`, naming each field */
export async function addColleague(
  desk: Desk,
  { email, name, role }: { email: string; name: string; role: string },
  actor: string,
): Promise<void> {
  const people = await everyone(desk.db)
  const address = email.toLowerCase()
  const isTaken = (value: string, of: 'email' | 'name') =>
    people.some((one) => one[of].toLowerCase() === value.toLowerCase())
  refuse([
    !readEmail(address).value && {
      field: 'email',
      message: 'Type an e-mail address.',
    },
    isTaken(address, 'email') && {
      field: 'email',
      message: 'Someone with this address is on the list: change that row.',
    },
    (name.length < 2 || name.length > 80) && { field: 'name', message: 'Type a name of 2 to 80 characters.' },
    UNSEEN.test(name) && {
      field: 'name',
      message: 'Type the name anew, with single spaces: two people could look alike otherwise.',
    },
    isTaken(name, 'name') && {
      field: 'name',
      message: 'Someone is called so already, and acts are told apart by name: add an initial.',
    },
    !isRole(role) && { field: 'role', message: 'Choose a role.' },
  ])
  const at = desk.now().toISOString()
  const person = { email: address, name, role } as Person
  await desk.db.batch([
    addPerson(desk.db, person, at),
    appendDeed(desk.db, { actor, act: 'added-person', subject: address, detail: { name, role } }, at),
  ])
}

/** @throws Problem `invalid-input`, `conflict` when nobody could administer any more */
export async function changeColleague(
  desk: Desk,
  { email, role, active }: { email: string; role: string; active: boolean },
  actor: string,
): Promise<void> {
  const before = (await everyone(desk.db)).find((one) => one.email === email)
  if (!before || !isRole(role))
    throw new Problem('invalid-input', {
      errors: [{ field: 'email', message: 'Choose a person and a role from the list.' }],
    })
  const deed = {
    actor,
    act: 'changed-person',
    subject: email,
    detail: { from: { role: before.role, active: before.active }, to: { role, active } },
  }
  const at = desk.now().toISOString()
  try {
    await desk.db.batch([
      ...changePerson(desk.db, email, { role, active }),
      // Whoever comes back is given new keys.
      ...(active ? [] : [revokeKeysOf(desk.db, email, actor, at)]),
      appendDeed(desk.db, deed, at),
    ])
  } catch (error) {
    if (error instanceof Error && error.message.includes('NOT NULL'))
      throw new Problem('conflict', { detail: 'The office needs an administrator: name another one first.' })
    throw error
  }
}
