// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of what holders decide, as it stands in `worker/` and `shared/`, and the test that must go red without it.
import { type Control, within } from './controls.ts'

const hidden = within('private')
const seen = within('visibility')
const listed = within('directory')
const links = within('links')
const asked = within('ask-own')
const held = within('everything')

export const holderControls: Control[] = [
  hidden(
    'as if unknown is as unknown',
    'services/look-up.ts',
    "!held || held.visibility === 'unknown'",
    '!held',
  ),
  hidden(
    'private shows nothing',
    'services/look-up.ts',
    "held.visibility === 'erased' || held.visibility === 'withheld'",
    "held.visibility === 'erased'",
  ),
  seen('only a record of theirs', 'http/holder.ts', 'holding.numbers.includes(number) ?', 'true ?'),
  seen(
    'no older page undoes it',
    'services/choose-visibility.ts',
    'was !== sight.visibility && isChosen',
    'false && isChosen',
  ),
  seen(
    'a replaced record stays private',
    'services/choose-visibility.ts',
    'if (sight.renamed)',
    'if (false)',
  ),
  seen('it ends no proposal of the office', 'store/register.ts', " AND kind <> 'visibility-changed')", ')'),
  seen(
    'a new number is seen as the old one is now',
    'services/rename.ts',
    '      copyVisibility(db, old.number, number),\n',
  ),
  listed(
    'whoever chose so alone',
    'store/visibility.ts',
    "FROM credential WHERE visibility = 'listed' AND standing = 'good'",
    "FROM credential WHERE standing = 'good'",
  ),
  listed(
    'in good standing alone',
    'store/visibility.ts',
    "FROM credential WHERE visibility = 'listed' AND standing = 'good'",
    "FROM credential WHERE visibility = 'listed'",
  ),
  listed(
    'no state unasked',
    'store/visibility.ts',
    "CASE WHEN lists_region = 1 THEN record ->> '$.region' END AS region",
    "record ->> '$.region' AS region",
  ),
  listed(
    'by no former name',
    'services/read-directory.ts',
    'foldName({ ...name, former: [] })',
    'foldName(name)',
  ),
  links('https alone', 'shared/own-work.ts', '!/^https:\\/\\//i.test(address)', 'false'),
  links('no name or password in it', 'shared/own-work.ts', "username !== '' || password !== ''", 'false'),
  links('a site and no machine', 'shared/own-work.ts', "!hostname.includes('.') || ", ''),
  links(
    'nothing turned around',
    'shared/own-work.ts',
    'CONTROL.test(title) || DIRECTION.test(title) || ',
    '',
  ),
  links('on what she saw', 'services/change-links.ts', 'current.newest.id !== seen', 'false'),
  links('ten a day', 'services/change-links.ts', '    await refuseMany(desk, number)\n'),
  asked(
    'proof is what the session says',
    'migrations/0016_control.sql',
    'BEFORE UPDATE OF own_page ON request BEGIN',
    'BEFORE UPDATE OF own_page ON request WHEN 0 BEGIN',
  ),
  asked('one of a kind at a time', 'services/ask-own.ts', '    if (open)\n', '    if (false)\n'),
  asked(
    'no request of anybody else',
    'services/ask-own.ts',
    '!request?.ownPage || request.number !== number',
    '!request',
  ),
  asked(
    'nothing that a stranger sent',
    'store/own-requests.ts',
    'FROM request r WHERE own_page = 1 AND number = ?1',
    'FROM request r WHERE number = ?1',
  ),
  held(
    'no request of a colleague',
    'store/held-tables.ts',
    ' AND (number IS NULL OR number NOT IN ${ANOTHERS})',
  ),
  held('nobody of the office', 'services/gather-held.ts', "if (names.includes(text)) return 'the office'"),
  held(
    'no code',
    'services/gather-held.ts',
    'nameless(withoutSecrets(value), names)',
    'nameless(value, names)',
  ),
  held('no request of a stranger', 'store/held-tables.ts', '(own_page = 1 AND number = ?1)', '(number = ?1)'),
]
