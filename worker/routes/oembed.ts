/** oEmbed 1.0 (https://oembed.com): a link to a record becomes a card where it is pasted. The card never has a status. */
import type { Context } from 'hono'
import { tidyNumber } from '../../shared/number.ts'
import { en } from '../../shared/words/en.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { issuerOfPage } from '../pages/layout.tsx'
import { shareImage } from '../pages/link-card.tsx'
import { judgeNumber } from '../services/look-up.ts'
import { trustOf } from '../trust.ts'

/** For how many seconds whoever shows the card may keep it: a holder can make a record private. */
const CACHE_AGE = 3600

/** 200 for a record that may be seen, 401 for a private one, 404 for none, 501 for another format than JSON. */
export const oembed = handlers(serves('public-api'), async (c) => {
  const { desk } = c.var
  const format = c.req.query('format') ?? 'json'
  if (format !== 'json') throw new Problem('format-not-offered', { detail: 'Ask for format=json.' })
  const number = numberIn(c.req.query('url'), desk.issuer.origin)
  const verdict = await judgeNumber(desk, number, trustOf(desk))
  if (verdict.state === 'withheld') throw new Problem('private-card')
  if (!verdict.credential) throw new Problem('no-such-record')
  const issuer = issuerOfPage(desk.issuer, { number, verdict })
  const title = `LSSC record of ${verdict.credential.holder.display}`
  return c.json({
    version: '1.0',
    type: 'link',
    title: issuer.demo ? `${title} (${en.demo})` : title,
    author_name: issuer.name,
    author_url: issuer.url,
    provider_name: 'LSSC Badge',
    provider_url: `${issuer.origin}/`,
    cache_age: CACHE_AGE,
    ...thumbnail(c),
  })
})

/** @throws Problem for anything but the address of a record here: we answer for no other */
function numberIn(url: string | undefined, origin: string): string {
  if (!url) throw new Problem('bad-request', { detail: 'Name the address of a record: ?url=' })
  const asked = URL.canParse(url) ? new URL(url) : null
  const [, number] = /^\/c\/([^/]+)\/?$/.exec(asked?.pathname ?? '') ?? []
  const tidy = number && asked?.origin === origin ? tidyNumber(number) : null
  if (!tidy?.holds) throw new Problem('no-such-record')
  return tidy.number
}

/** The picture, where it fits into what was asked for: oEmbed wants no larger one. */
function thumbnail(c: Context<House>): Record<string, string | number> {
  const { path, width, height } = shareImage
  const within = (name: string, size: number) => size <= Number(c.req.query(name) ?? size)
  if (!within('maxwidth', width) || !within('maxheight', height)) return {}
  return {
    thumbnail_url: c.var.desk.issuer.origin + path,
    thumbnail_width: width,
    thumbnail_height: height,
  }
}
