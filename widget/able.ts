/**
 * Can a badge do its work here: is this a page, in a secure context, in a browser that has what it needs? Where not,
 * nothing is defined, and the page's link stays.
 */
export function isAble(): boolean {
  return Boolean(
    globalThis.customElements &&
      crypto.subtle && // only in a secure context
      globalThis.CSS?.supports('selector(:state(a)) and (color:light-dark(red,red))'),
  )
}
