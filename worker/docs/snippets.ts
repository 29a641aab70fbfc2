/**
 * Every piece of code that the documentation gives, for one deployment: its own address, its own digest. The tests
 * take them from the page and run them.
 */
import { type Release, scriptOf, tagOf } from '../../shared/embed.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { TEST_HOLDER, testNumber } from '../../shared/test-numbers.ts'

/** Where a page keeps its own copy. */
const OWN_COPY = '/lssc-badge.js'

export function hosting(release: Release) {
  const { url } = release
  return {
    download: `curl -O ${url}\nopenssl dgst -sha384 -binary lssc-badge.js | openssl base64 -A`,
    ownCopy: scriptOf(release, OWN_COPY),
    pinned: scriptOf(release),
    evergreen: `<script type="module" src="${url.replace(/\/widget\/.*/, '/widget/v1/lssc-badge.js')}"\n  crossorigin></script>`,
  }
}

export function tags(origin: string) {
  const link = recordUrl(origin, testNumber('valid'))
  return {
    plain: tagOf({ link }),
    compared: tagOf({ link, applicantName: TEST_HOLDER, jobAreas: 'cataloging-and-classification' }),
    byProperty: `<lssc-badge id="certificate">
  <a href="${link}">LSSC record</a>
</lssc-badge>

<script type="module">
  const badge = document.querySelector('#certificate')
  badge.credential = '${link}'
  badge.applicantName = '${TEST_HOLDER}'
  badge.applicantEmail = 'holder@example.org'
</script>`,
    listener: `<script type="module">
  document.addEventListener('lssc-result', ({ target, state, number, whose }) => {
    console.log(target, state, number, whose)
  })
</script>`,
    ownWords: `<lssc-badge credential="${link}">
  <a href="${link}">LSSC record</a>
  <p slot="state-unreachable">We will check again tonight.</p>
</lssc-badge>`,
  }
}

/** Each line is used as a header, as it stands, in test/site/docs-policies.test.ts. */
export function policies(origin: string) {
  const by = (script: string, connect: string) =>
    `Content-Security-Policy: script-src ${script}; connect-src ${connect}`
  // The test issuer's too: what the page is tried out with comes from it.
  const keys = `${origin}/.well-known/jwks.json ${origin}/test/jwks.json`
  return {
    ownCopy: by("'self'", origin),
    fromUs: by(origin, origin),
    narrow: by("'self'", `${origin}/api/v1/credentials ${keys} ${origin}/status/`),
    token: by("'self'", `${keys} ${origin}/status/`),
    trustedTypes: "require-trusted-types-for 'script'; trusted-types 'none'",
  }
}

/** On a server, which is where a decision belongs. */
export function calls(origin: string) {
  const url = `${origin}/api/v1/verifications`
  const link = recordUrl(origin, testNumber('valid'))
  return {
    curl: `curl -s ${url} \\
  -H 'Content-Type: application/json' \\
  -d '{"credential": "${link}", "applicant": {"name": "${TEST_HOLDER}"}}'`,
    node: `export async function checkCertificate(credential, name) {
  const response = await fetch('${url}', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ credential, applicant: { name } }),
    signal: AbortSignal.timeout(8000),
  })
  if (!response.ok) throw new Error(\`Not checked: \${response.status}\`) // no result about anyone
  const { verdict, applicant } = await response.json()
  return { state: verdict.state, test: verdict.test === true, checkedAt: verdict.checkedAt, sameName: applicant.name }
}`,
    verify: `import { verify } from 'lssc-badge/verify'

export async function checkHere(credential, name) {
  const { state, checkedAt, whose } = await verify(credential, {
    issuer: '${origin}',
    applicant: { name },
  })
  return { state, checkedAt, sameName: whose?.result }
}`,
    php: `function check_certificate(string $credential, string $name): array {
  $context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => 'Content-Type: application/json',
    'content' => json_encode(['credential' => $credential, 'applicant' => ['name' => $name]]),
    'timeout' => 8,
  ]]);
  // Keep nothing of an answer whose verdict has "test": true.
  $answer = file_get_contents('${url}', false, $context);
  if ($answer === false) {
    throw new RuntimeException('Not checked'); // no result about anyone
  }
  return json_decode($answer, true, 512, JSON_THROW_ON_ERROR);
}`,
  }
}
