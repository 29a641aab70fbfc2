/** What the build made: the badge, the pages' scripts and stylesheets. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { type Surface, serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'

/** The stylesheets and the pages' own scripts. */
export const asset = file('asset')
/** The emblem, as signed credentials name it. */
export const picture = file('reference')
/** Evergreen: the newest build of a major version. */
export const evergreenWidget = file('widget-evergreen')
/** One build, for ever. */
export const pinnedWidget = file('widget-pinned')

function file(surface: Surface) {
  return handlers(serves(surface), async (c: Context<House>): Promise<Response> => {
    const found = await c.env.ASSETS.fetch(new URL(c.req.path, c.env.ORIGIN))
    if (found.status !== 200) throw new Problem('not-found')
    c.header('Content-Type', found.headers.get('Content-Type') ?? 'text/plain')
    return c.body(found.body as ReadableStream)
  })
}
