/** What can be tried out in the documentation's playground, read from its form: on the server and in the browser. */
import { isDay } from './dates.ts'
import { attributesOf, type Release, scriptOf, tagOf, type Variant, variants } from './embed.ts'
import { recordUrl } from './issuer.ts'
import { type TestCase, testCases, testNumber } from './test-numbers.ts'

/** Custom properties to try, by the name of their field: each value, and what the form calls it. */
export const looks = {
  corners: {
    label: 'Corners',
    property: '--lssc-badge-radius',
    options: { '0': 'square', '14px': 'round' },
  },
  paper: {
    label: 'Background',
    property: '--lssc-badge-paper',
    options: { transparent: 'the page’s own', 'light-dark(#f1f5ee, #1d2620)': 'tinted' },
  },
  accent: {
    label: 'Tone of what is in force',
    property: '--lssc-badge-current',
    options: { 'light-dark(#174ea6, #8ab4f8)': 'blue', 'light-dark(#18262f, #e8e6df)': 'ink' },
  },
} as const
export type Look = keyof typeof looks

export interface Choice {
  testCase: TestCase
  variant: Variant
  applicantName: string
  applicantEmail: string
  jobAreas: string
  appliedAt: string
  /** A value for each custom property that is set. */
  looks: Partial<Record<Look, string>>
}

/** What the form shows when nothing was chosen yet. */
export const first: Record<string, string> = {
  case: 'valid',
  variant: 'row',
  'job-areas': 'cataloging-and-classification (copy cataloging) technology',
}

/**
 * Reads the form. What it cannot have offered counts as not chosen.
 * @param get one field's value
 */
export function readChoice(get: (field: string) => string | null | undefined): Choice {
  const field = (name: string) => (get(name) ?? '').slice(0, 2000).trim()
  const day = field('applied-at')
  return {
    testCase: testCases.find((one) => one === field('case')) ?? 'valid',
    variant: variants.find((one) => one === field('variant')) ?? 'row',
    applicantName: field('applicant-name'),
    applicantEmail: field('applicant-email'),
    jobAreas: field('job-areas'),
    appliedAt: isDay(day) ? day : '',
    looks: Object.fromEntries(
      Object.entries(looks)
        .map(([name, { options }]) => [name, Object.keys(options).find((value) => value === field(name))])
        .filter(([, value]) => value !== undefined),
    ),
  }
}

/** The badge's attributes for a choice. */
export function chosenAttributes(choice: Choice, origin: string): [name: string, value: string][] {
  return attributesOf({ ...choice, link: recordUrl(origin, testNumber(choice.testCase)) })
}

/** The custom properties that a choice sets. */
export function chosenLooks(choice: Choice): [property: string, value: string][] {
  return (Object.keys(looks) as Look[]).flatMap((name): [string, string][] => {
    const value = choice.looks[name]
    return value ? [[looks[name].property, value]] : []
  })
}

/** The HTML that a page needs for what was chosen: the script, once a page, and the tag. */
export function snippetOf(choice: Choice, origin: string, release: Release): string {
  const tag = tagOf({ ...choice, link: recordUrl(origin, testNumber(choice.testCase)) })
  return `${scriptOf(release)}\n\n${tag}`
}

/** The rule for its stylesheet; empty where nothing is themed. */
export function rulesOf(choice: Choice): string {
  const rules = chosenLooks(choice).map(([property, value]) => `  ${property}: ${value};\n`)
  return rules.length > 0 ? `lssc-badge {\n${rules.join('')}}` : ''
}
