/** The entry of the script tag. Where a badge could not do its work nothing is defined, and the page's link stays. */
import { LsscBadge } from './badge.ts'

const able =
  isSecureContext &&
  globalThis.crypto?.subtle &&
  globalThis.customElements &&
  globalThis.DecompressionStream &&
  globalThis.CSS?.supports('color', 'light-dark(red, red)') &&
  HTMLElement.prototype.attachInternals

if (able) LsscBadge.define()
