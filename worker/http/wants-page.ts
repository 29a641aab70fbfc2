import type { HonoRequest } from 'hono'

/** Does a person's browser ask? The API is always answered in JSON. */
export function wantsPage(request: HonoRequest): boolean {
  return !request.path.startsWith('/api/') && (request.header('Accept') ?? '').includes('text/html')
}
