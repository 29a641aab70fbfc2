/** Input of the API: read strictly, by a schema, or answered with every field that is wrong. */
import { zValidator } from '@hono/zod-validator'
import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ZodType } from 'zod'
import { fromUtf8 } from '../../shared/bytes.ts'
import { tidyNumber } from '../../shared/number.ts'
import type { House } from '../house.ts'
import { Problem } from './problem.ts'

/** Refuses a larger body before anything looks into it. */
export function atMost(bytes: number, detail = `Send at most ${bytes} bytes.`): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Problem('too-large', { detail })
    },
  })
}

/**
 * The number of the record that an address names, however it was written.
 * @throws Problem `no-such-record` for what is no number at all
 */
export function numberIn(c: Context<House>): string {
  const tidy = tidyNumber(c.req.param('number') ?? '')
  if (!tidy?.holds) throw new Problem('no-such-record')
  return tidy.number
}

/** Which page of a list an address asks for: the first, where it asks for none that there can be. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text)
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The content type without its parameters, lower case. */
export function contentType(request: HonoRequest): string {
  return (request.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** Lets only JSON through that every parser reads alike: plain, UTF-8, and no name twice in one object. */
export function plainJson(): MiddlewareHandler<House> {
  return async function plainJson(c, next) {
    if (contentType(c.req) !== 'application/json' || c.req.header('Content-Encoding')) {
      throw new Problem('unsupported-type', { detail: 'Send plain application/json.' })
    }
    if (!isPlain(new Uint8Array(await c.req.arrayBuffer()))) {
      throw new Problem('bad-request', { detail: 'Send JSON in UTF-8, with no name twice in one object.' })
    }
    await next()
  }
}

/**
 * Reads a JSON body (after `plainJson`) or the query string by a schema. Each wrong field is named with what it
 * should be.
 */
export function valid<Target extends 'json' | 'query', T extends ZodType>(target: Target, schema: T) {
  return zValidator(target, schema, (result) => {
    if (result.success) return
    const errors = result.error.issues.map(({ path, message }) => ({
      field: path.map(String).join('.'),
      message,
    }))
    throw new Problem('invalid-input', { errors })
  })
}

/**
 * Reads one field of a form.
 * @returns an empty text when it is not there
 */
export async function formField(request: HonoRequest, name: string): Promise<string> {
  const form = await request.parseBody().catch(() => {
    throw new Problem('bad-request', {
      detail:
        'This form came without what was typed, as can happen after the back button. Open the page anew.',
    })
  })
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

function isPlain(bytes: Uint8Array): boolean {
  try {
    const text = fromUtf8(bytes)
    return text !== null && membersIn(JSON.parse(text)) === colonsIn(text)
  } catch {
    return false // Neither SyntaxError nor RangeError is news to whoever sent it.
  }
}

/** Outside of strings each colon is a member's: of two members with one name, only one is read. */
function colonsIn(json: string): number {
  return json.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1
}

function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce<number>((sum, member) => sum + membersIn(member), own)
}
