/** The entry of the script tag. Where a badge could not do its work nothing is defined, and the page's link stays. */
import { LsscBadge } from './badge.ts'

const able =
  crypto.subtle && // only in a secure context
  globalThis.customElements &&
  CSS.supports('selector(:state(a)) and (color:light-dark(red,red))')

if (able) LsscBadge.define()
