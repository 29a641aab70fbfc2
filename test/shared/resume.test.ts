// A holder's words: true in every part of a term, as long as their boxes, and with nothing beyond the record.
import { describe, expect, test } from 'vitest'
import { letterOpening, letterSentences } from '../../shared/cover-letter.ts'
import { inAscii, nameForms } from '../../shared/latin-letters.ts'
import { addToProfile } from '../../shared/linkedin.ts'
import { mailSignature } from '../../shared/mail-signature.ts'
import { sets } from '../../shared/programme.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { type Resume, relatedToRecord, resumeLines, termOf } from '../../shared/resume.ts'
import { allFields, monthDayYear, monthYear, resumeFields } from '../../shared/resume-fields.ts'
import { supportedWork } from '../../shared/words/cover-letter.ts'
import { makeAreas, makeAward } from '../support/award.ts'

const TODAY = '2026-11-25'
const url = 'https://lssc.example/c/7K3M-9QXD-4T29'
const issuer = { name: 'American Library Association–Allied Professional Association', short: 'ALA-APA' }

function resumeOf(changes: Partial<AwardRecord> = {}, validFrom = '2024-06-15T12:00:00Z'): Resume {
  const record = makeAward({ certifiedOn: '2024-04-04', ...changes })
  return { number: '7K3M-9QXD-4T29', url, issuer, record, term: termOf(record, validFrom, TODAY) }
}
const ended = resumeOf({ certifiedOn: '2013-02-20', expiresOn: '2017-02-20' })
const provisional = resumeOf({ provisionalUntil: '2027-03-01' })
const cataloging = { set: 'cataloging-and-classification', phrases: ['copy cataloging'] } as const
const related = (...all: Parameters<typeof relatedToRecord>[1]) => all

describe('the line', () => {
  test('of a current certification', () => {
    expect(resumeLines(resumeOf())).toEqual({
      line: `Library Support Staff Certification (LSSC), ${issuer.name}, 2024, current to April 4, 2028: Reference, Supervision, Youth Services, and the three areas all holders have. Check: ${url}`,
      long: `Library Support Staff Certification (LSSC), ${issuer.name}, 2024, current to April 4, 2028. A year of library work, and areas passed through approved courses: Reference, Supervision, Youth Services, and the three areas all holders have (Foundations, Communication, Technology). Check: ${url}`,
      short:
        'Library Support Staff Certification (LSSC), ALA-APA, current to Apr 2028. Check: lssc.example/c/7K3M-9QXD-4T29',
      plain: `Library Support Staff Certification (LSSC), American Library Association-Allied Professional Association, 2024, current to April 4, 2028: Reference, Supervision, Youth Services, and the three areas all holders have. Check: ${url}`,
    })
  })

  test('of one that ended has its years, and no word of today', () => {
    const { line, long, short } = resumeLines(ended)
    for (const one of [line, long, short]) {
      expect(one).toContain(', 2013-2017')
      expect(one).not.toMatch(/current/i)
    }
  })

  test('of a provisional one says so, and claims no year of work', () => {
    const { line, long, short } = resumeLines(provisional)
    for (const one of [line, long, short]) expect(one).toContain('provisional')
    expect(line).toContain('(provisional: a year of library work still to be shown)')
    expect(long).toContain('. Areas passed through')
  })

  test('of one that has not begun is from its day on', () => {
    const { line, short } = resumeLines(resumeOf({ certifiedOn: '2026-12-01' }, '2026-12-01T12:00:00Z'))
    expect(line).toContain('in effect from December 1, 2026 to December 1, 2030')
    expect(line + short).not.toMatch(/current/i)
  })

  test('is current on its last day, and not the day after', () => {
    const record = makeAward({ certifiedOn: '2022-11-25' })
    const from = '2022-11-25T12:00:00Z'
    expect(termOf(record, from, '2026-11-25')).toBe('current')
    expect(termOf(record, from, '2026-11-26')).toBe('ended')
  })

  test.each([20, 40, 60, 120, 250])('fits a narrow box at a host of %d letters', (length) => {
    const long = `https://${'a'.repeat(length)}/c/7K3M-9QXD-4T29`
    for (const resume of [resumeOf(), ended, provisional]) {
      const { short } = resumeLines({ ...resume, url: long })
      expect(short.length).toBeLessThanOrEqual(120)
      expect(short).toContain('7K3M-9QXD-4T29')
      expect(short).toContain(
        { ended: '2013-2017', provisional: 'provisional' }[resume.term as 'ended'] ?? 'Apr 2028',
      )
    }
  })

  test('has the areas of an ad first, in its order, and names none that is not passed', () => {
    const named = related(
      { set: 'technology', phrases: ['public computers'] },
      { ...cataloging, phrases: [...cataloging.phrases] },
      { set: 'youth-services', phrases: ['story time'] },
    )
    const { record } = resumeOf()
    expect(relatedToRecord(record, named).map(({ set }) => set)).toEqual(['technology', 'youth-services'])
    const { line } = resumeLines(resumeOf(), relatedToRecord(record, named))
    expect(line).toContain(
      ': Technology, Youth Services, Reference, Supervision, Foundations, and Communication.',
    )
    expect(line).not.toContain('Cataloging')
  })
})

describe('for a cover letter', () => {
  test('every area has its words, and none says more than that it supports', () => {
    expect(Object.keys(supportedWork).sort()).toEqual(Object.keys(sets).sort())
    for (const work of Object.values(supportedWork))
      expect(work).not.toMatch(/qualif|meets|requir|expert|level|\.$/i)
  })

  test.each([
    [
      'course',
      'For Youth Services, I completed the course “Youth services” (State Library of Louisiana) in October 2022.',
    ],
    [
      'portfolio',
      'For Youth Services, I put together a portfolio of my own work, which two experts reviewed; I passed in October 2022.',
    ],
    [
      'recognition',
      'For Youth Services, I completed a college program recognized by ALA-APA: Youth services, State Library of Louisiana, October 2022.',
    ],
  ] as const)('by %s', (pathway, says) => {
    const sentences = letterSentences(resumeOf({ areas: makeAreas(pathway) }))
    expect(sentences.find(({ set }) => set === 'youth-services')?.text).toBe(
      `${says} It supports work such as ${supportedWork['youth-services']}.`,
    )
  })

  test('takes up the ad’s words, and what the holder adds', () => {
    const named = related({ set: 'youth-services', phrases: ['story time', 'summer  reading', 'teens'] })
    const own = { 'youth-services': ' I ran  story time for\n two years at Hays. ' }
    const [first] = letterSentences(resumeOf(), named, own)
    expect(first?.text).toMatch(/^Your ad mentions “story time” and “summer reading”\. For Youth Services, /)
    expect(first?.text).toMatch(/ For example, I ran story time for two years at Hays\.$/)
  })

  test.each(['', '  ', 'I', '...', 'For example, I'])('%j adds nothing', (typed) => {
    const [first] = letterSentences(resumeOf(), [], { 'reference-and-information-services': typed })
    expect(first?.text).not.toContain('For example')
  })

  test('opens with what is true on the day', () => {
    expect(letterOpening(resumeOf())).toMatch(
      /^I hold the Library .*; it asks for a year of library work\. Anyone/,
    )
    expect(letterOpening(ended)).toMatch(/^In February 2013 I earned .*; my last term ran to February 2017\./)
    expect(letterOpening(provisional)).toContain(
      'it is provisional until I have shown a year of library work',
    )
  })
})

describe('for forms', () => {
  const fieldOf = (resume: Resume, key: string) => resumeFields(resume).find((field) => field.key === key)

  test('days in the forms that boxes want, months with two digits', () => {
    expect([monthDayYear('2028-04-04'), monthYear('2028-04-04')]).toEqual(['04/04/2028', '04/2028'])
    expect(fieldOf(resumeOf(), 'issued')).toMatchObject({
      value: '04/04/2024',
      others: [{ value: '04/2024' }, { value: 'April 4, 2024' }],
    })
  })

  test('what a box for dates cannot say is a remark', () => {
    expect(fieldOf(resumeOf(), 'remark')).toBeUndefined()
    expect(fieldOf(ended, 'remark')?.value).toContain('ended February 20, 2017')
    expect(fieldOf(ended, 'expires')?.label).toBe('Expired')
    expect(fieldOf(provisional, 'remark')?.value).toContain('Provisional: ')
  })

  test('the number fits 15 characters, and all of them are a line each', () => {
    const fields = resumeFields(resumeOf())
    expect(fieldOf(resumeOf(), 'number')?.value.length).toBeLessThanOrEqual(15)
    expect(allFields(fields).split('\n')).toHaveLength(fields.length)
  })
})

describe('names', () => {
  test.each([
    ['李娜 (Li Na)', { native: '李娜', order: 'family-first' }, { latin: 'Li Na' }],
    ['مريم الراشد (Maryam al-Rashid)', { native: 'مريم الراشد' }, { latin: 'Maryam al-Rashid' }],
    [
      '김민준',
      { native: '김민준', given: 'Min-jun', family: 'Kim', order: 'family-first' },
      { latin: 'Kim Min-jun' },
    ],
    ['김민준', { native: '김민준' }, {}],
    ['Zoë Brûlé-Åström', {}, { plain: 'Zoe Brule-Astrom' }],
    ['Oluwafunmilayo Adébáyọ̀', {}, { plain: 'Oluwafunmilayo Adebayo' }],
    ['Leilani Kahoʻokuōkalani', {}, { plain: "Leilani Kaho'okuokalani" }],
    ['Ștefania Greißner-Łukasik', {}, { plain: 'Stefania Greissner-Lukasik' }],
    ['Darlene Whitcomb', {}, {}],
  ] as const)('%s', (display, more, forms) => {
    expect(nameForms({ display, order: 'given-first', ...more })).toEqual({ shown: display, ...forms })
  })

  test('another script is never spelled out by guessing', () => {
    expect(inAscii('Юлія')).toBeNull()
    expect(inAscii('½ “a”—b…')).toBe('1/2 "a"-b...')
  })
})

describe('LinkedIn', () => {
  const one = { name: 'A & B', organizationName: 'X', issuedOn: '2024-01-31', url, number: '7K3M-9QXD-4T29' }
  const start = 'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=A%20%26%20B'
  const end = 'certUrl=https%3A%2F%2Flssc.example%2Fc%2F7K3M-9QXD-4T29&certId=7K3M-9QXD-4T29'

  test('months count from 1, and an end is told where there is one', () => {
    expect(addToProfile({ ...one, expiresOn: '2028-12-31' })).toBe(
      `${start}&organizationName=X&issueYear=2024&issueMonth=1&expirationYear=2028&expirationMonth=12&${end}`,
    )
  })

  test('no expiration keys without an end; the issuer’s own page where it has one', () => {
    expect(addToProfile({ ...one, organizationId: '1234' })).toBe(
      `${start}&organizationId=1234&issueYear=2024&issueMonth=1&${end}`,
    )
  })
})

test('the end of an e-mail never says how the record stands, and carries no code in its picture', () => {
  for (const resume of [resumeOf(), ended, provisional]) {
    const { html, text } = mailSignature(resume, 'https://lssc.example/achievements/lssc/image.png')
    expect(html + text).not.toMatch(/current|valid|expired|provisional/i)
    expect(/src="([^"]*)"/.exec(html)?.[1]).toBe('https://lssc.example/achievements/lssc/image.png')
    expect(html).toContain('alt="LSSC certificate: check at lssc.example/c/7K3M-9QXD-4T29"')
    expect(text).toContain(url)
  }
  expect(mailSignature({ ...ended, issuer: { name: 'A', short: '<A & B>' } }, 'x').html).toContain(
    '&lt;A &amp; B&gt;',
  )
})
