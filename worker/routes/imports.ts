/** Imports of the office's sheet: shown first, then issued chunk by chunk. */
import { handlers } from '../house.ts'
import { staffOnly } from '../http/access.ts'
import { serves } from '../http/headers.ts'
import { atMost, contentType } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import * as imports from '../services/import.ts'
import { BATCH } from '../services/issue.ts'

/** A little more than a file may hold, so that the sheet itself can say what is too large. */
const MAX_FILE = 6 * 1024 * 1024

export const beginImport = handlers(
  serves('staff-api'),
  staffOnly('issue'),
  atMost(MAX_FILE, 'A sheet holds at most 5 MB. Split it into several.'),
  async (c) => {
    if (contentType(c.req) !== 'text/csv')
      throw new Problem('unsupported-type', { detail: 'Send the sheet as text/csv.' })
    const file = new Uint8Array(await c.req.arrayBuffer())
    return c.json(await imports.beginImport(c.var.desk, file, c.var.actor), 201)
  },
)

export const showImport = handlers(serves('staff-api'), staffOnly('read'), async (c) =>
  c.json(await imports.showImport(c.var.desk, c.req.param('id') ?? '')),
)

export const advanceImport = handlers(serves('staff-api'), staffOnly('issue', BATCH), async (c) =>
  c.json(await imports.advanceImport(c.var.desk, c.req.param('id') ?? '', c.var.actor)),
)
