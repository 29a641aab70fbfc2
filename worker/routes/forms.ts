/** The forms of a record that people take with them: token, JSON, pictures, and the code of its address. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { bakePng, bakeSvg } from '../../shared/baking.ts'
import { utf8 } from '../../shared/bytes.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { tidyNumber } from '../../shared/number.ts'
import { badgeSvg as drawBadge } from '../badge-picture.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { qrPng, qrSvg } from '../qr.ts'
import { proofForm, tokenForm } from '../services/portable.ts'

const JSON_TYPES = ['application/vc', 'application/vc+ld+json', 'application/ld+json', 'application/json']
const TOKEN_TYPES = ['text/plain', 'application/vc+jwt', 'application/jwt']

/** The token exactly as it was stored (Open Badges 3.0 §5.2: `text/plain`). */
export const credentialJwt = form('jwt', async (c, number) => ({
  type: accepts(c, { header: 'Accept', supports: TOKEN_TYPES, default: 'text/plain' }),
  body: await tokenForm(c.var.desk, number),
}))

/** The same body with a Data Integrity proof: what wallets and VerifierPlus read. */
export const credentialJson = form('json', async (c, number) => ({
  type: accepts(c, { header: 'Accept', supports: JSON_TYPES, default: 'application/vc' }),
  body: await proofForm(c.var.desk, number),
}))

/** The badge as a picture that carries the JSON form: the one that readers of baked pictures read. */
export const badgePng = form('png', async (c, number) => {
  const carried = await proofForm(c.var.desk, number)
  const picture = await c.env.ASSETS.fetch(new URL('/badge.png', c.env.ORIGIN))
  if (picture.status !== 200) throw new Problem('not-built')
  return { type: 'image/png', body: bakePng(new Uint8Array(await picture.arrayBuffer()), carried) }
})

/** The badge as a drawing that carries the token. */
export const badgeSvg = form('svg', async (c, number) => {
  const token = await tokenForm(c.var.desk, number)
  const url = recordUrl(c.var.desk.issuer.origin, number)
  return { type: 'image/svg+xml', body: bakeSvg(drawBadge(number, url), token) }
})

/** The address of the record's page, and nothing else, for paper and slides. */
export const codeSvg = form('qr.svg', async (c, number) => {
  await tokenForm(c.var.desk, number)
  return { type: 'image/svg+xml', body: qrSvg(recordUrl(c.var.desk.issuer.origin, number)) }
})

export const codePng = form('qr.png', async (c, number) => {
  await tokenForm(c.var.desk, number)
  return { type: 'image/png', body: await qrPng(recordUrl(c.var.desk.issuer.origin, number)) }
})

/**
 * At a record's own address: JSON or the token for who asks for one by its type, and the page for everyone else.
 * Whoever takes anything (`*`) is everyone else: so ask those who draw previews of links.
 */
export const formAsked = handlers(async function formAsked(c, next) {
  c.header('Vary', 'Accept')
  const type = accepts(c, {
    header: 'Accept',
    supports: ['text/html', ...JSON_TYPES, ...TOKEN_TYPES],
    default: 'text/html',
  })
  if (type === 'text/html') return next()
  await serves('public-api')(c, async () => {})
  const number = numberIn(c)
  const make = TOKEN_TYPES.includes(type) ? tokenForm : proofForm
  return c.body(await make(c.var.desk, number), 200, { 'Content-Type': type })
})

interface Made {
  type: string
  body: string | Uint8Array<ArrayBuffer>
}

/** Never kept by a cache: what is given out after a correction must not be the copy from before it. */
function form(ending: string, make: (c: Context<House>, number: string) => Promise<Made>) {
  return handlers(serves('public-api'), async (c) => {
    const number = numberIn(c)
    const { type, body } = await make(c, number)
    c.header(
      'Content-Disposition',
      `attachment; filename="lssc-${number}${/^qr/.test(ending) ? '-' : '.'}${ending}"`,
    )
    return c.body(typeof body === 'string' ? utf8(body) : body, 200, { 'Content-Type': type })
  })
}

/** @throws Problem `no-such-record` for what is no number at all */
function numberIn(c: Context<House>): string {
  const tidy = tidyNumber(c.req.param('number') ?? '')
  if (!tidy?.holds) throw new Problem('no-such-record')
  return tidy.number
}
