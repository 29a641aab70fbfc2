/** A job ad as its reader sees it, and the stretches of it that speak of something other than the work asked for. */
import { withoutEntities } from './entities.ts'

/** Longer than any ad; the rest is not read. */
const LONGEST = 60_000

/** The text of an ad that comes as plain text or as pasted HTML, one line to a paragraph, list item or cell. */
export function adAsRead(ad: string): string {
  return ad
    .slice(0, LONGEST)
    .replace(/&lt;(\/?[a-z][^&<>]*)&gt;/gi, '<$1>')
    .replace(/<!--.*?(?:-->|$)/gs, ' ')
    .replace(/<(script|style|noscript|template|svg|head)\b.*?(?:<\/\1\s*>|$)/gis, ' ')
    .replace(/<\/?(?:a|abbr|b|big|em|font|i|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '\n')
    .replace(/&(?:amp;)+/gi, '&')
    .replace(/&(?:mdash|bull|middot|hellip|emsp|ensp);/gi, ' – ')
    .replace(/&#?\w{2,31};/g, withoutEntities)
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()
}

/** Each stretch names areas that the job does not ask for. */
const OTHER_MATTERS = [
  // addresses
  /[\w.+-]{1,64}@\S+|(?:https?:\/\/|www\.)\S+/gi,
  // schooling and other certificates
  /\b(?:certificat\w*|degrees?|diploma|course ?work|major(?:ed|ing)?|credits?) (?:in|of) [^.;:\n]{0,80}?(?=[.;:,\n]| or (?!(?:[\w'’]+ ){1,2}(?:preferred|required|desir))| preferred| required| is | desir|$)/gi,
  /(?:\b[A-Z][\w'’&-]{0,30} (?:(?:and|of|in|for|&) )?){1,7}(?:Certificat\w+|Licen[sc]e|Diploma|Degree|Endorsement)\b/g,
  /\b(?:Institute|College|University|School|Department|Bureau) of [A-Z]\w+(?:,? (?:and |& )?[A-Z]\w+)*/g,
  // whom one works for and with
  /\breport(?:s|ing)?(?: directly)? to:?[^.;,\n]{0,80}?(?=[.;,\n]| (?:and|who) (?:is|are|will|works?|has)\b|$)/gi,
  /\bunder (?:the )?(?:[\w-]+ ){0,3}(?:direction|supervision|guidance|leadership)(?: of [^.;:,\n]{0,80})?/gi,
  /\b(?:with|without|minimal|little|limited) (?:[\w-]+ ){0,3}supervision\b/gi,
  /\bsupervised by [^.;,\n]{0,80}|\bsupervision received[^.]{0,120}/gi,
  /\bsupervision of (?:the|an?) [^.;:,\n]{0,60}?(?:librarian|director|manager|supervisor|head|principal|dean)\b/gi,
  /\b(?:the|to|with|by|our) (?:[A-Z][\w'’&-]{0,30},? (?:(?:and|of|&) )?){1,5}(?:Librarian|Supervisor|Manager|Director|Coordinator|Head)s?\b/g,
  /\b(?:the|to|with|by|a) (?:[a-z'’-]+ ){1,2}(?:librarian|supervisor|manager|director|coordinator)s?\b/g,
  /\bheads? of (?:the )?[\w-]+(?: (?:and|services?|department))*/gi,
  // the advertiser’s own act
  /\b(?:is|are|we['’]re|now) (?:currently |now |actively )?(?:hiring|recruiting|interviewing)\b/gi,
  // what every employer must say
  /[^.;\n]{0,160}\b(?:background|criminal|discriminat\w+|equal opportunity|clearances)\b[^.;\n]{0,160}/gi,
  // people who speak for an applicant
  /\b(?:letters? of|terms of|frame of|professional|personal|employment|with|three|two) references?\b/gi,
]

/** The same text, letter for letter, with all of that blanked. */
export function withoutOtherMatters(text: string): string {
  return OTHER_MATTERS.reduce(
    (rest, matter) => rest.replace(matter, (found) => '\0'.repeat(found.length)),
    text,
  )
}

const NOT =
  /\b(?:no|not|non|without|never|nor|neither|cannot)\b(?! (?:only|limited|just|merely|less|more|fewer|better))[^,]*$|n['’]t [^,]*$/i
const NONE =
  /^[^.;,!?\n]{0,30}?(?:\s*[:=–-]\s*|\s)(?:none\b|n\/a\b|(?<!but )not (?:required|needed|necessary|applicable|included|part)|(?:is|are) not (?:an?|the|part)\b|no(?=\s*(?:[.;\n]|$)))/i

/** Is a phrase of a text there to say what the job is not? */
export function isNegated(text: string, start: number, end: number): boolean {
  const [before = ''] = /[^.;:!?\n•|]*$/.exec(text.slice(Math.max(0, start - 120), start)) ?? []
  return NOT.test(before) || NONE.test(text.slice(end, end + 60))
}

/** The clause around a phrase: to the next full stop, semicolon or line. */
export function clauseAround(text: string, start: number, end: number): string {
  const [before = ''] = /[^.;!?\n•|]*$/.exec(text.slice(Math.max(0, start - 300), start)) ?? []
  const [after = ''] = /^[^.;!?\n•|]*/.exec(text.slice(start, end + 300)) ?? []
  return before + after
}
