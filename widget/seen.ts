/** When to check: as soon as any badge of the page is about to be seen, all of them are, in one request. */

const waiting = new Map<Element, () => void>()

/** None where there is no page: a server may load this file. */
const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) startAll()
    },
    { rootMargin: '256px' },
  )

/** Calls `start` once, when this element or another one that waits comes near the screen, or the page is printed. */
export function whenSeen(element: Element, start: () => void): void {
  if (waiting.size === 0) addEventListener('beforeprint', startAll)
  waiting.set(element, start)
  observer.observe(element)
}

/** It need not be started any more. */
export function stopWaiting(element: Element): void {
  waiting.delete(element)
  observer.unobserve(element)
}

/** Starts every badge that waits. */
export function startAll(): void {
  removeEventListener('beforeprint', startAll)
  for (const [element, start] of waiting) {
    stopWaiting(element)
    start()
  }
}
