// The office's form of an award, as somebody fills it in.
import { fieldsOf } from '../../shared/award-form.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { makeAward } from './award.ts'

let drawn = 0

/** A form that nobody has sent yet, filled with an award that nobody needs to look at. */
export function fillIn(changes: Partial<AwardRecord> = {}): Record<string, string> {
  drawn += 1
  return { draft: `a-draft-of-the-tests-${drawn}`, ...fieldsOf(makeAward(changes)) }
}

/** Someone who is like nobody else. */
export function stranger(display: string): Pick<AwardRecord, 'name' | 'email'> {
  const email = `${display.toLowerCase().replace(/[^a-z]+/g, '.')}@example.net`
  return { name: { display, order: 'given-first' }, email }
}
