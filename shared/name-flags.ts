/** Something odd about how a name was typed, for a reader to know; none of it is a verdict. */
import { SCRIPTS, spellings } from './name-words.ts'

export type Flag =
  /** It holds a control that turns text around. */
  | 'bidi-control'
  /** Something invisible stands inside a word. */
  | 'invisible'
  /** A word mixes scripts: a Cyrillic letter for its Latin twin. */
  | 'mixed-script'
  /** Letters were changed on the way (JosÃ©, Jos?, Jos&eacute;). */
  | 'mojibake'
  | 'two-people'
  /** The names share no script, so that nothing could be compared. */
  | 'other-script'

const SIGNS: [Flag, RegExp][] = [
  ['bidi-control', /[\u202A-\u202E]/],
  // Joiners have their place inside words of other scripts.
  ['invisible', /[a-z]\p{Default_Ignorable_Code_Point}+[a-z]/iu],
  ['mixed-script', /\p{sc=Latin}\p{sc=Cyrillic}|\p{sc=Cyrillic}\p{sc=Latin}/u],
  // UTF-8 that was read as Windows-1252, lost letters, and HTML.
  ['mojibake', /[Â-ß][\x80-¿Œ-ƒˆ˜–-™]|[à-ô][\x80-¿Œ-ƒˆ˜–-™]{2}|\p{L}\?|\?\p{L}|\uFFFD|&#?\w+;/u],
  ['two-people', / (&|and) /i],
]

/** What is odd about the name in an application, beside the one in a record. */
export function nameFlags(record: string, application: string): Flag[] {
  const flags = SIGNS.filter(([, sign]) => sign.test(application)).map(([flag]) => flag)
  const [ours = '', theirs = ''] = [record, application].map((name) => spellings(name)[0]?.join(''))
  const isShared = SCRIPTS.some((script) => script.test(ours) && script.test(theirs))
  return isShared ? flags : [...flags, 'other-script']
}
