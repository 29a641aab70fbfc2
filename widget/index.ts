/** The entry of the script tag. Where a badge could not do its work nothing is defined, and the page's link stays. */
import { isAble } from './able.ts'
import { LsscBadge } from './badge.ts'

if (isAble()) LsscBadge.define()
