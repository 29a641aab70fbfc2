/**
 * What a record's page has on paper and nowhere else. Paper stays what it was when things change, so it carries no
 * verdict in favor of anyone: it says where to look.
 */

import { bare } from '../../shared/issuer.ts'
import { qrModules } from '../qr.ts'

export interface OnPaperProps {
  url: string
  /** A shared view has none. */
  number: string | undefined
  /** The day on which the page was asked for, as it is told. */
  prepared: string
}

/** Its place is the end of the record's card. */
export function OnPaper({ url, number, prepared }: OnPaperProps) {
  return (
    <div class="on-paper">
      <Qr address={url} />
      <div>
        <p>
          <b>
            Prepared {prepared}. This page is not the check: type <span class="address">{bare(url)}</span>
          </b>
        </p>
        <p>
          The page at that address says whether this certification is in force on the day you look, free and
          without an account.{' '}
          {number && (
            <>
              Code: <span class="code">{number}</span>
            </>
          )}
        </p>
      </div>
    </div>
  )
}

/** Black on white in runs of modules: a camera needs the contrast, and a page the few bytes. */
function Qr({ address }: { address: string }) {
  const modules = qrModules(address)
  const size = modules.length
  const runs = modules.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of the address">
      <path d={runs.join('')} />
    </svg>
  )
}
