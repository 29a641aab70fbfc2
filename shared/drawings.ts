/**
 * The emblem and the icons of the states, drawn once for page and badge: each a path to be stroked in
 * `currentColor` and never filled.
 */
import type { Icon } from './telling.ts'

/** A spine label, the small printed label on every library book. Ink, never the colour of a state. */
export const emblem = {
  viewBox: '0 0 40 48',
  strokeWidth: '3',
  path:
    // the label, its rule and the line below
    'M5 1.5h30A3.5 3.5 0 0 1 38.5 5v38a3.5 3.5 0 0 1-3.5 3.5H5A3.5 3.5 0 0 1 1.5 43V5A3.5 3.5 0 0 1 5 1.5zM1.5 36h37M13 41.3h14' +
    // L S
    'M10.5 7.5V17h6.5M29.9 9C29.1 8 28 7.5 26.5 7.5C24.6 7.5 23.2 8.5 23.2 9.9C23.2 13.1 30.3 11.4 30.3 14.6C30.3 16.1 28.8 17 26.6 17C24.9 17 23.7 16.4 23 15.3' +
    // S C
    'M16.4 22.5C15.6 21.5 14.5 21 13 21C11.1 21 9.7 22 9.7 23.4C9.7 26.6 16.8 24.9 16.8 28.1C16.8 29.6 15.3 30.5 13.1 30.5C11.4 30.5 10.2 29.9 9.5 28.8M30.4 22.4a4.75 4.75 0 1 0 0 6.2',
}

const ring = 'M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z'

/** By shape before colour: in a box of 24 by 24, with a stroke of 2. */
export const icons: Record<Icon, string> = {
  yes: `${ring}M7.5 12.5l3 3 6-7`,
  ended: `${ring}M12 6.5V12l3.5 2.5`,
  unread:
    'M14.1 2.2A10 10 0 0 1 19.4 5.3M21.5 8.9A10 10 0 0 1 21.5 15.1M19.4 18.7A10 10 0 0 1 14.1 21.8' +
    'M9.9 21.8A10 10 0 0 1 4.6 18.7M2.5 15.1A10 10 0 0 1 2.5 8.9M4.6 5.3A10 10 0 0 1 9.9 2.2M8 12h8',
  hold: `${ring}M9.5 8.5v7M14.5 8.5v7`,
  out: `${ring}M5 19L19 5`,
  lock: 'M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8 10.5V8a4 4 0 0 1 8 0v2.5',
}
