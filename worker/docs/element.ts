/** The element's names, and what each is for. In the sentences, `…` is code. A test compares them with the element. */

/** In the order in which an integrator meets them. */
export const attributes: [name: string, property: string | null, says: string][] = [
  [
    'credential',
    'credential',
    'The link to a record, or its number. All numbers of a page travel in one request.',
  ],
  [
    'token',
    'token',
    'A whole token (VC-JWT) that you keep. It is checked in place of what the service has on file, and its number is not asked about unless it is out of force.',
  ],
  [
    'variant',
    'variant',
    '`pill`: one line that opens the record’s page. `row`, the default: opens to the whole record. `card`: the whole record.',
  ],
  [
    'applicant-name',
    'applicantName',
    'The name on the application. Compared in the browser and sent nowhere; a line of its own that never changes `state`. A record in another name is not green beside this applicant.',
  ],
  ['applicant-email', 'applicantEmail', 'Likewise, where the record carries the salted hash of an address.'],
  [
    'job-areas',
    'jobAreas',
    'Ids of the areas that the job names, separated by spaces; each may be followed by the ad’s own phrases, separated by semicolons, in round brackets: `cataloging-and-classification (copy cataloging; RDA) technology`. They are told first. An area that the person lacks is not listed.',
  ],
  [
    'applied-at',
    'appliedAt',
    'The day of the application, `YYYY-MM-DD`. Row and card then also say how the record stood on that day, beside how it stands now.',
  ],
  [
    'eager',
    null,
    'Check at once. Otherwise all badges of a page are checked when the first of them comes near the screen.',
  ],
  ['lang', null, 'English so far; dates and times in the form of that language.'],
  ['state', 'state', 'Output only: what it came to. What a page writes there has no effect.'],
]

/** Of the event `lssc-result`. */
export const members: [name: string, says: string][] = [
  ['state', 'what it came to; `unreachable` where the service could not be asked'],
  ['number', 'the record’s number, where one was asked for or could be read'],
  ['test', 'true for a test record: it is nobody’s, so keep nothing of it'],
  [
    'checks',
    'what was checked: `check`, `result` (`passed`, `failed` or `not-checked`) and, unless it passed, `reason`',
  ],
  ['whose', '`match`, `similar`, `different` or `not-compared`; absent when you gave no applicant'],
  [
    'whenApplied',
    'how it stood on the day of `applied-at`: `within-dates`, `not-awarded`, `not-begun`, `between-terms`, `ended`, `suspended`, `revoked` or `not-known`',
  ],
  ['checkedAt', 'when it was checked, an instant'],
  ['statusAsOf', 'when the status list that was read was signed, an instant'],
]

/** Each after `--lssc-badge-`. */
export const properties: [name: string, says: string][] = [
  ['paper', 'background'],
  ['ink', 'text and emblem'],
  ['soft', 'text that matters less'],
  ['rule', 'lines'],
  ['current', 'tone of what is in force'],
  ['caution', 'tone of what needs a look'],
  ['stop', 'tone of what cannot be relied on'],
  ['quiet', 'tone of what says nothing either way'],
  ['radius', 'corners'],
  ['font', 'for reading'],
  ['serif', 'for verdicts and names'],
  ['mono', 'for codes and times'],
]

/** For `::part()`: those that most pages want, and the smaller ones inside them. */
export const parts = words(
  'box banner emblem icon headline message retry name whose dates areas area details toggle contact link stamp',
)
export const smallerParts = words(
  'pill row card who verdict own said tag differs applied title soft checks passed failed not-checked actions do',
)

function words(text: string): string[] {
  return text.split(' ')
}
