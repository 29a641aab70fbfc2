/** Input of the API: read strictly, by a schema, or answered with every field that is wrong. */
import type { HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { output, ZodType } from 'zod'
import { fromUtf8 } from '../../shared/bytes.ts'
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

/** The content type without its parameters, lower case. */
export function contentType(request: HonoRequest): string {
  return (request.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

type Validates<T extends ZodType, Target extends string> = MiddlewareHandler<
  House,
  string,
  { in: { [target in Target]: unknown }; out: { [target in Target]: output<T> } }
>

/** Reads a JSON body. Each wrong field is named with what it should be. */
export function jsonBody<T extends ZodType>(schema: T): Validates<T, 'json'> {
  return async function jsonBody(c, next) {
    if (contentType(c.req) !== 'application/json' || c.req.header('Content-Encoding')) {
      throw new Problem('unsupported-type', { detail: 'Send plain application/json.' })
    }
    const value = parsed(new Uint8Array(await c.req.arrayBuffer()))
    c.req.addValidatedData('json', checked(schema, value) as object)
    await next()
  }
}

/**
 * Reads one field of a form.
 * @returns an empty text when it is not there
 */
export async function formField(request: HonoRequest, name: string): Promise<string> {
  const form = await request.parseBody().catch(() => {
    throw new Problem('bad-request', { detail: 'This form cannot be read.' })
  })
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** Reads the query string. A name given twice counts once: the first. */
export function query<T extends ZodType>(schema: T): Validates<T, 'query'> {
  return async function query(c, next) {
    c.req.addValidatedData('query', checked(schema, c.req.query()) as object)
    await next()
  }
}

function checked<T extends ZodType>(schema: T, value: unknown): output<T> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Problem('invalid-input', {
    errors: read.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message })),
  })
}

/** JSON that every parser reads alike: UTF-8, and no name twice in one object. */
function parsed(bytes: Uint8Array): unknown {
  try {
    const text = fromUtf8(bytes)
    const value: unknown = text && JSON.parse(text)
    if (text && membersIn(value) === colonsIn(text)) return value
  } catch {
    // Neither SyntaxError nor RangeError is news to whoever sent it.
  }
  throw new Problem('bad-request', { detail: 'Send JSON in UTF-8, with no name twice in one object.' })
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
