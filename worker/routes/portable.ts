/** The forms of a record that people take with them: token, JSON, pictures, and the code of its address. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { bakePng, bakeSvg } from '../../shared/baking.ts'
import { utf8 } from '../../shared/bytes.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { badgeSvg as drawBadge } from '../badge-picture.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderPage } from '../http/holder.ts'
import { numberIn } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { qrPng, qrSvg } from '../qr.ts'
import { ownToken, proofForm, tokenForm } from '../services/portable.ts'

const JSON_TYPES = ['application/vc', 'application/vc+ld+json', 'application/ld+json', 'application/json']
const TOKEN_TYPES = ['text/plain', 'application/vc+jwt', 'application/jwt']

interface Given {
  c: Context<House>
  number: string
  token: string
}

interface Made {
  type: string
  body: string | Uint8Array<ArrayBuffer>
}

const forms = {
  /** The token exactly as it was stored (Open Badges 3.0 §5.2: `text/plain`). */
  'credential.jwt': async ({ c, token }) => ({
    type: accepts(c, { header: 'Accept', supports: TOKEN_TYPES, default: 'text/plain' }),
    body: token,
  }),

  /** The same body with a Data Integrity proof: what wallets and VerifierPlus read. */
  'credential.json': async ({ c, number, token }) => ({
    type: accepts(c, { header: 'Accept', supports: JSON_TYPES, default: 'application/vc' }),
    body: await proofForm(c.var.desk, number, token),
  }),

  /** The badge as a picture that carries the JSON form: the one that readers of baked pictures read. */
  'badge.png': async ({ c, number, token }) => {
    const carried = await proofForm(c.var.desk, number, token)
    const picture = await c.env.ASSETS.fetch(new URL('/badge.png', c.env.ORIGIN))
    if (picture.status !== 200) throw new Problem('not-built')
    return { type: 'image/png', body: bakePng(new Uint8Array(await picture.arrayBuffer()), carried) }
  },

  /** The badge as a drawing that carries the token. */
  'badge.svg': async ({ c, number, token }) => ({
    type: 'image/svg+xml',
    body: bakeSvg(drawBadge(number, addressOf(c, number)), token),
  }),

  /** The address of the record's page, and nothing else, for paper and slides. */
  'qr.svg': async ({ c, number }) => ({ type: 'image/svg+xml', body: qrSvg(addressOf(c, number)) }),
  'qr.png': async ({ c, number }) => ({ type: 'image/png', body: await qrPng(addressOf(c, number)) }),
} satisfies Record<string, (given: Given) => Promise<Made>>
type FileName = keyof typeof forms

const addressOf = (c: Context<House>, number: string) => recordUrl(c.var.desk.issuer.origin, number)

export const credentialJwt = form('credential.jwt')
export const credentialJson = form('credential.json')
export const badgePng = form('badge.png')
export const badgeSvg = form('badge.svg')
export const codeSvg = form('qr.svg')
export const codePng = form('qr.png')

/** The same files for the holder, who may have them of a record that nobody else may see. */
export const myFile = handlers(serves('holder'), holderPage(), async (c) => {
  const file = c.req.param('file') ?? ''
  if (!Object.hasOwn(forms, file)) throw new Problem('not-found')
  const { number } = c.var.held
  return handOut({ c, number, token: await ownToken(c.var.desk, c.var.held) }, file as FileName)
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
  const token = await tokenForm(c.var.desk, number)
  const body = TOKEN_TYPES.includes(type) ? token : await proofForm(c.var.desk, number, token)
  return c.body(body, 200, { 'Content-Type': type })
})

function form(file: FileName) {
  return handlers(serves('public-api'), async (c) => {
    const number = numberIn(c)
    return handOut({ c, number, token: await tokenForm(c.var.desk, number) }, file)
  })
}

/** Never kept by a cache: what is given out after a correction must not be the copy from before it. */
async function handOut(given: Given, file: FileName): Promise<Response> {
  const { c, number } = given
  const { type, body } = await forms[file](given)
  const name = `lssc-${number}${file.replace('qr', '-qr').replace(/^(credential|badge)/, '')}`
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(typeof body === 'string' ? utf8(body) : body, 200, { 'Content-Type': type })
}
