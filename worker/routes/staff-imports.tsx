/** The office's sheets in the console: uploaded, looked at, approved, issued, and given back. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt, type Refused } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost, pageNumber } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { wantsPage } from '../http/wants-page.ts'
import { may } from '../roles.ts'
import { advanceImport, importNamed, keepSheet } from '../services/import.ts'
import { approveImport, askForApproval } from '../services/import-approval.ts'
import { importReport, sheetWithFindings } from '../services/import-files.ts'
import { template } from '../sheet/template.ts'
import { ImportPage, ROWS_A_PAGE } from '../staff/import.tsx'
import { fates } from '../staff/import-words.tsx'
import { ImportsPage } from '../staff/imports.tsx'
import { frameOf } from '../staff/layout.tsx'
import { importRows } from '../store/import-rows.ts'
import { importProgress, listImports } from '../store/imports.ts'

const MAX_FORM = 4 * 1024
/** A little more than a file may hold, so that the sheet itself can say what is too large. */
const MAX_UPLOAD = 6 * 1024 * 1024
const IMPORTS_A_PAGE = 25
/** Some 700 statements: a request of the Paid plan may make 1,000. */
const CHUNKS = 4

export const imports = handlers(serves('console'), staffPage('issuer'), async (c) =>
  c.html(await drawImports(c)),
)

export const importsPosted = handlers(
  serves('console'),
  atMost(MAX_UPLOAD, 'A sheet holds at most 5 MB. Split it, and upload the parts.'),
  staffForm('issuer'),
  async (c) => {
    const { desk, actor, form } = c.var
    return attempt(
      c,
      async () => {
        const file = form.file('sheet')
        if (!file) throw noFile()
        const bytes = new Uint8Array(await file.arrayBuffer())
        const { id, isNew } = await keepSheet(desk, bytes, actor, nameOf(file)).catch(atItsField)
        return c.redirect(`/staff/imports/${id}?done=${isNew ? 'uploaded' : 'known'}`, 303)
      },
      ({ errors }) => drawImports(c, errors),
    )
  },
)

function noFile(): Problem {
  return new Problem('invalid-input', {
    errors: [{ field: 'sheet', message: 'Choose a file: the sheet, saved as CSV UTF-8, and not empty.' }],
  })
}

function atItsField(error: unknown): never {
  if (!(error instanceof Problem) || error.type !== 'unreadable-file') throw error
  throw new Problem('unreadable-file', {
    errors: [{ field: 'sheet', message: error.extra.detail ?? error.message }],
  })
}

/** A file's own name, without what no name of a file needs. */
function nameOf({ name }: File): string {
  return (
    [...name.normalize('NFC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')].slice(0, 100).join('').trim() || 'A sheet'
  )
}

async function drawImports(c: Context<House>, errors: Refused['errors'] = []) {
  const page = pageNumber(c.req.query('page'))
  const found = await listImports(c.var.desk.db, {
    from: (page - 1) * IMPORTS_A_PAGE,
    count: IMPORTS_A_PAGE + 1,
  })
  return (
    <ImportsPage
      frame={frameOf(c)}
      imports={found.slice(0, IMPORTS_A_PAGE)}
      page={page}
      more={found.length > IMPORTS_A_PAGE}
      errors={errors}
    />
  )
}

export const importTemplate = handlers(serves('console'), staffPage('issuer'), (c) =>
  csv(c, template(), 'lssc-sheet.csv'),
)

export const oneImport = handlers(serves('console'), staffPage('issuer'), async (c) =>
  c.html(await drawImport(c)),
)

/** What is about the sheet as a whole: a second person is asked, and agrees. */
export const oneImportPosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('issuer'),
  async (c) => {
    const { desk, actor, form, staff } = c.var
    const id = idOf(c)
    return attempt(
      c,
      async () => {
        if (form.get('act') === 'ask') {
          await askForApproval(desk, id, actor)
          return c.redirect(`/staff/imports/${id}?done=asked`, 303)
        }
        if (form.get('act') !== 'approve') throw new Problem('bad-request')
        if (!may(staff.role, 'approver'))
          throw new Problem('not-allowed', { detail: 'To approve takes the role “approver”.' })
        const key = await formKey(form, actor, c.req.path)
        await approveImport(desk, id, Number(form.get('revision')), actor, key)
        return c.redirect(`/staff/imports/${id}?done=approved`, 303)
      },
      ({ errors }) => drawImport(c, errors),
    )
  },
)

/** Issues some chunks: a page's script is told how far it is, a form without one is led back to its page. */
export const importRun = handlers(serves('console'), atMost(MAX_FORM), staffForm('issuer'), async (c) => {
  const { desk, actor, form } = c.var
  const id = idOf(c)
  const run = { chunks: CHUNKS, begins: form.get('begins') === 'yes' }
  if (!wantsPage(c.req)) return c.json(await advanceImport(desk, id, actor, run))
  return attempt(
    c,
    async () => {
      await advanceImport(desk, id, actor, run)
      return c.redirect(`/staff/imports/${id}?done=ran#run`, 303)
    },
    ({ errors }) => drawImport(c, errors),
  )
})

/** The sheet with what is wrong: `?which=open` for those rows that are not accepted. */
export const importSheet = handlers(serves('console'), staffPage('issuer'), async (c) => {
  const which = c.req.query('which') === 'open' ? 'open' : 'all'
  return csv(c, await sheetWithFindings(c.var.desk, idOf(c), which), `sheet-${which}.csv`)
})

export const importReportFile = handlers(serves('console'), staffPage('issuer'), async (c) =>
  csv(c, await importReport(c.var.desk, idOf(c)), 'import-report.csv'),
)

async function drawImport(c: Context<House>, errors: Refused['errors'] = []) {
  const { db } = c.var.desk
  const id = idOf(c)
  const facts = await importNamed(c.var.desk, id)
  const show = fates.find(([fate]) => fate === c.req.query('show'))?.[0]
  const page = pageNumber(c.req.query('page'))
  const [progress, rows] = await Promise.all([
    importProgress(db, id),
    importRows(db, id, {
      fates: show ? [show] : undefined,
      from: (page - 1) * ROWS_A_PAGE,
      count: ROWS_A_PAGE,
    }),
  ])
  return (
    <ImportPage
      frame={frameOf(c)}
      facts={facts}
      progress={progress}
      rows={rows}
      show={show}
      page={page}
      errors={errors}
    />
  )
}

function csv(c: Context<House>, text: string, name: string): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(text)
}

function idOf(c: Context<House>): string {
  return c.req.param('id') ?? ''
}
