/** The holder's name on the office's form. What is odd about it is said; it is never changed unseen. */
import type { Get } from './area-form.ts'
import { type Finding, quoted, reject, review } from './finding.ts'
import { asRead, nameFindings } from './name-check.ts'
import type { HolderName, NameOrder } from './record.ts'

export const nameOrders: Record<NameOrder, string> = {
  'given-first': 'Given name first: Darlene Whitcomb',
  'family-first': 'Family name first: Kim Minjun',
  mononym: 'One name only: Sukarno',
  patronymic: 'No family name: Jón Einarsson',
}

function isOrder(text: string): text is NameOrder {
  return Object.hasOwn(nameOrders, text)
}

export function readNameFields(get: Get): { name: HolderName; findings: Finding[] } {
  const order = get('name.order')
  const parts = (['given', 'family', 'native'] as const).filter((part) => get(`name.${part}`) !== '')
  const former = get('name.former').split('\n').filter(Boolean)
  const name: HolderName = {
    display: asRead(get('name.display')),
    order: isOrder(order) ? order : 'given-first',
  }
  for (const part of parts) name[part] = asRead(get(`name.${part}`))
  if (former.length > 0) name.former = former.map(asRead)
  return {
    name,
    findings: [
      ...nameFindings(get('name.display'), 'name.display'),
      ...capitalFindings(name.display),
      ...parts.flatMap((part) => nameFindings(get(`name.${part}`), `name.${part}`)),
      ...former.flatMap((one) => nameFindings(one, 'name.former')),
      ...orderFindings(order, name),
      ...partFindings(name),
    ],
  }
}

export function nameFieldsOf(name: HolderName): Record<string, string> {
  return {
    'name.display': name.display,
    'name.given': name.given ?? '',
    'name.family': name.family ?? '',
    'name.order': name.order,
    'name.native': name.native ?? '',
    'name.former': (name.former ?? []).join('\n'),
  }
}

/** Forms and sheets write in capitals; hardly anyone writes their own name so. */
function* capitalFindings(display: string): Generator<Finding> {
  const capitals = display.match(/\p{Lu}/gu)?.length ?? 0
  if (/\p{Ll}/u.test(display) || capitals < 4) return
  const message = `${quoted(display)} is all in capitals: write it as its holder does.`
  yield review('name-capitals', 'name.display', message)
}

function* orderFindings(order: string, { display, given, family }: HolderName): Generator<Finding> {
  const field = 'name.order'
  if (!isOrder(order)) return yield reject('name-order', field, 'Say which part of the name comes first.')
  if (!family) return
  if (order === 'mononym' || order === 'patronymic') {
    const message = `${quoted(family)} is given as a family name, and this order has none: change one of the two.`
    return yield reject('name-order', field, message)
  }
  const starts = (part?: string) => part !== undefined && display.toLowerCase().startsWith(part.toLowerCase())
  const turned = order === 'given-first' ? starts(family) && !starts(given) : starts(given) && !starts(family)
  if (!turned) return
  const first = order === 'given-first' ? 'family' : 'given'
  yield review('name-order', field, `In ${quoted(display)} the ${first} name stands first: change the order.`)
}

/** Names that were copied from two places may be two people’s. */
function* partFindings({ display, given, family }: HolderName): Generator<Finding> {
  const whole = display.toLowerCase()
  for (const [part, text] of Object.entries({ given, family })) {
    if (display === '' || !text || whole.includes(text.toLowerCase())) continue
    const message = `${quoted(text)} is not in the name ${quoted(display)}: change one of the two.`
    yield review('name-parts-differ', `name.${part}`, message)
  }
}
