/** A verdict about a view in a reader's words: as `tell` says it, and each area with as much as its holder shows. */
import type { Credential } from './credential.ts'
import type { Issuer } from './issuer.ts'
import { type AreaLine, type Reader, type Telling, tell, tellDay } from './telling.ts'
import type { Verdict } from './verdict.ts'
import type { SharedArea, View } from './view.ts'
import { sharedArea } from './words/view-en.ts'

/** @returns a telling in which the lines of areas are silent about what is not shown */
export function tellAny<C extends Credential | View>(
  verdict: Verdict<C>,
  issuer: Issuer,
  reader: Reader,
): Telling<C> {
  const telling = tell(verdict, issuer, reader)
  const { record } = telling
  if (!record) return telling
  const shared: readonly SharedArea[] = record.credential.areas
  const areas = record.areas.map((line) => ({ ...line, how: line.how || howFar(line, shared, reader) }))
  return { ...telling, record: { ...record, areas } }
}

function howFar({ set }: AreaLine, shared: readonly SharedArea[], { words }: Reader): string {
  const { pathway, title = '', provider = '', completedOn } = shared.find((area) => area.set === set) ?? {}
  if (pathway) return sharedArea.undated[pathway]({ title, provider })
  return completedOn ? sharedArea.passed(tellDay(completedOn, words.lang, 'month')) : ''
}
