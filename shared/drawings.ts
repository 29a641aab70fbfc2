/**
 * The emblem and the icons of the states, drawn once for page and badge: each a path to be stroked in
 * `currentColor` and never filled.
 */
import type { Icon } from './telling.ts'

const letterS =
  'c-.8-1-1.9-1.5-3.4-1.5c-1.9 0-3.3 1-3.3 2.4c0 3.2 7.1 1.5 7.1 4.7c0 1.5-1.5 2.4-3.7 2.4c-1.7 0-2.9-.6-3.6-1.7'

/** A spine label, the small printed label on every library book. Ink, never the colour of a state. */
export const emblem = {
  viewBox: '0 0 40 48',
  strokeWidth: '3',
  path:
    // the label, its rule and the line below
    'M5 1.5h30q3.5 0 3.5 3.5v38q0 3.5-3.5 3.5h-30q-3.5 0-3.5-3.5v-38q0-3.5 3.5-3.5zM1.5 36h37M13 41.3h14' +
    // L S, S C
    `M10.5 7.5v9.5h6.5M29.9 9${letterS}M16.4 22.5${letterS}M30.4 22.4a4.75 4.75 0 1 0 0 6.2`,
}

const ring = 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z'
const arc = 'a10 10 0 0 1'

/** By shape before colour: in a box of 24 by 24, with a stroke of 2. */
export const icons: Record<Icon, string> = {
  yes: `${ring}M7.5 12.5l3 3 6-7`,
  ended: `${ring}M12 6.5v5.5l3.5 2.5`,
  unread: `M14.1 2.2${arc} 5.3 3.1m2.1 3.6${arc} 0 6.2m-2.1 3.6${arc}-5.3 3.1m-4.2 0${arc}-5.3-3.1m-2.1-3.6${arc} 0-6.2m2.1-3.6${arc} 5.3-3.1M8 12h8`,
  hold: `${ring}M9.5 8.5v7M14.5 8.5v7`,
  out: `${ring}M5 19L19 5`,
  lock: 'M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8 10.5v-2.5a4 4 0 0 1 8 0v2.5',
}
