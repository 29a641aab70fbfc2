/** A request that could not be served, in plain words. */
import type { Issuer } from '../../shared/issuer.ts'
import { Box } from './box.tsx'
import { Layout } from './layout.tsx'

export interface ProblemPageProps {
  issuer: Issuer
  status: number
  title: string
  detail?: string | undefined
}

export function ProblemPage({ issuer, status, title, detail }: ProblemPageProps) {
  return (
    <Layout title={title} issuer={issuer} noindex>
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
      <p>{wordsFor(status)} This is not a result about anyone’s certification.</p>
      {status < 500 && <Box label="To check a record, type its code or link" />}
      <h2>If you need an answer now</h2>
      <p>{issuer.short} answers by telephone and e-mail, too; both stand at the foot of this page.</p>
      <p class="soft">Status {status}</p>
    </Layout>
  )
}

function wordsFor(status: number): string {
  switch (status) {
    case 403:
    case 410:
      return ''
    case 404:
      return 'The address may be cut off, or the page may have moved.'
    case 405:
      return 'This address can be read, but nothing can be sent to it.'
    case 413:
      return 'Shorten it, and send it again.'
    case 429:
      return 'Wait a while, then try again.'
    case 503:
      return 'We can’t reach our records right now. Try again in a minute.'
    default:
      return status >= 500
        ? 'The fault is ours. Try again in a minute; if it happens again, please tell us.'
        : 'Something in the request could not be read.'
  }
}
