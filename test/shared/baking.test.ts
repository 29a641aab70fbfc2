// A credential into a picture and out again. That other programs open our pictures is in test/site/portable.test.ts.
import { describe, expect, test } from 'vitest'
import { bakePng, bakeSvg, chunk, unbakePng, unbakeSvg } from '../../shared/baking.ts'
import { joined, utf8 } from '../../shared/bytes.ts'
import { openCopy, readCopy } from '../../shared/copies.ts'
import plain from '../../worker/pages/badge.png?bytes'

const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6Inh4In0.c2lnbmF0dXJl'
const JSON_FORM = '{"name":"Zoë Łuczak 王","proof":[]}'
const NAMESPACE = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
const svg = (root: string, ...inside: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside.join('')}<path d="M0 0"/></svg>`
const element = `<openbadges:credential verify="${TOKEN}"></openbadges:credential>`

/** The picture with one chunk more before its end. */
const withChunk = (type: string, data: string | Uint8Array, png: Uint8Array = plain) =>
  joined([png.subarray(0, -12), chunk(type, typeof data === 'string' ? utf8(data) : data), png.subarray(-12)])

describe('a PNG', () => {
  const baked = bakePng(plain, JSON_FORM)

  test('gives back exactly what it was given', () => {
    expect(unbakePng(baked)).toEqual({ carried: JSON_FORM })
    expect(unbakePng(bakePng(plain, TOKEN))).toEqual({ carried: TOKEN })
  })

  test('baked again carries the newer one alone', () => {
    expect(bakePng(baked, TOKEN)).toEqual(bakePng(plain, TOKEN))
  })

  test('keeps every other chunk, and its end at the end', () => {
    const commented = withChunk('tEXt', 'Comment\0from a camera')
    const text = String.fromCharCode(...bakePng(commented, TOKEN))
    expect(text).toContain('from a camera')
    expect(text.slice(-12, -4)).toBe('\0\0\0\0IEND')
  })

  const key = 'openbadgecredential\0'
  test.for([
    ['is none', utf8('GIF89a'), 'not-a-picture'],
    ['carries nothing', plain, 'carries-nothing'],
    ['carries two', withChunk('iTXt', `${key}\0\0\0\0${TOKEN}`, baked), 'carries-two'],
    ['carries it as tEXt too', withChunk('tEXt', key + TOKEN, baked), 'carries-two'],
    ['carries it as tEXt', withChunk('tEXt', key + TOKEN), 'other-form'],
    ['carries it compressed', withChunk('iTXt', `${key}\x01\0\0\0${TOKEN}`), 'compressed'],
    ['carries it as zTXt', withChunk('zTXt', `${key}\0${TOKEN}`), 'compressed'],
    ['names a language', withChunk('iTXt', `${key}\0\0en\0\0${TOKEN}`), 'other-form'],
    [
      'carries what is no UTF-8',
      withChunk('iTXt', Uint8Array.of(...utf8(`${key}\0\0\0\0`), 0xff)),
      'damaged',
    ],
    ['carries too much', withChunk('iTXt', `${key}\0\0\0\0${'x'.repeat(70_000)}`), 'too-large'],
    ['has a wrong checksum', baked.map((byte, i) => (i === baked.length - 20 ? byte ^ 1 : byte)), 'damaged'],
    ['is cut off', baked.subarray(0, -30), 'damaged'],
    ['has no end', baked.subarray(0, -12), 'damaged'],
    ['goes on after its end', joined([baked, baked.subarray(8)]), 'damaged'],
    [
      'says a chunk is longer than it is',
      Uint8Array.of(...plain.subarray(0, 8), 255, 255, 255, 255, ...plain.subarray(12)),
      'damaged',
    ],
    ['is larger than any badge', joined([baked, new Uint8Array(1024 * 1024)]), 'too-large'],
  ] as const)('that %s is refused', ([, png, refused]) => {
    expect(unbakePng(png)).toEqual({ refused })
  })

  test('what is no PNG is not baked', () => {
    expect(() => bakePng(utf8('GIF89a'), TOKEN)).toThrow(RangeError)
  })
})

describe('an SVG', () => {
  const baked = bakeSvg(svg('viewBox="0 0 1 1"'), TOKEN)

  test('gives back exactly what it was given', () => {
    expect(baked).toContain(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" ${NAMESPACE}>${element}<path`,
    )
    expect(unbakeSvg(baked)).toEqual({ carried: TOKEN })
    expect(unbakeSvg(`<?xml version="1.0"?>\n<!-- drawn -->\n${baked}`)).toEqual({ carried: TOKEN })
  })

  test('baked again carries the newer one alone', () => {
    const newer = TOKEN.replace('eyJ', 'eyK')
    expect(unbakeSvg(bakeSvg(baked, newer))).toEqual({ carried: newer })
    expect(bakeSvg(bakeSvg(baked, newer), TOKEN)).toBe(baked)
  })

  test('may carry JSON in a CDATA section', () => {
    const other = svg(NAMESPACE, `<openbadges:credential><![CDATA[ ${JSON_FORM} ]]></openbadges:credential>`)
    expect(unbakeSvg(other)).toEqual({ carried: JSON_FORM })
  })

  test.for([
    ['is none', '<html></html>', 'not-a-picture'],
    ['carries nothing', svg(NAMESPACE), 'carries-nothing'],
    ['carries two', svg(NAMESPACE, element, element), 'carries-two'],
    ['is of another namespace', svg(NAMESPACE.replace('v3p0', 'v2p0'), element), 'other-form'],
    ['names no namespace', svg('', element), 'other-form'],
    ['names it on the element', svg('', element.replace('verify', `${NAMESPACE} verify`)), 'other-form'],
    ['names it anew', svg(NAMESPACE, element.replace('verify', 'xmlns:openbadges="x" verify')), 'other-form'],
    ['carries it elsewhere', svg(NAMESPACE, '<g/>', element), 'other-form'],
    ['carries no token', svg(NAMESPACE, '<openbadges:credential/>'), 'other-form'],
    ['has a DOCTYPE', `<!DOCTYPE svg [<!ENTITY x "y">]>${baked}`, 'damaged'],
    ['has an entity', baked.replace('<path', '<!ENTITY x "y"><path'), 'damaged'],
    ['carries too much', svg(NAMESPACE, element.replace(TOKEN, 'x'.repeat(70_000))), 'too-large'],
    ['is larger than any badge', baked + ' '.repeat(1024 * 1024), 'too-large'],
  ] as const)('that %s is refused', ([, text, refused]) => {
    expect(unbakeSvg(text)).toEqual({ refused })
  })

  test('what is no SVG is not baked, nor is what is no token', () => {
    expect(() => bakeSvg('<html></html>', TOKEN)).toThrow(RangeError)
    expect(() => bakeSvg(svg(''), '"><script>')).toThrow(RangeError)
  })
})

describe('a copy', () => {
  const form = JSON.stringify({
    id: 'https://lssc.example/c/x',
    issuer: { id: 'did:web:lssc.example' },
    credentialSubject: {},
    proof: [{}],
  })

  test('is opened, whatever it is', () => {
    expect(openCopy(utf8(TOKEN))).toEqual({ kind: 'text', text: TOKEN })
    expect(openCopy(utf8(form))).toEqual({ kind: 'document', document: JSON.parse(form) })
    expect(openCopy(bakePng(plain, form))).toEqual({ kind: 'document', document: JSON.parse(form) })
    expect(openCopy(utf8(bakeSvg(svg(''), TOKEN)))).toEqual({ kind: 'text', text: TOKEN })
    expect(openCopy(plain)).toEqual({ kind: 'picture', refused: 'carries-nothing' })
    expect(openCopy(Uint8Array.of(0xff, 0xfe))).toEqual({ kind: 'text', text: '' })
  })

  test('of something else stays text, for others to name', () => {
    for (const text of ['7K3M-9QXD-4T29', '<html></html>', '{"a":1}', '{', form.replace('[{}]', '{}')])
      expect(readCopy(text)).toEqual({ kind: 'text', text })
    expect(readCopy(`{"proof":${'['.repeat(20_000)}${']'.repeat(20_000)}}`).kind).toBe('text')
  })
})
