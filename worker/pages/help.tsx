/** Where holders and readers turn to the office: the list of what can be asked, and the page after asking. */
import type { Issuer } from '../../shared/issuer.ts'
import { type RequestKind, requestKinds } from '../request-kinds.ts'
import { helpWords } from './help-words.ts'
import { Layout, telephone } from './layout.tsx'

const FOR_HOLDERS: RequestKind[] = ['address', 'correction', 'name', 'claim', 'hours']
const FOR_ANYONE: RequestKind[] = ['misuse']

export function HelpPage({ issuer }: { issuer: Issuer }) {
  return (
    <Layout
      title="Ask the certification office"
      description="A lost address, a correction, a new name, an old certificate, a renewal, or misuse of a record."
      issuer={issuer}
      url={`${issuer.origin}/help`}
      noindex
      head={<HelpHead />}
    >
      <h1>Ask the certification office</h1>
      <p class="lead">
        Choose what it is about. Someone at {issuer.short} reads each request and answers it. It costs nothing
        and takes no account.
      </p>
      <h2>If you hold an LSSC, or held one</h2>
      <Kinds kinds={FOR_HOLDERS} />
      <h2>If you saw a record somewhere</h2>
      <Kinds kinds={FOR_ANYONE} />
      <h2>Something else, or rather by telephone</h2>
      <p>
        Call <a href={telephone(issuer)}>{issuer.phone}</a> or write to{' '}
        <a href={`mailto:${issuer.email}`}>{issuer.email}</a>. To see whether a record is in force you need
        nobody: <a href="/verify">check it here</a>.
      </p>
    </Layout>
  )
}

function Kinds({ kinds }: { kinds: RequestKind[] }) {
  return (
    <ul class="ruled kinds">
      {kinds.map((kind) => (
        <li>
          <a href={`/help/${kind}`}>{requestKinds[kind].title}</a>
          <p class="soft">{helpWords[kind].about}</p>
        </li>
      ))}
    </ul>
  )
}

/** Says the same whatever was typed: it is no way to find out what is on file. */
export function HelpSentPage({ issuer, kind, id }: { issuer: Issuer; kind: RequestKind; id: string }) {
  return (
    <Layout title="The office has your request" issuer={issuer} noindex head={<HelpHead />}>
      <h1>The office has your request</h1>
      <p class="lead">
        Its reference is <b class="code">{id}</b>. Write it down, or print this page: no mail was sent just
        now.
      </p>
      <h2>What happens next</h2>
      <ol>
        {helpWords[kind].next.map((step) => (
          <li>{step.replaceAll('{issuer}', issuer.short)}</li>
        ))}
      </ol>
      <p>
        No record has changed yet. If you hear nothing within two weeks, call{' '}
        <a href={telephone(issuer)}>{issuer.phone}</a> or write to{' '}
        <a href={`mailto:${issuer.email}`}>{issuer.email}</a>, and give the reference.
      </p>
      <p class="soft">
        A form proves nobody’s identity, so this page doesn’t say whether a code, a name or an address is on
        file. Sending the same form again within a day changes nothing: it stays one request.
      </p>
      <p>
        <a href="/help">Ask something else</a>
      </p>
    </Layout>
  )
}

export function HelpHead() {
  return (
    <>
      <link rel="stylesheet" href="/forms.css" />
      <link rel="stylesheet" href="/help.css" />
    </>
  )
}
