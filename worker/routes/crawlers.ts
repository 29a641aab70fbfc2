/** What search engines are told: every page that is meant for them, and no record. */
import { achievementUrl, areaUrl } from '../../shared/achievement.ts'
import { sets } from '../../shared/programme.ts'
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'

/**
 * Nothing is disallowed: a page that must not be found says so itself (`X-Robots-Tag`), which only a crawler that may
 * read it can see, and a list of what is hidden would be a map of it.
 */
export const robots = handlers(serves('reference'), (c) =>
  c.text(`User-agent: *\nAllow: /\n\nSitemap: ${c.var.desk.issuer.origin}/sitemap.xml\n`),
)

export const sitemap = handlers(serves('reference'), (c) => {
  const { origin } = c.var.desk.issuer
  const pages = [
    ...['/', '/verify', '/directory', '/docs', '/docs/states', '/docs/job-ad'].map((path) => origin + path),
    achievementUrl(origin),
    ...Object.values(sets).map(({ id }) => areaUrl(origin, id)),
  ]
  const urls = pages.map((page) => `  <url><loc>${page}</loc></url>\n`).join('')
  return c.body(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`,
    200,
    { 'Content-Type': 'application/xml; charset=UTF-8' },
  )
})
