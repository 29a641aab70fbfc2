// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this file quotes source
// Every control of the verifier, as it stands in `shared/`, and what stands there when it is switched off.

export interface Control {
  name: string
  /** Its path from the top. */
  file: string
  /** The control as it stands, exactly once, in that file. */
  text: string
  /** What stands there when it is off. */
  off: string
  /** The test of the Worker that must then go red; without one, a case of the verifier's corpus must. */
  test?: string
}

/** Controls by the test of the Worker that watches them: in `worker/`, unless the path begins with `shared/`. */
export function within(test: string) {
  return (name: string, path: string, text: string, off = ''): Control => {
    const file = path.startsWith('shared/') ? path : `worker/${path}`
    return { name, file, text, off, test }
  }
}

function control(name: string, file: string, text: string, off = ''): Control {
  return { name, file: `shared/${file}.ts`, text, off }
}

export const controls: Control[] = [
  // the string
  control(
    'size limit',
    'jws',
    "if (token.length > (expected.maxLength ?? MAX_TOKEN)) return { refused: 'too-large' }",
  ),
  control(
    'a list may be longer, but not endless',
    'status-list',
    'maxLength: 68 * 1024',
    'maxLength: Infinity',
  ),
  control('shape', 'jws', "if (!SHAPE.test(token)) return { refused: 'not-a-token' }"),
  control('one spelling of base64url', 'bytes', 'toBase64url(bytes) === text ? bytes : null', 'bytes'),
  control('UTF-8 that is UTF-8', 'bytes', 'fatal: true', 'fatal: false'),
  control('no byte order mark', 'bytes', 'ignoreBOM: true', 'ignoreBOM: false'),
  // the JSON
  control('JSON in one spelling', 'json', ' && JSON.stringify(value) === text'),
  control('an object', 'json', 'return isObject(value) && isModest', 'return isModest'),
  control('depth bound', 'json', 'if (depth === MAX_DEPTH) return false'),
  control('member bound', 'json', '--budget.left >= 0 && '),
  control('whole letters in values', 'json', 'return value.isWellFormed()', 'return true'),
  control('whole letters in names', 'json', 'name.isWellFormed() && '),
  // the header
  control(
    'alg table',
    'jws',
    " || !Object.hasOwn(ALGORITHMS, alg)) return { refused: 'algorithm' }",
    ") return { refused: 'algorithm' }",
  ),
  control(
    'alg is text',
    'jws',
    "typeof alg !== 'string' || !Object.hasOwn(ALGORITHMS, alg)",
    '!Object.hasOwn(ALGORITHMS, String(alg))',
  ),
  control(
    'exactly three members',
    'jws',
    "if (Object.keys(header).sort().join() !== 'alg,kid,typ') return { refused: 'header' }",
  ),
  control('typ', 'jws', "if (typ !== expected.typ) return { refused: 'type' }"),
  control('form of the kid', 'key-set', ' && KID.test(kid)'),
  // the key
  control(
    'issuer known',
    'verify',
    "if (!keys) return refused({ refused: 'issuer-unknown' })",
    'if (!keys) throw new Error()',
  ),
  control(
    'key known',
    'jws',
    'keys.find((candidate) => candidate.kid === header.kid)',
    'keys.find((candidate) => candidate.purpose === expected.purpose)',
  ),
  control(
    'purpose of the key',
    'jws',
    "if (key.purpose !== expected.purpose) return { refused: 'key-purpose' }",
  ),
  control('compromised', 'jws', "if (key.state === 'compromised') return { refused: 'key-compromised' }"),
  control('a key that is none', 'jws', '.catch(() => null)'),
  control('beginning of its life', 'jws', '(iat as number) >= key.from - SKEW &&'),
  control(
    'end of its life',
    'jws',
    ' &&\n    (iat as number) <= (key.until ?? Number.MAX_SAFE_INTEGER) + SKEW',
  ),
  control('signing time is a whole second', 'jws', 'Number.isSafeInteger(iat) &&', 'true &&'),
  control('clocks differ by two minutes', 'jws', 'SKEW = 120', 'SKEW = 180'),
  control('signature', 'jws', "if (!(await isSignedBy(imported, token))) return { refused: 'signature' }"),
  control('signature in one spelling', 'jws', 'if (!signature) return false', 'if (!signature) return true'),
  // the published keys
  control('JWK: no private part', 'key-set', " || 'd' in entry"),
  control('JWK: kty', 'key-set', "kty !== 'EC' || "),
  control('JWK: crv', 'key-set', "crv !== 'P-256' || "),
  control('JWK: alg', 'key-set', "alg !== 'ES256' || "),
  control('JWK: use', 'key-set', " || use !== 'sig'"),
  control('JWK: x and y', 'key-set', 'if (!isCoordinate(x) || !isCoordinate(y)) return null'),
  control('JWK: 32 bytes', 'key-set', ' && fromBase64url(value)?.length === 32'),
  control('JWK: kid of this issuer', 'key-set', ' || issuerOf(kid) !== issuer'),
  control('JWK: purpose', 'key-set', '!isOneOf(purposes, purpose) || '),
  control('JWK: state', 'key-set', ' || !isOneOf(keyStates, state)'),
  control('JWK: a life', 'key-set', '!isInstant(from) || '),
  control('JWK: an end of it', 'key-set', ' || (until !== undefined && !isInstant(until))'),
  control(
    'JWK: retired has an end',
    'key-set',
    "if (state === 'retired' && until === undefined) return null",
  ),
  control('JWKS: a hundred at most', 'key-set', ' || jwks.keys.length > 100'),
  // the credential
  control(
    'issuer owns the key',
    'verify',
    "if (credential.issuer.id !== opened.issuer) return refused({ refused: 'issuer-disagrees' })",
  ),
  control(
    'no unknown member',
    'credential',
    'Object.keys(payload).every((member) => MEMBERS.has(member)) ? read(payload) : null',
    'read(payload)',
  ),
  control('number', 'credential', 'isNumber(number) && '),
  control('id is the record’s address', 'credential', ' && url === recordUrl(new URL(url).origin, number)'),
  control('id is an address', 'credential', 'URL.canParse(url) && '),
  control('@context', 'credential', "same(payload['@context'], CONTEXTS) && "),
  control('type', 'credential', ' && same(payload.type, TYPES)'),
  control('issuer.id is the address’s', 'credential', 'issuer.id === didOf(new URL(url).origin, number) && '),
  control(
    'each of the two issuers has its own numbers',
    'credential',
    'issuer.id === didOf(new URL(url).origin, number) && ',
    "text(issuer.id).replace(':test', '') === didOf(new URL(url).origin) && ",
  ),
  control('two issuers, and not one', 'issuer', "${isTestNumber(number) ? TEST_PATH : ''}"),
  control(
    'what the test issuer signs is called a test',
    'verify',
    '...(issuer && isTestIssuer(issuer) ? { test: true } : {}),',
  ),
  control('licenseNumber', 'credential', ' && subject.licenseNumber === number'),
  control(
    'achievement',
    'credential',
    'need(object(subject.achievement).id === `${new URL(url).origin}/achievements/lssc`)',
  ),
  control('iss', 'credential', 'payload.iss === issuer.id && '),
  control('jti', 'credential', 'payload.jti === url && '),
  control('sub', 'credential', ' && payload.sub === subject.id'),
  control('nbf', 'credential', 'payload.nbf === secondsOf(validFrom) && '),
  control('exp', 'credential', ' && payload.exp === secondsOf(validUntil)'),
  control('begins before it ends', 'credential', 'validFrom < validUntil && '),
  control('iat', 'credential', ' && Number.isSafeInteger(payload.iat)'),
  control(
    'instants as we write them',
    'reading',
    'need(isInstant(value))',
    'need(typeof value === "string")',
  ),
  control('days that there are', 'reading', 'need(isDay(text(value)))'),
  control('days that exist', 'dates', ' && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date'),
  control(
    'links that are links',
    'reading',
    'need(/^https?:\\/\\//.test(text(value)) && URL.canParse(value as string))',
  ),
  control('hours that are numbers', 'reading', 'need(/^\\d+(\\.\\d+)?$/.test(text(value)))'),
  control('no hash but SHA-256', 'reading', 'need(/^sha256\\$[0-9a-f]{64}$/.test(text(value)))'),
  control('a name, and its order', 'credential', 'need(display && order)'),
  control(
    'sets and versions that there are',
    'credential',
    'need(isSet(set) && isStatementVersion(statements))',
  ),
  control(
    'areas measured against our pages',
    'credential',
    'need(measure === statementsPage(new URL(url).origin, set, statements))',
  ),
  control('pathways that there are', 'credential', 'need(isPathway(pathway))'),
  control('evidence of each area', 'credential', 'need(proof)\n'),
  control('text that is text', 'reading', "need(typeof value === 'string' && value !== '')"),
  control('objects that are objects', 'reading', 'need(isObject(value))'),
  control('arrays that are arrays', 'reading', 'need(Array.isArray(value))'),
  control('an area at least', 'credential', 'need(areas.length > 0)'),
  // where its status is
  control('entry: type', 'credential', "entry.type === 'BitstringStatusListEntry' && "),
  control('entry: purpose', 'credential', " && entry.statusPurpose === 'revocation'"),
  control('entry: our list', 'credential', 'list.startsWith(lists) && '),
  control('entry: a list', 'credential', ' && /^(test-)?[1-9]\\d{0,8}$/.test(list.slice(lists.length))'),
  control('entry: form of the index', 'credential', '/^(0|[1-9]\\d{0,5})$/.test(index) && '),
  control('entry: index in range', 'credential', 'Number(index) < ENTRIES && '),
  control('entry: its id', 'credential', ' && entry.id === `${list}#${index}`'),
  // the list
  control(
    'list: read only when opened',
    'status-list',
    "if (has(opened, 'refused')) return { unavailable: 'list-unreadable' }",
    "if (has(opened, 'refused')) return { url: 'https://lssc.example/status/7', issuer: 'did:web:lssc.example', signedAt: 1795348800, lasts: KNOWN_FOR, bits: new Uint8Array(32768) }",
  ),
  control('list: issuer of the credential', 'status-list', 'list.issuer !== issuer || '),
  control('list: its address', 'status-list', ' || list.url !== entry.list'),
  control('list: not from the future', 'status-list', 'age < -SKEW || '),
  control('list: not too old', 'status-list', ' || age > list.lasts'),
  control('list: its own end', 'status-list', 'lasts: Math.min(lasts, KNOWN_FOR)', 'lasts: KNOWN_FOR'),
  control(
    'list: a day at most',
    'status-list',
    'lasts: Math.min(lasts, KNOWN_FOR)',
    'lasts: Math.max(lasts, 90_000)',
  ),
  control(
    'list: fresh for a quarter of an hour',
    'status-list',
    'FRESH_FOR = 15 * 60',
    'FRESH_FOR = 16 * 60',
  ),
  control('list: fresh', 'status-list', "age <= FRESH_FOR ? 'fresh' : 'as-of'", "'fresh'"),
  control('list: issuer', 'status-list', 'payload.issuer === issuer &&', 'true &&'),
  control('list: iss', 'status-list', 'payload.iss === issuer &&', 'true &&'),
  control(
    'list: type',
    'status-list',
    "payload.type.includes('BitstringStatusListCredential') &&",
    'true &&',
  ),
  control('list: type of the subject', 'status-list', "subject.type === 'BitstringStatusList' &&", 'true &&'),
  control('list: purpose', 'status-list', "subject.statusPurpose === 'message' &&", 'true &&'),
  control('list: two bits', 'status-list', 'subject.statusSize === 2 &&', 'true &&'),
  control('list: a standing list', 'status-list', "payload.id.endsWith(standingUrl('')) &&", 'true &&'),
  control(
    'list: an end that is an instant',
    'status-list',
    ' &&\n    (payload.validUntil === undefined || isInstant(payload.validUntil))',
  ),
  control('list: 48 kB', 'status-list', ' || encodedList.length > MAX_ENCODED'),
  control('list: multibase', 'status-list', "if (!encodedList.startsWith('u')) return null"),
  control('list: not a bit less', 'status-list', 'filled === length ? bits : null', 'bits'),
  control(
    'list: not a bit more',
    'status-list',
    'if (filled + value.length > length) return null',
    'if (filled + value.length > length) return bits',
  ),
  control('list: intact', 'status-list', 'catch {\n    return null', 'catch {\n    return bits'),
  control('list: most significant bit first', 'status-list', '>> (8 - size - (bit & 7))', '>> (bit & 7)'),
  // what is told
  control(
    'on file',
    'verify',
    "if (!answer) return [{ check: 'on-file', result: 'failed', reason: 'not-on-file' }]",
  ),
  control(
    'register asked',
    'verify',
    "if (answer === null) return [{ check: 'on-file', result: 'not-checked', reason: 'register-unreachable' }]",
    'if (answer === null) return []',
  ),
  control('withdrawn, on hold, replaced', 'verify', "if (read.standing !== 'good') {", 'if (false) {'),
  control(
    'status not known',
    'verify',
    "return all.map((check) => ({ check, result: 'not-checked', reason: read.unavailable }))",
    'return []',
  ),
  control('begun', 'verify', "if (now.getTime() < from - SKEW * 1000) return failed('not-begun')"),
  control('two minutes early', 'verify', 'from - SKEW * 1000', 'from'),
  control('ended', 'verify', "if (now.getTime() > until) return failed('ended')"),
  control('most serious first', 'verify', 'states.find((state)', 'states.findLast((state)'),
  control('notes only with the signed bits', 'verdict', 'notes && notes.state === verdict.state', 'notes'),
]
