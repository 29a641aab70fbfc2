/** For the end of an e-mail: what it is, and where to check it. It is read for years, so it never says how things stand. */
import { CERTIFICATE, type Resume } from './resume.ts'

export interface MailSignature {
  text: string
  /** With the emblem, which is one picture for everyone: it cannot tell whose mail was opened. */
  html: string
}

/** @param picture the address of the emblem */
export function mailSignature({ url, issuer, record, term }: Resume, picture: string): MailSignature {
  const years = term === 'ended' ? `, ${record.certifiedOn.slice(0, 4)}-${record.expiresOn.slice(0, 4)}` : ''
  const what = `${CERTIFICATE}, ${issuer.short}${years}`
  const address = url.replace(/^https?:\/\//, '')
  return {
    text: `${what}\nCheck: ${url}`,
    html: `<p><a href="${escaped(url)}"><img src="${escaped(picture)}" alt="${escaped(`LSSC certificate: check at ${address}`)}" width="48" height="48"></a><br>\n${escaped(what)}<br>\nCheck: <a href="${escaped(url)}">${escaped(address)}</a></p>`,
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string)
}
