// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of the way in to a holder's own page, as it stands in `worker/`, what stands there when it is switched
// off, and the test that must then go red.
import { type Control, within } from './controls.ts'

const access = within('my-access')
const endings = within('my-endings')
const letters = within('my-letters')

export const accessControls: Control[] = [
  access('a code ends', 'services/holder-access.ts', 'since: ago(desk, CODE_LASTS)', "since: ''"),
  access('five tries', 'store/holder-access.ts', 'made_at > ?3 AND tries < ?4', 'made_at > ?3'),
  access(
    'a code works once',
    'store/holder-access.ts',
    'CASE WHEN digest = ?2 THEN ?4 ELSE tries + 1 END',
    'tries + 1',
  ),
  access(
    'five codes an hour',
    'store/holder-access.ts',
    'AND made_at > ?5) < ?6',
    'AND made_at > ?5) < ?6 + 99',
  ),
  access(
    'twenty codes a day',
    'store/holder-access.ts',
    'WHERE number = ?2) < ?7',
    'WHERE number = ?2) < ?7 + 99',
  ),
  access('a session rests', 'services/holder-access.ts', ' || since(session.seenAt) >= IDLE'),
  access('a session ends', 'services/holder-access.ts', 'since(session.beganAt) >= LASTS || '),
  access(
    'only a record of theirs',
    'http/holder.ts',
    'holding.numbers.includes(number) ? await',
    'holding.numbers ? await',
  ),
  access('no form of another site', 'http/holder.ts', '    refuseOtherSites(c)\n'),
  access('no script reads the cookie', 'http/holder.ts', '    httpOnly: true,\n'),
  access('the cookie keeps to https', 'http/holder.ts', "    secure: origin.startsWith('https:'),\n"),
  access(
    'signed out is gone',
    'services/holder-access.ts',
    'await deleteHolderSession(desk.db, await digestOf(secret)).run()',
  ),
  endings(
    'the token of this session',
    'http/holder.ts',
    'if (form.token !== c.var.token) throw',
    'if (false) throw',
  ),
  endings(
    'with another address',
    'services/change-address.ts',
    '    ...deleteHolderAccess(db, current.holder),\n',
  ),
  endings(
    'by a correction, too',
    'services/amend.ts',
    '      ...(moves(current.record, record) ? deleteHolderAccess(db, holder) : []),\n',
  ),
  endings('with a new number', 'services/rename.ts', '      ...deleteAccessOfAddress(db, old.holder),\n'),
  endings('when replaced', 'services/holder-access.ts', '    ...deleteAccessOfAddress(db, holder),\n'),
  endings(
    'of whoever has the address',
    'store/holder-access.ts',
    'WHERE lower(email) = (SELECT lower(email) FROM holder WHERE id = ?1))`',
    'WHERE id = ?1)`',
  ),
  endings(
    'codes end, too',
    'store/holder-access.ts',
    '    `DELETE FROM holder_code WHERE number IN (SELECT number FROM credential WHERE holder IN ${holders})`,\n',
  ),
  endings(
    'nobody is locked out',
    'services/holder-access.ts',
    'if ((await addressOf(db, holder)) === null)',
    'if (false)',
  ),
  letters('no secret in the file', 'services/deliver.ts', 'desk.post ? withoutSecrets(body) : body', 'body'),
  letters('nobody of the office reads it', 'routes/staff-mail.tsx', '!desk.post && (', '('),
  letters(
    'nor whoever only looks',
    'routes/staff-mail.tsx',
    "(desk.issuer.demo || may(staff.role, 'issuer'))",
    'true',
  ),
  letters(
    'no link for the address before',
    'store/holder-access.ts',
    '(?4 IS NULL OR email = ?4)',
    '(?4 IS NULL OR 1)',
  ),
  letters(
    'a link that rests stops',
    'store/holder-access.ts',
    'AND COALESCE(used_at, made_at) > ?2',
    'AND ?2 IS NOT NULL',
  ),
  letters(
    'a code is not sent again',
    'services/handle-letter.ts',
    "  if (act === 'again' && kind === 'my-code') return false\n",
  ),
]
