/** The certificate on paper: `/c/{number}/lssc-certificate.pdf`. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { numberIn } from '../http/input.ts'
import type { Shelf } from '../services/load-fonts.ts'
import { preparePaper } from '../services/prepare-paper.ts'

/**
 * Always a download with the same short name, which every applicant system takes; never kept by a cache, so that a
 * corrected record is not followed by its earlier paper. `?attach=jwt` puts the signed token into it.
 */
export const certificatePdf = handlers(async (c) => {
  const withToken = c.req.query('attach') === 'jwt'
  const pdf = await preparePaper(c.var.desk, shelfOf(c), numberIn(c), withToken)
  c.header('Content-Disposition', 'attachment; filename="lssc-certificate.pdf"')
  return c.body(pdf, 200, { 'Content-Type': 'application/pdf' })
})

function shelfOf(c: Context<House>): Shelf {
  return async (path) => {
    const found = await c.env.ASSETS.fetch(new URL(path, c.env.ORIGIN))
    return found.status === 200 ? new Uint8Array(await found.arrayBuffer()) : null
  }
}
