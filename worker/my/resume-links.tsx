/** The kit's last parts: the code as a picture, the end of an e-mail, and LinkedIn. */
import type { Child } from 'hono/jsx'
import { bare } from '../../shared/issuer.ts'
import type { MailSignature } from '../../shared/mail-signature.ts'
import { Snippet, TakeAlong } from '../pages/snippet.tsx'
import { Part } from './part.tsx'

export function Picture({ qr, url, number }: { qr: Child; url: string; number: string }) {
  return (
    <Part id="code" title="QR code and paper">
      <div class="picture">
        <div class="qr-shown">{qr}</div>
        <div>
          <p>
            A camera reads from it <span class="code">{url}</span>, and nothing else: it carries no name, and
            counts nobody. Print it an inch wide or more, with the address beside it, for those who don’t
            scan.
          </p>
          <ul class="do">
            <li>
              <a class="button" href={`/my/${number}/files/qr.svg`} download="lssc-qr.svg">
                Download SVG
              </a>
            </li>
            <li>
              <a class="button" href={`/my/${number}/files/qr.png`} download="lssc-qr.png">
                Download PNG
              </a>
            </li>
            <li>
              <a class="button" href={`/my/${number}/files`}>
                Paper and files
              </a>
            </li>
          </ul>
        </div>
      </div>
    </Part>
  )
}

export function Signature({ signature: { text, html }, url }: { signature: MailSignature; url: string }) {
  const [what, check] = text.split('\n')
  return (
    <Part id="mail" title="For the end of an e-mail">
      <p>
        It never says how your record stands, because mail is read years later. The picture is the same one
        for everyone, so it cannot tell whose mail was opened.
      </p>
      <figure
        class="snippet"
        id="copy-mail"
        data-title="With the picture"
        data-html="snippet-mail-html"
        data-text={text}
      >
        <figcaption>With the picture</figcaption>
        <div class="text mail">
          <img
            src="/achievements/lssc/image.png"
            alt={`LSSC certificate: check at ${bare(url)}`}
            width="48"
            height="48"
          />
          <p>
            {what}
            <br />
            Check: <a href={url}>{bare(url)}</a>
          </p>
        </div>
      </figure>
      <TakeAlong id="mail-text" label="Text alone" text={`${what}\n${check}`} block />
      <details>
        <summary>As HTML, for a mail program that asks for code</summary>
        <Snippet id="mail-html" title="HTML" language="html" code={html} />
      </details>
    </Part>
  )
}

export interface LinkedInProps {
  href: string
  /** What the link carries, box by box. */
  sends: [what: string, value: string][]
}

export function LinkedIn({ href, sends }: LinkedInProps) {
  return (
    <Part id="linkedin" title="LinkedIn">
      <p>
        Few people who hire for libraries look there, so this comes last. The button opens linkedin.com with
        its form for a certification filled in; LinkedIn learns what stands here as soon as you press it, and
        saves nothing to your profile until you say so there.
      </p>
      <dl class="sends">
        {sends.map(([what, value]) => (
          <div>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="do">
        <li>
          <a class="button" href={href} rel="noreferrer">
            Open LinkedIn with this filled in
          </a>
        </li>
      </ul>
    </Part>
  )
}
