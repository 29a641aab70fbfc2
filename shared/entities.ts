/** Characters as web pages write them, which stay behind when text is copied out of one. */

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,31}));/gi

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ndash', '–'],
  ['nbsp', '\u00A0'],
  ['szlig', 'ß'],
  ['oslash', 'ø'],
  ['aelig', 'æ'],
  ['eth', 'ð'],
  ['thorn', 'þ'],
])
/** `&eacute;` is an e with this mark. */
const MARKS = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['uml', '\u0308'],
  ['tilde', '\u0303'],
  ['cedil', '\u0327'],
  ['ring', '\u030A'],
  ['caron', '\u030C'],
])

export function holdsEntities(text: string): boolean {
  return text.search(ENTITY) !== -1
}

/** The text with its entities as characters; unknown ones are left out. What was written twice over needs a second pass. */
export function withoutEntities(text: string): string {
  return text.replace(ENTITY, (_, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name) return named(name)
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function named(name: string): string {
  const mark = MARKS.get(name.slice(1))
  if (mark) return (name.charAt(0) + mark).normalize('NFC')
  const plain = NAMED.get(name.toLowerCase()) ?? ''
  return /^[A-Z]/.test(name) ? plain.toUpperCase() : plain
}
