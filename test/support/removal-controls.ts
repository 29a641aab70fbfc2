// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of removals, as it stands in `worker/`, what stands there when it is switched off, and the test that
// must then go red.
import { type Control, within } from './controls.ts'

const erase = within('erase')
const only = within('erase-only')
const remove = within('remove')
const replay = within('replay-removals')

const row = (table: string) => `  { table: '${table}', of: 'number = :number', becomes: 'gone' },\n`

export const removalControls: Control[] = [
  erase('tokens go', 'store/personal-data.ts', row('token')),
  erase('names that are found go', 'store/personal-data.ts', row('known_name')),
  erase('nonces go', 'store/personal-data.ts', 'becomes: { nonce: "\'\'" }', 'becomes: { nonce: "nonce" }'),
  erase('letters go', 'store/personal-data.ts', "      body: 'NULL',\n"),
  erase('by addresses, too', 'store/personal-data.ts', '(lower(contact) IN :addresses OR id IN', '(id IN'),
  erase(
    'nobody else’s address',
    'store/erasure.ts',
    ' AND k.number NOT IN (SELECT value FROM json_each(?2))',
    ' AND ?2 IS NULL',
  ),
  erase(
    'copies never read withdrawn',
    'store/personal-data.ts',
    "ELSE 'superseded' END",
    "ELSE 'revoked' END",
  ),
  erase(
    'what is withdrawn stays so',
    'store/personal-data.ts',
    "CASE standing WHEN 'revoked' THEN 'revoked' ELSE",
    'CASE WHEN false THEN NULL ELSE',
  ),
  erase(
    'a copy says no more than the service',
    'shared/answer.ts',
    "  if (answer.state === 'erased' && verdict.state === 'superseded')\n    return verdictWithout('erased', new Date(verdict.checkedAt), verdict.by)\n",
  ),
  erase(
    'hidden stays hidden',
    'store/credentials.ts',
    "CASE WHEN gone.as_unknown THEN 'unknown' ELSE c.visibility END",
    'c.visibility',
  ),
  erase(
    'the records before it go, too',
    'services/erase.ts',
    '...(await Promise.all(earlier.map(',
    '...(await Promise.all([].map(',
  ),
  erase(
    'two numbers are not joined',
    'store/personal-data.ts',
    '    led: `number <> :number AND ${NAMED}`,\n',
    "    led: `:number = '' AND ${NAMED}`,\n",
  ),
  only(
    'the register lets nothing else through',
    'migrations/0015_erasure.sql',
    ' AND NEW.hash IS OLD.hash',
    '',
  ),
  only(
    'only of what is removed',
    'migrations/0015_erasure.sql',
    "NEW.recorded_at IS OLD.recorded_at AND EXISTS (SELECT 1 FROM credential WHERE number = OLD.number AND visibility = 'erased')) BEGIN SELECT RAISE(ABORT, 'the register",
    "NEW.recorded_at IS OLD.recorded_at) BEGIN SELECT RAISE(ABORT, 'the register",
  ),
  only(
    'nobody brings it back',
    'migrations/0015_erasure.sql',
    "WHEN OLD.visibility = 'erased' AND NEW.visibility IS NOT 'erased'",
    'WHEN 0',
  ),
  only('nothing is done to what is gone', 'services/withdraw.ts', '  refuseRemoved(current)\n'),
  remove('three days', 'store/erasures.ts', 'r.due_at <= ?1 AND ', 'r.due_at IS NOT NULL AND ?1 <> 0 AND '),
  remove(
    'not while a withdrawal waits',
    'store/erasures.ts',
    "e.kind <> 'withdrawal-proposed'",
    "e.kind <> ''",
  ),
  remove('nor asked for then', 'services/remove.ts', ' : undecided(current)\n', ' : null\n'),
  remove('nor taken back then', 'services/remove.ts', 'why = undecided(current)', 'why = null'),
  remove('private at once', 'services/remove.ts', '      makePrivate(db, number),\n'),
  remove(
    'back to what they chose last',
    'store/erasures.ts',
    '(SELECT visibility FROM credential WHERE number = ?1)',
    "'link'",
  ),
  remove(
    'the code is typed',
    'routes/my-remove.tsx',
    "tidyNumber(form.get('code'))?.number !== number &&",
    'false &&',
  ),
  remove('two people', 'services/remove.ts', 'if (removal.askedBy === actor)', 'if (false)'),
  remove('an approver', 'services/remove.ts', '    await asSecond()\n'),
  remove('nobody hurries a holder’s', 'services/remove.ts', 'if (removal.askedBy === HOLDER)', 'if (false)'),
  replay(
    'as a list of removals',
    'services/replay-removals.ts',
    "typ: 'lssc-removals+jwt', maxLength",
    "typ: 'vc+jwt', maxLength",
  ),
  replay('by the register’s key', 'services/replay-removals.ts', "purpose: 'register'", "purpose: 'status'"),
  replay('the rounds look again', 'services/rounds.ts', 'eraseAgain, removeDue', 'removeDue'),
]
