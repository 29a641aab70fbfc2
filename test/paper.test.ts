// The certificate on paper of every sample graduate, as a program that we did not write reads it.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recordsLinkedFrom } from '../shared/paper.ts'
import type { AwardRecord } from '../shared/record.ts'
import { TooMuch } from '../worker/paper/certificate.ts'
import { NoFont } from '../worker/paper/typeset.ts'
import { readSheet } from '../worker/sheet/sheet.ts'
import { makeAreas, makeAward } from './support/award.ts'
import { issuer, NUMBER, paperOf, readPdf, textOf, URL_OF_IT } from './support/paper.ts'

const sheet = readSheet(readFileSync(new URL('fixtures/graduates.csv', import.meta.url)), '2026-11-25')
if (!('rows' in sheet)) throw new Error('The sheet cannot be read')
const graduates = sheet.rows.flatMap(({ entry }) => (entry ? [entry.record] : []))
const SHORT = 'lssc.example/c/7K3M-9QXD-4T29'
const WIDEST = 'Wilhelmina Alexandrina Konstantinopoulou-Fotheringham-Cholmondeley y Echegaray-Etxeberria'

/** Lines are broken where they end; the words are the same. */
const flat = (text: string) => text.replace(/\s+/g, ' ')
const named = (display: string, native: string): AwardRecord =>
  makeAward({ name: { display, native, order: 'given-first' } })

describe('of every sample graduate', () => {
  test('there are 44, and one more whose name a person looks at', () => {
    expect(graduates).toHaveLength(45)
    expect(graduates.map(({ name }) => name.display)).toContain(WIDEST)
  })

  test.for(graduates.map((record) => ({ name: record.name.display, record })))(
    '$name',
    async ({ record }) => {
      const says = textOf(record)
      const pdf = await paperOf(says)
      expect(pdf.length).toBeLessThan(60_000)
      expect(await recordsLinkedFrom(pdf, issuer.origin)).toEqual([URL_OF_IT])
      const read = await readPdf(pdf)
      const text = flat(read.text)
      expect(read.pages).toBe(1)
      expect(text).toContain(` ${record.name.native ?? record.name.display} `)
      if (says.latin) expect(text).toContain(` ${says.latin} Family name: ${record.name.family} `)
      for (const { set } of record.areas) {
        const area = says.groups.flatMap(({ areas }) => areas).find((one) => one.set === set)
        expect(text).toContain(`${area?.label} ${area?.how} `)
      }
      expect(text).toContain(`Prepared November 25, 2026. This page is not the check: type ${SHORT}.`)
      expect(text).toContain(`This page proves nothing by itself. To check, type this address: ${SHORT}`)
      expect(text).toContain(NUMBER)
      expect(text).toMatch(/LSSC is a voluntary U\.S\. certification .+ Areas are passed, not graded\./)
      for (const where of [issuer.name, issuer.phone, issuer.email, 'office.example'])
        expect(text).toContain(where)
      expect(text).not.toMatch(/\b(current|valid|in force|verified|confirmed|authentic|level|score)\b/i)
    },
  )
})

describe('what it says', () => {
  test('of dates: those on the record when it was prepared, and what may have happened since', async () => {
    const { text } = await readPdf(await paperOf(textOf(makeAward({ renewedOn: ['2026-01-02'] }))))
    expect(text).toContain(
      'Certified on June 15, 2024\nRenewed on January 2, 2026\nTerm on the record when prepared: to June 15, 2028\n' +
        'After November 25, 2026 it may have been renewed, put on hold, or withdrawn. This page would not show it.',
    )
  })

  test('of an ended one: when, and that this is no judgment', async () => {
    const { text } = await readPdf(await paperOf(textOf(makeAward({ certifiedOn: '2020-06-15' }))))
    expect(text).toContain('Certified on June 15, 2020\nEnded on June 15, 2024\nEarned, and ended')
    expect(flat(text)).toContain(
      'That says nothing about skill or conduct, and what was passed stays passed.',
    )
    expect(text).not.toContain('Last day')
  })

  test('of a provisional one: what is awaited', async () => {
    const { text } = await readPdf(await paperOf(textOf(makeAward({ provisionalUntil: '2027-07-20' }))))
    expect(flat(text)).toContain(
      'Provisional when prepared: all areas are passed, and Demo Office was waiting for proof of one year of library work, due by July 20, 2027.',
    )
    expect(flat(text)).toContain('(this one still has to show it)')
  })

  test('nothing of a demonstration where the issuer is real, and how to be sure of the address', async () => {
    const { demo: _demo, ...text } = textOf(makeAward())
    const real = { ...issuer, demo: false, linkedFrom: 'https://office.example/lssc/' }
    const read = await readPdf(await paperOf({ ...text, issuer: real }))
    expect(read.text).not.toContain('Demonstration: not a real certification')
    expect(flat(read.text)).toContain(
      'To be sure that this is Demo Office’s address, look its telephone number up elsewhere, and ask. Its own site leads here, too, from office.example/lssc.',
    )
  })

  test('right-to-left words in their order, also where Latin letters and digits stand among them', async () => {
    for (const native of ['مريم بنت الراشد', 'מירים בן-דוד השנייה', 'Anna كريم'])
      expect((await readPdf(await paperOf(textOf(named(`${native} (Ann)`, native))))).text).toContain(
        `\n${native}\n`,
      )
  })
})

describe('how it is made', () => {
  test('tagged, titled, in a language, with words for its picture and nothing attached', async () => {
    const read = await readPdf(await paperOf(textOf(named('李娜 (Li Na)', '李娜'))))
    expect(read.title).toBe('LSSC certificate of 李娜 (Li Na)')
    expect(read.lang).toBe('en-US')
    expect(read.tags[1]).toBe('Document')
    expect(read.tags).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Link', 'Figure']),
    )
    expect(read.alts).toEqual([`QR code of ${SHORT}`])
    expect(read.links).toEqual([URL_OF_IT, URL_OF_IT])
    expect(read.attachments).toEqual([])
  })

  test('on one page, with all ten areas and much to say of each', async () => {
    const [first] = makeAreas()
    const sets = graduates.find(({ areas }) => areas.length === 10)?.areas.map(({ set }) => set) ?? []
    expect(sets).toHaveLength(10)
    const title = 'Foundations of cataloging and the organization of information for library support staff'
    const areas = sets.map((set) => ({
      ...first!,
      set,
      title,
      provider: 'ALCTS, a division of the American Library Association',
    }))
    const text = textOf(makeAward({ name: { display: WIDEST, order: 'given-first' }, areas }))
    expect((await readPdf(await paperOf(text))).pages).toBe(1)
    const endless = areas.map((area) => ({ ...area, title: title.repeat(12) }))
    await expect(paperOf(textOf(makeAward({ areas: endless })))).rejects.toThrow(TooMuch)
  })

  test('never with a letter missing: without a font there is no paper', async () => {
    await expect(paperOf(textOf(named('𐍅𐌿𐌻𐍆 (Wulf)', '𐍅𐌿𐌻𐍆')))).rejects.toThrow(NoFont)
  })
})
