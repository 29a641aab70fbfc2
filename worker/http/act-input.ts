/** Reads the form of an act on a record, or says of every field what is wrong with it. */
import { isDay } from '../../shared/dates.ts'
import { CONTROL, nameFindings } from '../../shared/name-check.ts'
import { nameOrders } from '../../shared/name-form.ts'
import type { HolderName } from '../../shared/record.ts'
import { holdReasons, withdrawalReasons } from '../services/reasons.ts'
import type { ActName, RecordAct } from '../services/record-acts.ts'
import type { Form } from './form.ts'
import { refuse, type Wrong } from './problem.ts'

const MAX_NOTE = 300

/** Reads field by field, and keeps what is wrong until the end. */
class Reading {
  readonly errors: Wrong[] = []
  readonly #form: Pick<Form, 'get' | 'all'>

  constructor(form: Pick<Form, 'get' | 'all'>) {
    this.#form = form
  }

  wrong(field: string, message: string): void {
    this.errors.push({ field, message })
  }

  /** One line: a note's line breaks become spaces. */
  line(field: string, needed?: string, longest = MAX_NOTE): string {
    const text = this.#form.get(field).replace(/\s+/g, ' ')
    if (needed && text === '') this.wrong(field, needed)
    if (text.length > longest)
      this.wrong(field, `Shorten this to ${longest} characters; it has ${text.length}.`)
    if (CONTROL.test(text)) this.wrong(field, 'This holds a character that cannot be shown: type it anew.')
    return text
  }

  day(field: string): string {
    const text = this.#form.get(field)
    if (!isDay(text)) this.wrong(field, 'Give a day that exists, as in 2026-11-22.')
    return text
  }

  hours(field: string): number {
    const text = this.#form.get(field).replace(',', '.')
    const hours = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(hours)) this.wrong(field, 'Give the hours as a number, as in 32 or 31.5.')
    return hours
  }

  oneOf<K extends string>(field: string, table: Record<K, unknown>, message: string): K {
    const text = this.#form.get(field)
    if (!Object.hasOwn(table, text)) this.wrong(field, message)
    return text as K
  }

  all(field: string): string[] {
    return this.#form.all(field)
  }

  /** @throws Problem `invalid-input` when anything was wrong */
  done<T>(read: T): T {
    refuse(this.errors)
    return read
  }
}

/** @throws Problem `invalid-input`, naming each field */
export function readAct(act: ActName, form: Pick<Form, 'get' | 'all'>): RecordAct {
  const read = new Reading(form)
  const publicNote = () => read.line('publicNote') || undefined
  switch (act) {
    case 'renew': {
      const on = read.day('on')
      const contactHours = read.hours('contactHours')
      const technologyHours = read.hours('technologyHours')
      if (technologyHours > contactHours)
        read.wrong('technologyHours', 'These are part of the contact hours, and cannot be more.')
      return read.done({ act, on, contactHours, technologyHours, note: read.line('note') || undefined })
    }
    case 'complete':
      return read.done({ act, note: read.line('note', 'Say what was shown, and by whom.') })
    case 'name':
      return readName(read)
    case 'suspend': {
      const reason = read.oneOf('reason', holdReasons, 'Choose a reason.')
      return read.done({ act, reason, note: read.line('note') || undefined })
    }
    case 'reinstate':
      return read.done({ act, note: read.line('note', 'Say why the hold can end.') })
    case 'revoke': {
      const reason = read.oneOf('reason', withdrawalReasons, 'Choose a reason.')
      const note = read.line('note', 'Say what was found: the second person decides on it.')
      return read.done({ act, reason, note, publicNote: publicNote() })
    }
    case 'confirm':
      return read.done({ act, publicNote: publicNote() })
    case 'decline': {
      const to = read.oneOf('to', { good: 1, suspended: 1 }, 'Choose whether the hold ends.')
      return read.done({ act, to, note: read.line('note', 'Say why it is not withdrawn.') })
    }
    case 'remove':
      return read.done({
        act,
        note: read.line('note', 'Say how its holder asked, and how you know that it was they.'),
      })
    case 'remove-now':
      return { act }
    case 'keep':
      return read.done({ act, note: read.line('note', 'Say why it is not removed.') })
  }
}

/** As many as a record may have (`schemas.ts`). */
const MAX_FORMER = 5

function isRefused(name: string): boolean {
  const isLine = name !== '' && name.length <= MAX_NOTE && !/[\t\n\r]/.test(name)
  return !isLine || nameFindings(name, '').some(({ severity }) => severity === 'reject')
}

const WAYS = { 'same-link': 1, 'new-number': 1 }

function readName(read: Reading): RecordAct {
  const way = read.oneOf('way', WAYS, 'Choose what becomes of the old name.')
  const display = read.line('display', 'Type the name as its holder writes it.')
  const order = read.oneOf('order', nameOrders, 'Choose the order of the name.')
  const parts = { given: read.line('given'), family: read.line('family'), native: read.line('native') }
  const former = way === 'same-link' ? read.all('former') : []
  if (former.length > MAX_FORMER)
    read.wrong('former', `At most ${MAX_FORMER} earlier names can be shown: take the tick off some.`)
  // They are the record's own, but a form can say anything, and this one is signed as well.
  else if (former.some(isRefused))
    read.wrong('former', 'An earlier name cannot be shown as it stands: take its tick off.')
  for (const [field, text] of Object.entries({ display, ...parts })) {
    const refused =
      text === '' ? [] : nameFindings(text, field).filter(({ severity }) => severity === 'reject')
    for (const { message } of refused) read.wrong(field, message)
    // Also so that no part of an old name stays behind where nobody looks: in the signed file.
    if (text !== '' && display !== '' && !display.toLowerCase().includes(text.toLowerCase()))
      read.wrong(field, `“${text}” is not part of the new name: correct it, or leave it empty.`)
  }
  const name: HolderName = {
    display,
    order,
    ...Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')),
    ...(former.length > 0 ? { former } : {}),
  }
  return read.done({
    act: 'name',
    way,
    name,
    note: read.line('note', 'Say what the holder asked for, and what was seen.'),
  })
}
