/** What stands in the way of an award, or needs a person's look. */

export type Severity = 'reject' | 'review'
export type Outcome = 'accept' | 'review' | 'reject'

export interface Finding<Code extends string = string> {
  /** Stable, for machines and tests. */
  code: Code
  severity: Severity
  /** The member of the record that it is about: `certifiedOn`, `name.display`, `areas.technology`. */
  field: string
  /** One plain sentence: what is the matter, and how to mend it. */
  message: string
}

/** Not earned, or not readable: nothing is issued until it is mended. */
export function reject<Code extends string>(code: Code, field: string, message: string): Finding<Code> {
  return { code, severity: 'reject', field, message }
}

/** Perhaps right: a person decides. */
export function review<Code extends string>(code: Code, field: string, message: string): Finding<Code> {
  return { code, severity: 'review', field, message }
}

/** What the findings of one record come to: the most serious one decides. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(({ severity }) => severity === 'reject')) return 'reject'
  return findings.length > 0 ? 'review' : 'accept'
}

const QUOTED = 60

/** Someone else's text inside a message of ours: in quotation marks, short, and with nothing invisible left in it. */
export function quoted(text: string): string {
  const characters = [...text]
  const shown = characters
    .slice(0, QUOTED)
    .map((character) => (/[\p{C}\p{Zl}\p{Zp}]/u.test(character) ? codePoint(character) : character))
  return `“${shown.join('')}${characters.length > QUOTED ? '…' : ''}”`
}

/** `U+200B` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
