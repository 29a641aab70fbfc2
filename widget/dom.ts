/**
 * Elements, made one by one. No markup is ever parsed, so a name is only ever text, and a page's Trusted Types
 * policy has nothing to forbid.
 */

export type Child = Node | string | false | null | undefined | Child[]
/** A function is what happens on a click. */
export type Attributes = Record<string, string | (() => void)>

/**
 * Makes an element: `h('p.headline', 'Current')`. What follows the dot is its class, and its part for a page that
 * wants to style it; objects are attributes.
 */
export function h(selector: string, ...content: (Child | Attributes)[]): HTMLElement {
  const [tag = '', ...names] = selector.split('.')
  return fill(document.createElement(tag), names, content)
}

/** A drawing: one path, stroked in the colour of the text around it. Decoration, for the words say the same. */
export function drawing(name: string, path: string, attributes: Attributes = {}): Element {
  const make = (tag: string) => document.createElementNS('http://www.w3.org/2000/svg', tag)
  const svg = { viewBox: '0 0 24 24', 'aria-hidden': 'true', ...attributes }
  return fill(make('svg'), [name], [svg, fill(make('path'), [], [{ d: path }])])
}

function fill<E extends Element>(element: E, names: string[], content: (Child | Attributes)[]): E {
  for (const name of names) {
    element.classList.add(name)
    element.part.add(name)
  }
  for (const item of content.flat(9) as (Node | string | Attributes | null)[]) {
    if (!item) continue
    if (typeof item === 'string' || item instanceof Node) element.append(item)
    else for (const [name, value] of Object.entries(item)) give(element, name, value)
  }
  return element
}

function give(element: Element, name: string, value: Attributes[string]): void {
  if (typeof value === 'string') element.setAttribute(name, value)
  else element.addEventListener('click', value)
}
