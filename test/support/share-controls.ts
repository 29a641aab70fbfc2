// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of share links, as it stands in the house, what stands there when it is switched off, and the test that
// must then go red.
import { type Control, within } from './controls.ts'

const open = within('share')
const make = within('share-make')
const states = within('share-states')
const my = within('my-share')

export const shareControls: Control[] = [
  open(
    'no hash of an e-mail',
    'shared/compose-view.ts',
    "await identifiers({ name: facts.name }, '')",
    "await identifiers({ name: facts.name, email: 'darlene@example.org' }, 'salt')",
  ),
  open(
    'no number',
    'shared/compose-view.ts',
    '      id: identity.subject,\n',
    "      id: identity.subject,\n      licenseNumber: 'x',\n",
  ),
  open(
    'what was not chosen is not signed',
    'services/sign-view.ts',
    'factsToShare(record, view.fields)',
    "factsToShare(record, ['dates', 'evidence', 'products'])",
  ),
  open(
    'on file by its body',
    'trust.ts',
    'number === undefined ? isViewOnFile(desk.db, digest)',
    'number === undefined ? Promise.resolve(true)',
  ),
  open(
    'counts what a person opens',
    'routes/share.tsx',
    "    c.req.header('Sec-Fetch-Dest') === 'document' &&\n",
  ),
  open(
    'nothing of whose it is for programs that look ahead',
    'pages/share.tsx',
    'title="A shared LSSC record"',
    'title={`LSSC record of ${telling.record?.credential.holder.display}`}',
  ),
  make(
    'the secret is kept as its digest',
    'services/share.ts',
    'return toBase64url(await sha256(`share link ${secret}`))',
    'return secret',
  ),
  make(
    'of each session another secret',
    'services/share.ts',
    'utf8(session), algorithm',
    "utf8('x'), algorithm",
  ),
  make(
    'the label stays out of the audit',
    'services/share.ts',
    'number, { share: id, endsOn }, at, view.bodyDigest',
    'number, { share: id, endsOn, label }, at, view.bodyDigest',
  ),
  make('fifty at most, also at once', 'store/shares.ts', 'ends_on >= ?10) < ?11', 'ends_on >= ?10) < 99'),
  states(
    'an ended link shows nothing',
    'services/open-share.ts',
    "if (endedAt) return linkEnded(officeDay(endedAt), desk.now(), 'server')\n",
  ),
  states(
    'a link past its last day shows nothing',
    'services/open-share.ts',
    'dayOf(desk.now()) > endsOn',
    'false',
  ),
  states(
    'what is private is private by every link',
    'services/open-share.ts',
    "  if (share.visibility === 'withheld') return without('withheld')\n",
  ),
  states('as if unknown', 'services/open-share.ts', "!share || share.visibility === 'unknown'", '!share'),
  states(
    'removed is removed as if unknown',
    'store/shares.ts',
    "CASE WHEN gone.as_unknown THEN 'unknown' ELSE c.visibility END",
    'c.visibility',
  ),
  states('withdrawing and holds reach views', 'store/credentials.ts', '    moveViews(db, number, to),\n'),
  states(
    'a newer version replaces views',
    'store/credentials.ts',
    "    moveViews(db, number, 'superseded'),\n",
  ),
  states(
    'views are in the published lists',
    'store/status-lists.ts',
    "\n       UNION ALL SELECT entry, standing FROM share_view WHERE list = ?1 AND standing <> 'good'",
  ),
  states(
    'ending reaches the copies',
    'store/shares.ts',
    "standing = 'superseded' WHERE share = ?1",
    'standing = standing WHERE share = ?1',
  ),
  states(
    'of one record alone',
    'services/share.ts',
    "if (share?.number !== number) throw new Problem('not-found')",
    "if (!share) throw new Problem('not-found')",
  ),
  states('a new number ends them', 'services/rename.ts', '      endSharesOf(db, old.number, at),\n'),
  my(
    'one link for one sending',
    'routes/my-share.tsx',
    'secretFor(holding.secret, number, form.request)',
    'secretFor(holding.secret, number, crypto.randomUUID())',
  ),
]
