/**
 * What a page writes to show a badge. The documentation and its playground write it from one place, on the server
 * and in the browser, so that what is tried out is what is copied.
 */
export const variants = ['row', 'pill', 'card'] as const
export type Variant = (typeof variants)[number]

/** Every attribute of the tag that is in use, in the order in which it is written. */
export interface Embed {
  /** The record's link: the badge's `credential`, and the link inside it. */
  link: string
  variant?: Variant
  applicantName?: string
  applicantEmail?: string
  jobAreas?: string
  /** YYYY-MM-DD */
  appliedAt?: string
}

/** One build of the badge, at an address that never changes. */
export interface Release {
  version: string
  url: string
  /** `sha384-…`, as the build computed it. */
  integrity: string
}

/** Attributes that would say nothing are not written. */
export function attributesOf(embed: Embed): [name: string, value: string][] {
  const { link, variant, applicantName, applicantEmail, jobAreas, appliedAt } = embed
  const all: [string, string | undefined][] = [
    ['credential', link],
    ['variant', variant === 'row' ? undefined : variant],
    ['applicant-name', applicantName],
    ['applicant-email', applicantEmail],
    ['job-areas', jobAreas],
    ['applied-at', appliedAt],
  ]
  return all.filter((attribute): attribute is [string, string] => Boolean(attribute[1]))
}

/** The tag, with a real link inside. */
export function tagOf(embed: Embed): string {
  const attributes = attributesOf(embed).map(([name, value]) => `${name}="${escaped(value)}"`)
  const inOneLine = attributes.join(' ')
  const open = inOneLine.length <= 80 ? ` ${inOneLine}>` : `\n  ${attributes.join('\n  ')}\n>`
  return `<lssc-badge${open}\n  <a href="${escaped(embed.link)}">LSSC record</a>\n</lssc-badge>`
}

/**
 * The script tag. `crossorigin` lets the browser compare the digest of a file from another site.
 * @param src where the page has its copy; the build's own address when absent
 */
export function scriptOf({ url, integrity }: Release, src = url): string {
  return `<script type="module" src="${src}"\n  integrity="${integrity}"\n  crossorigin></script>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string)
}
