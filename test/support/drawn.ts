// Runs in a page: defines the badge, lets every badge of the page settle, and notes all that others can see of it.

export interface Drawn {
  /** What each badge came to, in the page's order. */
  settled: (string | null)[]
  /** "applicant-name applicantName" */
  attributeOf: string[]
  contract: Contract
}

interface Contract {
  attributes: string[]
  properties: string[]
  methods: string[]
  statics: string[]
  slots: string[]
  parts: string[]
  customProperties: string[]
  customStates: string[]
  /** "lssc-result: LsscResultEvent" */
  events: string[]
  eventFields: string[]
}

interface Watched extends CustomElementConstructor {
  observedAttributes: string[]
  elementProperties: Map<string, { attribute?: string }>
}

/** The page has the class and a way to define it as globals; nothing is defined yet. */
export async function watchBadges(): Promise<Drawn> {
  const { LsscBadge, start } = globalThis as unknown as { LsscBadge: Watched; start: () => void }
  const Base = Object.getPrototypeOf(LsscBadge)
  const seen = {
    attributes: new Set<string>(),
    slots: new Set<string>(),
    parts: new Set<string>(),
    customStates: new Set<string>(),
    events: new Set<string>(),
    eventFields: new Set<string>(),
  }
  for (const name of ['getAttribute', 'hasAttribute'] as const) {
    const ask: (this: Element, attribute: string) => unknown = Element.prototype[name]
    Object.defineProperty(LsscBadge.prototype, name, {
      value(this: Element, attribute: string) {
        seen.attributes.add(attribute)
        return ask.call(this, attribute)
      },
    })
  }
  const badges = [...document.querySelectorAll('lssc-badge')]
  const look = () => {
    for (const badge of badges) {
      const state = badge.getAttribute('state') ?? ''
      if (badge.matches(`:state(${state})`)) seen.customStates.add(state)
      for (const slot of badge.shadowRoot?.querySelectorAll('slot') ?? []) seen.slots.add(slot.name)
      for (const { part } of badge.shadowRoot?.querySelectorAll('[part]') ?? [])
        for (const name of part) seen.parts.add(name)
    }
  }
  const dispatch = EventTarget.prototype.dispatchEvent
  let results = 0
  const all = new Promise<void>((resolve) => {
    EventTarget.prototype.dispatchEvent = function (event) {
      if (!(this instanceof LsscBadge)) return dispatch.call(this, event)
      seen.events.add(`${event.type}: ${event.constructor.name.replace('_', '')}`) // renamed in the bundle

      for (const field of Object.keys(event)) if (field !== 'isTrusted') seen.eventFields.add(field)
      if (++results === badges.length) resolve()
      return dispatch.call(this, event)
    }
  })
  start()
  look() // while all of them check
  await all
  look()

  const isOurs = (name: string) => !(name in Base.prototype)
  const own = Object.entries(Object.getOwnPropertyDescriptors(LsscBadge.prototype))
  const lits = ['styles', 'properties', 'length', 'name', 'prototype']
  const css = [...(badges[0]?.shadowRoot?.adoptedStyleSheets[0]?.cssRules ?? [])]
    .map((rule) => rule.cssText)
    .join('\n')
  const among = (found: Iterable<string>) => [...new Set(found)].sort()
  return {
    settled: badges.map((badge) => badge.getAttribute('state')),
    attributeOf: [...LsscBadge.elementProperties]
      .map(([name, { attribute = name.toLowerCase() }]) => `${attribute} ${name}`)
      .concat('state state')
      .sort(),
    contract: {
      attributes: among([
        ...seen.attributes,
        ...LsscBadge.observedAttributes,
        ...[...css.matchAll(/:host\((?::not\()?\[([\w-]+)/g)].map(([, name = '']) => name),
      ]).filter((name) => name !== 'hidden'),
      properties: among(own.filter(([, { get }]) => get).map(([name]) => name)),
      methods: among(
        own.filter(([name, { value }]) => typeof value === 'function' && isOurs(name)).map(([name]) => name),
      ),
      statics: among(
        Object.getOwnPropertyNames(LsscBadge).filter(
          (name) => !(name in Base) && !name.startsWith('_$') && !lits.includes(name),
        ),
      ),
      slots: among(seen.slots),
      parts: among(seen.parts),
      customProperties: among([...css.matchAll(/--lssc-badge-[\w-]+/g)].map(([name]) => name)),
      customStates: among(seen.customStates),
      events: among(seen.events),
      eventFields: among(seen.eventFields),
    },
  }
}
