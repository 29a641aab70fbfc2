/** Forms as browsers send them, read once. */
import type { HonoRequest } from 'hono'
import { sha256, toBase64url } from '../../shared/bytes.ts'
import type { RequestKey } from '../services/once.ts'
import { Problem } from './problem.ts'

export interface Form {
  /** A field's text, trimmed and in NFC; empty when it is not there. */
  get(name: string): string
  /** Every text of a field that may be there more than once. */
  all(name: string): string[]
  file(name: string): File | null
  /** Every field in its order, but for the form's own (token and request). */
  fields: [name: string, value: string][]
  token: string
  /** Which sending of the form this is: made when it was drawn. */
  request: string
}

/** @throws Problem `bad-request` */
export async function readForm(request: HonoRequest): Promise<Form> {
  const data = await request.formData().catch(() => {
    throw new Problem('bad-request', {
      detail:
        'This form came without what was typed, as can happen after the back button. Open the page anew.',
    })
  })
  const raw = (name: string) => data.getAll(name).filter((value) => typeof value === 'string')
  const fields = [...data].filter(
    (field): field is [string, string] =>
      typeof field[1] === 'string' && field[0] !== 'token' && field[0] !== 'request',
  )
  return {
    get: (name) => tidy(raw(name)[0] ?? ''),
    all: (name) => raw(name).map(tidy),
    file: (name) => {
      const value = data.get(name) as File | string | null
      return value instanceof File && value.size > 0 ? value : null
    },
    fields,
    token: raw('token')[0] ?? '',
    request: raw('request')[0] ?? '',
  }
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

/**
 * Sent twice, a form does its act once: a double click and the back button are harmless.
 * @throws Problem `bad-request` when the form does not say which sending it is
 */
export async function formKey(form: Form, actor: string, path: string): Promise<RequestKey> {
  if (!/^[\w-]{16,64}$/.test(form.request))
    throw new Problem('bad-request', { detail: 'Load the form again.' })
  const body = toBase64url(await sha256(JSON.stringify(form.fields)))
  return { scope: `${actor} ${path}`, key: form.request, bodyDigest: body }
}

/** Ten areas, each with links to a holder’s own work: some ten thousand letters, of which each may take nine bytes. */
export const MAX_AWARD_FORM = 256 * 1024

/**
 * A form of several pages keeps its key (`draft`) from the first to the last, so that it makes one thing however it is
 * sent: twice, from another tab, or after going back.
 * @throws Problem `bad-request`
 */
export async function draftKey(form: Form, actor: string, path: string): Promise<RequestKey> {
  const key = form.get('draft')
  if (!/^[\w-]{20,64}$/.test(key)) throw new Problem('bad-request', { detail: 'This form is not whole.' })
  return { ...(await formKey(form, actor, path)), key }
}
