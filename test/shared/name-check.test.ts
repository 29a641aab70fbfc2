import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asRead, type NameCode, nameFindings } from '../../shared/name-check.ts'

const codes = (name: string) =>
  nameFindings(name, 'name.display').map(({ severity, code }) => `${severity} ${code}`)

describe('ordinary names pass, and stay as they are', () => {
  test.for([
    'Darlene Whitcomb',
    'Mei Ng',
    'Maria-Elena O’Dowd',
    "Pat O'Example",
    'Oluwafunmilayo Adébáyọ̀',
    'José Ángel Núñez de la Cruz',
    'Nguyễn Thị Kim Ngân',
    '李娜 (Li Na)',
    '김민준 (Kim Min-jun)',
    'مريم الراشد (Maryam al-Rashid)',
    'مُحَمَّد',
    'Юлія Шевчук (Yuliia Shevchuk)',
    'प्रिया रामन (Priya Raman)',
    'מירים בן-דוד (Miriam Ben-David)',
    'בן־דוד',
    'Suharti',
    'Leilani Kahoʻokuōkalani',
    '‘Okusitino Māhina',
    'Jan Willem van der Zwaluw-Terpstra',
    'İlay Gıyaseddinğlu',
    'Ștefania Greißner-Łukasik',
    'Björk Heiðar Guðmundsdóttir',
    'Wilhelmina Alexandrina Konstantinopoulou-Fotheringham-Cholmondeley y Echegaray-Etxeberria',
    'Earl Thaddeus Lockridge III',
    'Martin Luther King, Jr.',
    'Sammy Davis Jr.',
    'Anne Marie St. Clair-D’Angelo',
    'William "Bill" Smith',
    'H. G. Wells',
    'JOÃO DA SILVA',
    'Ângela Âncora',
    'Mª José Gal·la',
    'd’Artagnan',
    // Words that mean something else elsewhere.
    'Null Trueblood',
    'Yo-Yo Ma',
    'Chidi Mba',
    'Watchman Nee',
    'Aka Høegh',
    'Alias bin Ahmad',
    'Muthu s/o Raman',
    'Andy Anderson',
    'Dame Diop',
    // Scripts with needs of their own.
    '山田　太郎',
    '山田花子 (やまだ はなこ)',
    '𠮷野',
    '葛\u{E0100}城 ミサト',
    'محمد\u200Cرضا',
    'ක්\u200Dෂේම',
    'ന്\u200D',
    'நா. முத்துக்குமார்',
    'བསྟན་འཛིན་རྒྱ་མཚོ',
    'ณัฐพงษ์',
    'မြွှေး',
    'ዓለም፡ማርያም',
    'ᏣᎳᎩ',
  ])('%s', (name) => {
    expect(codes(name)).toEqual([])
    expect(asRead(name)).toBe(name.normalize('NFC'))
  })
})

describe('refused', () => {
  test.for<[NameCode, string]>([
    ['name-empty', ''],
    ['name-empty', ' \u3164\u200B '],
    ['name-html', '<img src=x onerror=alert(1)>Pat'],
    ['name-html', '&lt;b&gt;Pat'],
    ['name-html', 'Pat &amp;lt;script'],
    ['name-formula', '=HYPERLINK("http://x.example")'],
    ['name-formula', '+1-1 Pat Example'],
    ['name-formula', '-1+1 Pat'],
    ['name-formula', '@SUM(A1) Pat'],
    ['name-formula', '\t=Pat'],
    ['name-formula', '\rPat'],
    ['name-formula', '  ＝Pat'],
    ['name-two-people', 'Pat Example & Kim Example'],
    ['name-two-people', 'Pat and Kim Example'],
    ['name-two-people', 'Pat Example; Kim Example'],
    ['name-two-people', 'Pat &amp; Kim Example'],
    ['name-control', 'Pat\u0000Example'],
    ['name-control', 'Pat \u001B[31mExample'],
    ['name-control', 'Pat\u0085Example'],
    ['name-control', 'Pat \u202Eelpmaxe'],
    ['name-control', 'Pat \u2067Example\u2069'],
    ['name-control', 'Pat\u{E0041}'],
    ['name-control', 'Pat \uD800'],
    ['name-control', 'Pat \uFFFF'],
    ['name-marks', `A${'\u0301'.repeat(9)}`],
  ])('%s: %j', ([code, name]) => {
    expect(codes(name)).toContain(`reject ${code}`)
  })
})

describe('for a person to look at', () => {
  test.for<[NameCode, string]>([
    ['name-garbled', 'Ren\uFFFD Dupont'],
    ['name-garbled', 'Ren? Dupont'],
    ['name-garbled', 'JosÃ© Núñez'],
    ['name-invisible', 'Pa\u200Bt Exam\u2060ple'],
    ['name-invisible', 'Pa\u00ADt'],
    ['name-invisible', 'Pa\u200Dt'],
    ['name-invisible', 'מירים\u200F'],
    ['name-invisible', 'محمد\u200C'],
    ['name-spaces', 'Pat\tExample\nJr.'],
    ['name-spaces', 'Pat  Example'],
    ['name-spaces', 'Pat\u00A0Example'],
    ['name-entity', 'Pat O&#39;Example'],
    ['name-entity', 'Ren&eacute; Dupont'],
    ['name-entity', 'Pat &constructor; Example'],
    ['name-former', 'Pat (née Sample) Example'],
    ['name-former', 'Pat nee Sample Example'],
    ['name-former', 'Robin (formerly Robert) Ashgrove'],
    ['name-former', 'Robin Ashgrove aka Robert Ashgrove'],
    ['name-former', 'Robin Ashgrove, a.k.a. Rob'],
    ['name-brackets', 'Robin (Robert) Ashgrove'],
    ['name-brackets', 'Елена (Ольга) Иванова'],
    ['name-title', 'Ms. Pat Example, CLSS, MLIS'],
    ['name-title', 'Dr Pat Example'],
    ['name-title', 'Pat Example, PhD'],
    ['name-title', 'Pat Example MLIS'],
    ['name-last-first', 'Example, Pat'],
    ['name-last-first', 'EXAMPLE, PAT'],
    ['name-last-first', 'Example, Pat, Jr.'],
    ['name-symbol', 'Pat 📚 Example'],
    ['name-symbol', 'Pat Example 3'],
    ['name-symbol', 'pat@example.org'],
    ['name-symbol', '𝐏𝐚𝐭 Example'],
    ['name-placeholder', 'undefined undefined'],
    ['name-placeholder', 'N/A'],
    ['name-mixed-script', 'P\u0430t Example'],
  ])('%s: %j', ([code, name]) => {
    expect(codes(name)).toEqual([`review ${code}`])
  })
})

test('length: ninety characters are ordinary, far more are not a name', () => {
  expect(codes('x'.repeat(120))).toEqual([])
  expect(codes('x'.repeat(121))).toEqual(['review name-long'])
  expect(codes('𠮷'.repeat(250))).toEqual(['review name-long'])
  expect(codes('x'.repeat(251))).toEqual(['reject name-long'])
  expect(codes(`A${'\u0301'.repeat(10_000)}`)).toEqual(['reject name-marks', 'reject name-long'])
})

test('the reading that is proposed', () => {
  expect(asRead('Pa\u200Bt Exam\u2060ple')).toBe('Pat Example')
  expect(asRead(' Pat\tExample\r\nJr. ')).toBe('Pat Example Jr.')
  expect(asRead('Ren&eacute; O&#x27;Dowd &amp;#39;')).toBe("René O'Dowd '")
  expect(asRead('Zoe\u0308')).toBe('Zoë')
  expect(asRead('Pat &l\u200Bt;b')).toBe('Pat <b')
})

test('messages hold nothing invisible of what they quote', () => {
  for (const { message } of nameFindings('Pa\u200Bt\u00A0Exam\u2060ple & \uFFFD', 'name.display')) {
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  }
})

test('of any text: never a throw, one sentence each, and a reading that needs no second one', () => {
  const settled: NameCode[] = ['name-invisible', 'name-spaces', 'name-entity']
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'&;#x39amp \t\u200B\u200C\u00A0aéक्\u0301<'), maxLength: 40 }),
  )
  fc.assert(
    fc.property(text, (name) => {
      const findings = nameFindings(name, 'name.display')
      for (const { message } of findings) expect(message).toMatch(/^\S.*\.$/su)
      expect(asRead(asRead(name))).toBe(asRead(name))
      expect(nameFindings(asRead(name), 'x').filter(({ code }) => settled.includes(code))).toEqual([])
      if (findings.length === 0) expect(asRead(name)).toBe(name.trim().normalize('NFC'))
    }),
    { numRuns: 300 },
  )
})
