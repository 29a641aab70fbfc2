import { describe, expect, test } from 'vitest'
import { utf8 } from '../../shared/bytes.ts'
import { isPdf, linksOf, recordsLinkedFrom } from '../../shared/paper.ts'

const ORIGIN = 'https://lssc.example'
const RECORD = `${ORIGIN}/c/7K3M-9QXD-4T29`

const pdfOf = (...objects: string[]) => utf8(`%PDF-1.7\n${objects.join('\n')}\n%%EOF\n`)
const action = (address: string) => `1 0 obj\n<</Type/Action/S/URI/URI ${address}>>\nendobj`
const recordsIn = (...objects: string[]) => recordsLinkedFrom(pdfOf(...objects), ORIGIN)

async function packed(content: Uint8Array<ArrayBuffer>, length?: number): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate'))
  const data = new Uint8Array(await new Response(stream).arrayBuffer())
  const head = `%PDF-1.7\n7 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${length ?? data.length}>>\nstream\n`
  return new Uint8Array([...utf8(head), ...data, ...utf8('\nendstream\nendobj\n%%EOF')])
}

describe('the records that a PDF links to', () => {
  test.for([
    ['plain', `(${RECORD})`],
    ['with a space', `  (${RECORD})`],
    ['with escaped parentheses around nothing', `(${RECORD}?q=\\(\\))`],
    ['with balanced parentheses', `(${RECORD}?q=(a(b)))`],
    [
      'in octal',
      `(${[...RECORD].map((one) => `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')})`,
    ],
    ['broken over two lines', `(${RECORD.slice(0, 20)}\\\n${RECORD.slice(20)})`],
    ['in hexadecimal', `<${[...RECORD].map((one) => one.charCodeAt(0).toString(16)).join('')}>`],
    ['to a form of it', `(${RECORD}/badge.png)`],
    ['in lower case', `(${RECORD.toLowerCase()})`],
  ] as const)('%s', async ([, address]) => {
    expect(await recordsIn(action(address))).toEqual([RECORD])
  })

  test('each once, in the order found', async () => {
    const other = `${ORIGIN}/c/X6GZ-Y3Z5-B108`
    expect(await recordsIn(action(`(${other})`), action(`(${RECORD})`), action(`(${other})`))).toEqual([
      other,
      RECORD,
    ])
  })

  test.for([
    ['of another site', '(https://evil.example/c/7K3M-9QXD-4T29)'],
    ['with a name before ours', '(https://lssc.example@evil.example/c/7K3M-9QXD-4T29)'],
    ['with a mistyped code', `(${ORIGIN}/c/7K3M-9QXD-4T28)`],
    ['that is a bare code, not an address', '(7K3M-9QXD-4T29)'],
    ['that never ends', `(${RECORD}`],
    ['that is too long', `(${RECORD}?${'x'.repeat(3000)})`],
    ['in hexadecimal that is none', '<zz>'],
  ] as const)('none %s', async ([, address]) => {
    expect(await recordsIn(action(address))).toEqual([])
  })

  test('in packed objects, also where their length is said wrong', async () => {
    const content = utf8(`1 0 <</S/URI/URI(${RECORD})>>${' '.repeat(100)}`)
    expect(await recordsLinkedFrom(await packed(content), ORIGIN)).toEqual([RECORD])
    expect(await recordsLinkedFrom(await packed(content, 9_000_000), ORIGIN)).toEqual([])
  })

  test('not beyond 16 MB of unpacked objects', async () => {
    const bomb = new Uint8Array(18 * 1024 * 1024).fill(32)
    bomb.set(utf8(`<</S/URI/URI(${RECORD})>>`), bomb.length - 100)
    const file = await packed(bomb)
    expect(file.length).toBeLessThan(40_000)
    expect(await recordsLinkedFrom(file, ORIGIN)).toEqual([])
  })

  test('not beyond so many addresses: a file may hold a million beginnings of one', async () => {
    const others = (count: number) =>
      Array.from({ length: count }, () => '/URI (https://example.org)').join(' ')
    expect(await recordsIn(others(1000), action(`(${RECORD})`))).toEqual([RECORD])
    expect(await recordsIn(others(5000), action(`(${RECORD})`))).toEqual([])
  })

  test('not in packed objects that say to be parts of each other, again and again', async () => {
    const noise = Array.from({ length: 40 }, (_, i) => i * 7919).join(' ')
    const one = await packed(utf8(noise))
    const last = await packed(utf8(`<</S/URI/URI(${RECORD})>>`))
    const all = (length?: number) =>
      Promise.all(Array.from({ length: 9 }, () => (length ? packed(utf8(noise), length) : one)))
    const file = (parts: Uint8Array[]) => new Uint8Array([...parts, last].flatMap((part) => [...part]))
    expect(await recordsLinkedFrom(file(await all()), ORIGIN)).toEqual([RECORD])
    expect(await recordsLinkedFrom(file(await all(2 * one.length)), ORIGIN)).toEqual([])
  })

  test('none in what is no PDF, or too large a file', async () => {
    const pdf = pdfOf(action(`(${RECORD})`))
    expect(isPdf(pdf)).toBe(true)
    expect(await linksOf(pdf.subarray(5))).toEqual([])
    expect(await linksOf(new Uint8Array(7 * 1024 * 1024).map((_, i) => pdf[i] ?? 32))).toEqual([])
    expect(await linksOf(new Uint8Array())).toEqual([])
  })
})
