/** The columns that make a holder's name. Here names become NFC; from here on they stay as they are, byte for byte. */
import { type Finding, quoted, review } from '../../shared/finding.ts'
import { asRead, type NameCode, nameFindings } from '../../shared/name-check.ts'
import type { HolderName, NameOrder } from '../../shared/record.ts'

export type HolderCode = NameCode | 'name-order' | 'name-parts-differ'

export interface ReadName {
  name: HolderName
  /** As the office lists them. They are shown only when their holder wishes, so they are no part of `name`. */
  former: string[]
  findings: Finding<HolderCode>[]
}

/** The cells of the name, as written. */
export interface NameCells {
  display: string
  given: string
  family: string
  order: string
  native: string
  former: string
}

export function readName(cells: NameCells): ReadName {
  const former = cells.former.split(/[;|]/).filter((one) => one.trim() !== '')
  const parts = (['given', 'family', 'native'] as const).filter((part) => cells[part].trim() !== '')
  const name: HolderName = { display: asRead(cells.display), order: orderOf(cells) }
  for (const part of parts) name[part] = asRead(cells[part])
  return {
    name,
    former: former.map(asRead),
    findings: [
      ...nameFindings(cells.display, 'name.display'),
      ...parts.flatMap((part) => nameFindings(cells[part], `name.${part}`)),
      ...former.flatMap((one) => nameFindings(one, 'name.former')),
      ...orderFindings(cells, name),
      ...partFindings(name),
    ],
  }
}

const ORDERS: NameOrder[] = ['given-first', 'family-first', 'mononym', 'patronymic']

function orderOf({ display, given, family, order }: NameCells): NameOrder {
  const written = ORDERS.find((one) => one === order.trim().toLowerCase().replace(/[ _]/g, '-'))
  if (written) return written
  if (family.trim() === '') return asRead(given) === asRead(display) ? 'mononym' : 'given-first'
  const starts = (part: string) => part.trim() !== '' && asRead(display).startsWith(asRead(part))
  return starts(family) && !starts(given) ? 'family-first' : 'given-first'
}

function* orderFindings({ order, family }: NameCells, name: HolderName): Generator<Finding<HolderCode>> {
  const field = 'name.order'
  if (order.trim().toLowerCase().replace(/[ _]/g, '-') !== name.order) {
    const written = order.trim() === '' ? 'Nothing' : quoted(order.trim())
    const message = `${written} is read as ${name.order}: approve that, or write one of ${ORDERS.join(', ')}.`
    yield review('name-order', field, message)
  } else if ((name.order === 'mononym' || name.order === 'patronymic') && family.trim() !== '') {
    const message = `A ${name.order} has no family name, and ${quoted(family.trim())} is given as one: correct one of the two.`
    yield review('name-order', field, message)
  }
}

/** Columns that slipped against each other, as when a sheet was sorted by half, give people each other's names. */
function* partFindings({ display, given, family }: HolderName): Generator<Finding<HolderCode>> {
  const whole = display.toLowerCase()
  for (const [part, text] of Object.entries({ given, family })) {
    if (display === '' || text === undefined || whole.includes(text.toLowerCase())) continue
    const message = `${quoted(text)} is not in the name ${quoted(display)}: see that the row is one person’s, and correct one of the two.`
    yield review('name-parts-differ', `name.${part}`, message)
  }
}
