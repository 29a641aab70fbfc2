// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of the office's door, its keys, its profile and its audit, as it stands in `worker/`, what stands
// there when it is switched off, and the test that must then go red.
import { type Control, within } from './controls.ts'

const access = within('sign-in-access')
const signIn = within('sign-in')
const forms = within('staff-forms')
const key = within('api-key-use')
const made = within('api-keys')
const profile = within('profile')
const audit = within('audit')

export const officeControls: Control[] = [
  access('RS256 and nothing else', 'http/access.ts', "      algorithms: ['RS256'],\n"),
  access('for this application', 'http/access.ts', '      audience: ACCESS_AUD,\n'),
  access('of this team', 'http/access.ts', '      issuer: ACCESS_TEAM,\n'),
  access('with an end and an address', 'http/access.ts', "      requiredClaims: ['exp', 'iat', 'email'],\n"),
  access(
    'only where it is configured',
    'http/access.ts',
    '!ACCESS_TEAM || !ACCESS_AUD || !assertion',
    '!ACCESS_TEAM || !assertion',
  ),
  access(
    'signed out there is signed out here',
    'http/session.ts',
    "if (session?.via === 'link') return session",
    'if (session) return session',
  ),
  access('who has left stays out', 'store/staff.ts', 'WHERE email = ?1 AND active = 1`', 'WHERE email = ?1`'),
  signIn('an hour after the last page', 'services/sign-in.ts', ' || since(session.seenAt) >= IDLE'),
  signIn('eight hours after it began', 'services/sign-in.ts', 'since(session.beganAt) >= LASTS || '),
  signIn('a link ends', 'services/sign-in.ts', '!found || found.until <= desk.now().toISOString()', '!found'),
  signIn(
    'a link works once',
    'services/sign-in.ts',
    'const first = [useLink(desk.db, link.sha256, link.email, at), addPerson',
    'const first = [addPerson',
  ),
  signIn(
    'no link for who has left',
    'services/sign-in.ts',
    'if (await hasLeft(desk.db, link.email))',
    'if (false)',
  ),
  signIn('the role that a page takes', 'http/session.ts', 'if (may(role, needed)) return', 'return'),
  signIn(
    'signed out is gone',
    'services/sign-in.ts',
    '    deleteSession(desk.db, await digestOf(session.secret)),\n',
  ),
  signIn(
    'the last administrator stays',
    'store/staff.ts',
    "OR EXISTS (SELECT 1 FROM staff WHERE email <> ?1 AND role = 'administrator' AND active = 1)",
    'OR 1',
  ),
  signIn('no script reads the cookie', 'http/session.ts', '    httpOnly: true,\n'),
  signIn('the cookie keeps to https', 'http/session.ts', "    secure: origin.startsWith('https:'),\n"),
  forms(
    'the token of this session',
    'http/session.ts',
    'if (form.token !== c.var.token) throw',
    'if (false) throw',
  ),
  forms('from our origin', 'http/session.ts', 'origin !== c.var.desk.issuer.origin || '),
  forms('from our own pages', 'http/session.ts', " || (site !== undefined && site !== 'same-origin')"),
  forms(
    'on to the console alone',
    'routes/staff-sign-in.tsx',
    "? next : '/staff'",
    "? next : next || '/staff'",
  ),
  key('the digest of the whole key', 'services/use-key.ts', '!key || !isSame', '!key'),
  key('revoked', 'services/use-key.ts', 'key.revokedAt || '),
  key('past', 'services/use-key.ts', ' || now > endOf(key.lastDay)'),
  key('its person works here', 'services/use-key.ts', '!key.active || '),
  key(
    'gone with its person for good',
    'services/keep-people.ts',
    '...(active ? [] : [revokeKeysOf(desk.db, email, actor, at)]),',
  ),
  key('its scopes', 'services/use-key.ts', '!key.scopes.includes(scope) || '),
  key('its person’s role', 'services/use-key.ts', ' || !may(key.role, scopes[scope][1])'),
  key('to be the second person', 'services/withdraw.ts', '    await asSecond()\n'),
  key(
    'two keys are not two people',
    'services/withdraw.ts',
    'if (proposed && current.newest.actor === actor)',
    'if (false)',
  ),
  key(
    'to end another’s proposal in other words',
    'services/withdraw.ts',
    '        await asDecider(current, actor, asSecond)\n',
  ),
  key('the cap', 'store/api-keys.ts', 'CASE WHEN acts + ?3 <= ?4 THEN acts + ?3 END', 'acts + ?3'),
  key(
    'a refusal is audited',
    'services/use-key.ts',
    "    await appendDeed(desk.db, { ...deed, act: 'refused-key' }, at).run()\n",
  ),
  made(
    'shown to its person alone',
    'services/keep-keys.ts',
    'if (key.email !== person.email)\n',
    'if (false)\n',
  ),
  made('shown once', 'migrations/0011_office.sql', 'WHEN OLD.digest IS NOT NULL AND (', 'WHEN 0 AND ('),
  made(
    'revoked by whom it concerns',
    'services/keep-keys.ts',
    "if (key.email !== person.email && !may(person.role, 'administrator'))",
    'if (false)',
  ),
  made(
    'no more than its person may',
    'services/keep-keys.ts',
    'if (person && !may(person.role, needed))',
    'if (false)',
  ),
  profile(
    'nobody’s change is overwritten unseen',
    'services/change-profile.ts',
    'if (newest && newest.version !== seen) throw overtaken(newest, typed)',
  ),
  profile('asked once a minute', 'services/read-profile.ts', 'if (!last || at >= last.until) {', '{'),
  profile('no page waits for it', 'services/read-profile.ts', '.catch(() => undefined)'),
  audit('no cell is a formula', 'sheet/csv.ts', 'cells.map(guarded)', 'cells'),
  audit(
    'taken away by who approves',
    'routes/staff-audit.tsx',
    "staffForm('approver')",
    "staffForm('viewer')",
  ),
  audit(
    'taking it away is audited',
    'services/read-history.ts',
    "  await appendDeed(desk.db, { actor, act: 'exported-audit', detail }, desk.now().toISOString()).run()\n",
  ),
  audit(
    'nothing is written over',
    'migrations/0002_staff.sql',
    'WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)',
    'WHEN 0',
  ),
]
