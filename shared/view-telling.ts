/** A verdict about a view in a reader's words: as `tell` says it, and each area with as much as its holder shows. */
import type { Credential } from './credential.ts'
import type { Issuer } from './issuer.ts'
import type { EarnedArea } from './record.ts'
import { type Reader, type Telling, tell, tellDay } from './telling.ts'
import type { Verdict } from './verdict.ts'
import type { AnyVerdict } from './verify-view.ts'
import { isView, type SharedArea, type View } from './view.ts'
import { sharedArea } from './words/view-en.ts'
import type { Words } from './words/words.ts'

/** Of a record's credential what `tell` says; of a view the same, silent about what is not shown. */
export function tellAny(verdict: AnyVerdict, issuer: Issuer, reader: Reader): Telling<Credential | View> {
  const { credential, ...rest } = verdict
  if (!credential) return tell(rest, issuer, reader)
  return isView(credential)
    ? tellView({ ...rest, credential }, issuer, reader)
    : tell({ ...rest, credential }, issuer, reader)
}

/** Stands where something is not shown, for `tell` to read: what it makes of it is told anew. */
const NOT_SHOWN: Omit<EarnedArea, 'set' | 'statements'> = {
  pathway: 'portfolio',
  title: '',
  provider: '',
  reference: '',
  completedOn: '2000-01-01',
}

function tellView(
  { credential: view, ...rest }: Verdict<View> & { credential: View },
  issuer: Issuer,
  reader: Reader,
): Telling<View> {
  const areas = view.areas.map((area) => ({ ...NOT_SHOWN, ...area }))
  const { record, ...telling } = tell({ ...rest, credential: { ...view, areas } }, issuer, reader)
  if (!record) return telling
  const lines = record.areas.map((line) => {
    const area = view.areas.find(({ set }) => set === line.set)
    return { ...line, how: area ? howShown(area, line.how, reader.words) : '' }
  })
  return { ...telling, record: { ...record, credential: view, areas: lines } }
}

/** @param whole how it is told where nothing is left out */
function howShown(
  { pathway, title = '', provider = '', completedOn }: SharedArea,
  whole: string,
  { lang }: Words,
): string {
  if (pathway) return completedOn ? whole : sharedArea.undated[pathway]({ title, provider })
  return completedOn ? sharedArea.passed(tellDay(completedOn, lang, 'month')) : ''
}
