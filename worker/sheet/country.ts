/** Countries: ISO 3166-1 alpha-2 codes, and the names that people write instead. */

const CODES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW ' +
  'BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI ' +
  'FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN ' +
  'IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME ' +
  'MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF ' +
  'PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
  'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE ' +
  'YT ZA ZM ZW'
).split(' ')

/** What is written and is no one's official name. */
const SHORT = new Map([
  ['usa', 'US'],
  ['u.s.', 'US'],
  ['u.s.a.', 'US'],
  ['america', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['u.k.', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
])

export function isCountry(code: string): boolean {
  return CODES.includes(code)
}

/**
 * Reads a country by its English name.
 * @returns null when it is not one
 */
export function countryNamed(name: string): string | null {
  const wanted = name.trim().toLowerCase()
  return SHORT.get(wanted) ?? englishNames().get(wanted) ?? null
}

/** Every country by its English name, as a list to choose from. */
export function countries(): [code: string, name: string][] {
  const english = new Intl.DisplayNames(['en'], { type: 'region' })
  return CODES.map((code): [string, string] => [code, english.of(code) ?? code]).sort(([, a], [, b]) =>
    a.localeCompare(b, 'en'),
  )
}

let names: Map<string, string> | undefined

/** Made when first asked for: it takes some milliseconds. */
function englishNames(): Map<string, string> {
  if (!names) {
    const english = new Intl.DisplayNames(['en'], { type: 'region' })
    names = new Map(CODES.map((code) => [english.of(code)?.toLowerCase() ?? code, code]))
  }
  return names
}
