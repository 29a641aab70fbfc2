import type { HonoRequest } from 'hono'

/** Does a person's browser ask? The API and oEmbed are always answered in JSON. */
export function wantsPage(request: HonoRequest): boolean {
  return !/^\/(api\/|oembed$)/.test(request.path) && (request.header('Accept') ?? '').includes('text/html')
}
