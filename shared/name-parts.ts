/** Titles, letters after a name, and names that are written last name first. */

const TITLE =
  /^(?:(?:mrs?|ms|miss|mx|dr|prof|professor|rev|reverend|herr|frau)(?:\. ?| )|(?:hon|sra|srta|mme|mlle)\. ?)/i
const GENERATION = /^(?:jr|sr|[ivx]+|2nd|3rd|4th)\.?$/i
/** Mba and Ma are surnames: capitals, or points, make the degree. */
const LETTERS =
  /^(?:CLSS|LSSC|CPLA|M\.?L\.?(?:I\.?)?S\.?|MSLI?S|Ph\.?D\.?|Ed\.?D\.?|M\.Ed\.?|[BM]Sc|MBA|[BM]\.A\.|J\.D\.|Esq\.?)$/
/** After a comma, any few capitals. */
const CAPITALS = /^(?:\p{Lu}\.?){2,6}$/u

/**
 * Takes a name apart at its commas. Generation suffixes are part of a name.
 * @returns the title and the letters that it carries, and what it would be if it is written last name first
 */
export function dissected(name: string): { extras?: string; lastFirst?: string } {
  const title = TITLE.exec(name)?.[0]
  const [first = '', ...rest] = name.slice(title?.length ?? 0).split(/\s*[,،，、]\s*/)
  const shouting = first === first.toUpperCase()
  const isLetters = (part: string) => LETTERS.test(part) || (!shouting && CAPITALS.test(part))
  const [, ...words] = first.split(' ')
  const extras = [
    title?.trim() ?? '',
    ...words.slice(-1).filter((word) => LETTERS.test(word)),
    ...rest.filter(isLetters),
  ]
  const given = rest.filter((part) => part !== '' && !isLetters(part) && !GENERATION.test(part))
  return {
    ...(extras.join('') ? { extras: extras.filter(Boolean).join(', ') } : {}),
    ...(given.length > 0 ? { lastFirst: [...given, first].join(' ') } : {}),
  }
}

/** The Latin form beside a name in its own script: of `李娜 (Li Na)`, where `李娜` is the native form, `Li Na`. */
export function latinForm(display: string, native: string): string {
  const rest = display.replace(native, '').trim()
  return /^\(.*\)$/su.test(rest) ? rest.slice(1, -1) : rest
}
