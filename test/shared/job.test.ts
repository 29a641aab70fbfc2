import { describe, expect, test } from 'vitest'
import { areasNamed, namesLssc, relatedAreas } from '../../shared/job.ts'
import { type SetId, sets } from '../../shared/programme.ts'
import samples from '../fixtures/job_ads.json'
import { ads as held, type LabelledAd } from './job-ads.corpus.ts'

const named = (ad: string) => relatedAreas(ad).map(({ set }) => set)

const labelled: LabelledAd[] = samples.ads.map(({ id, text, asks_for }) => {
  const weighing = (weight: string) =>
    asks_for.filter((one) => one.weight === weight).map((one) => one.set as SetId)
  return { id, text, core: weighing('core'), minor: weighing('minor') }
})

function missed({ text, core }: LabelledAd): SetId[] {
  const found = named(text)
  return core.filter((set) => !found.includes(set))
}

function wrong({ text, core, minor }: LabelledAd): SetId[] {
  return named(text).filter((set) => ![...core, ...minor].includes(set))
}

describe.for([
  ['labelled ads', labelled],
  ['ads written before the lexicon', held],
] as [string, LabelledAd[]][])('%s', ([name, ads]) => {
  test.for(ads)('$id: every area that it asks for is found', (ad) => {
    expect(missed(ad)).toEqual([])
  })

  test('at most one area in five ads is wrong', () => {
    const asked = ads.flatMap(({ core }) => core).length
    const found = asked - ads.flatMap(missed).length
    const mistakes = ads.flatMap(wrong).length
    console.log(
      `${name}: ${found} of ${asked} core areas found; ${mistakes} wrong areas in ${ads.length} ads`,
    )
    expect(mistakes / ads.length).toBeLessThanOrEqual(1 / 5)
  })
})

describe('the words that hirers use', () => {
  test.for<[words: string, set: SetId]>([
    ['Excellent customer service', 'communication-and-teamwork'],
    ['Handles difficult patrons with tact', 'communication-and-teamwork'],
    ['Teamwork and interpersonal skills', 'communication-and-teamwork'],
    ['copy cataloging', 'cataloging-and-classification'],
    ['Copy-cataloguing of monographs', 'cataloging-and-classification'],
    ['Experience with RDA', 'cataloging-and-classification'],
    ['Edits MARC records', 'cataloging-and-classification'],
    ['Knowledge of the Dewey Decimal System', 'cataloging-and-classification'],
    ['CATALOGER', 'cataloging-and-classification'],
    ['storytime', 'youth-services'],
    ['Weekly Story-Times', 'youth-services'],
    ['summer reading', 'youth-services'],
    ['Children’s Services', 'youth-services'],
    ['programs for kids and teens', 'youth-services'],
    ['interlibrary loan', 'access-services'],
    ['inter-library loan', 'access-services'],
    ['ILL', 'access-services'],
    ['Circulation Clerk', 'access-services'],
    ['Checks books in and out', 'access-services'],
    ['shelving', 'access-services'],
    ['course reserves', 'access-services'],
    ['patron accounts', 'access-services'],
    ['weeding', 'collection-management'],
    ['acquisitions', 'collection-management'],
    ['serials check-in', 'collection-management'],
    ['mends damaged books', 'collection-management'],
    ['budget', 'supervision-and-management'],
    ['Supervises pages and volunteers', 'supervision-and-management'],
    ['train new staff', 'supervision-and-management'],
    ['Branch Manager', 'supervision-and-management'],
    ['genealogy', 'reference-and-information-services'],
    ['local history', 'reference-and-information-services'],
    ['reference interviews', 'reference-and-information-services'],
    ['research help', 'reference-and-information-services'],
    ['makerspace', 'technology'],
    ['e-readers', 'technology'],
    ['Help patrons with printing, laptops and Wi-Fi', 'technology'],
    ['computer classes', 'technology'],
    ['digital literacy', 'technology'],
    ['readers’ advisory', 'adult-readers-advisory-services'],
    ['Book club leader', 'adult-readers-advisory-services'],
    ['recommend good books', 'adult-readers-advisory-services'],
    ['intellectual freedom', 'foundations-of-library-services'],
    ['Explains library policies', 'foundations-of-library-services'],
    ['prêt entre bibliothèques', 'access-services'],
    ['heure du conte', 'youth-services'],
    ['catalogación', 'cataloging-and-classification'],
  ])('%s: %s', ([words, set]) => {
    expect(named(words)).toContain(set)
  })

  test('are given back as the ad writes them', () => {
    const ad = 'Runs COPY-Cataloging\nand Children’s  Story Hours.'
    const phrases = relatedAreas(ad).flatMap((one) => one.phrases)
    expect(phrases).toEqual(
      ['COPY-Cataloging', 'Children’s Story', 'Story Hours'].filter((one) => phrases.includes(one)),
    )
    expect(phrases).toContain('COPY-Cataloging')
  })

  test('give areas in the order of the ad, and each phrase once', () => {
    const ad = 'Storytime. Circulation desk. Copy cataloging. Circulation desk. STORYTIME.'
    expect(relatedAreas(ad)).toEqual([
      { set: 'youth-services', phrases: ['STORYTIME'] },
      { set: 'access-services', phrases: ['Circulation desk'] },
      { set: 'cataloging-and-classification', phrases: ['Copy cataloging'] },
    ])
  })
})

describe('what does not fool it', () => {
  test.for([
    'No supervision of staff required.',
    'Technology: none',
    'Supervisory duties: N/A. Cataloging: not required.',
    'This position does not supervise others and has no cataloging duties.',
    'Non-supervisory position.',
    'Works under the direct supervision of the Youth Services Librarian.',
    'Reports to: Head of Technical Services and Cataloging',
    'Works with minimal supervision.',
    'Refers questions to the Reference Librarian.',
    'Send three professional references; reference checks follow.',
    'Letters of reference to jobs@children.reference.example.org',
    'A Library Operations Assistant Certificate is an asset.',
    'Certificate in Library Technology or Children’s Literature preferred.',
    'LC6 Librarian Certificate; state Youth Services Certification; valid driver’s license.',
    'Associate degree in information technology.',
    'Georgia Institute of Technology is an equal opportunity employer.',
    'Medical library of the Children’s Hospital.',
    'Must be 18 years of age; the library serves minors.',
    'Patrons who are ill should stay at home. We reserve the right to close the search.',
    'The position is subject to budget approval.',
    'We are hiring two part-time pages.',
    'Fine print, fine arts and fine motor skills.',
    '<style>.storytime{}</style><script>"cataloging"</script><!-- weeding -->',
    '',
    '   ',
  ])('%s', (ad) => {
    expect(relatedAreas(ad)).toEqual([])
  })

  test('“including but not limited to” denies nothing', () => {
    expect(named('Duties including but not limited to circulation. You will not only shelve.')).toEqual([
      'access-services',
    ])
    expect(named('Cataloging experience preferred but not required')).toEqual([
      'cataloging-and-classification',
    ])
  })

  test('readers’ advisory for children is Youth Services', () => {
    expect(named('Readers’ advisory in the children’s area')).toEqual(['youth-services'])
    expect(named('Readers’ advisory for adults, teens and children')).toContain(
      'adult-readers-advisory-services',
    )
  })

  test('watching over students is not supervising staff', () => {
    expect(named('Supervises students during lunch')).toEqual([])
    expect(named('Supervises student workers')).toEqual(['supervision-and-management'])
  })
})

describe('HTML', () => {
  const html =
    '<p><b>LIBRARY&nbsp;ASSISTANT&mdash;YOUTH</b></p><ul><li>Story&#173;time for ages 0&ndash;5</li><li>Trouble<b>shooting</b></ul>'

  test('reads as its reader sees it', () => {
    expect(relatedAreas(html)).toEqual([
      { set: 'youth-services', phrases: ['YOUTH', 'Storytime for ages'] },
      { set: 'technology', phrases: ['Troubleshooting'] },
    ])
  })

  test('reads the same when it was escaped once more', () => {
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(relatedAreas(escaped)).toEqual(relatedAreas(html))
  })
})

describe('hostile input', () => {
  test('a chain of hyphens is not divided in every way that there is', () => {
    // Tried in every way, the chain of 800 letters takes a quarter of a minute, and the test fails by that.
    expect(relatedAreas(`help patrons${'-a'.repeat(400)}`)).toEqual([])
  })

  const long = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length))

  test.for([
    'a',
    'A-',
    'A ',
    '<script',
    '<!--',
    '<a ',
    '&amp;',
    '&#38;#38;',
    'under ',
    'no ',
    'oral ',
    'hires, ',
    'supervise a b ',
    'help a, ',
    'the Head of ',
    'circulation desk ',
    'a@',
    '\u0301',
    'reports to ',
  ])('a megabyte of “%s” is answered in time', (piece) => {
    const started = performance.now()
    relatedAreas(long(piece))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('namesLssc', () => {
  test.for<[ad: string, names: boolean]>([
    ['Library Support Staff Certification (LSSC) through ALA-APA, or the ability to obtain it', true],
    ['<p>Library Support Staff&nbsp;Certification preferred</p>', true],
    ['LSSC (ALA–APA) a plus', true],
    ['Certified Library Support Staff welcome', true],
    ['LSSC is hiring a Library Assistant at its Leesburg campus.', false],
    ['Lake-Sumter State College (LSSC) seeks library support staff', false],
    ['Arizona Library Support Staff Certification', false],
    ['Ohio Public Library Staff Certification', false],
  ])('%s: %s', ([ad, names]) => {
    expect(namesLssc(ad)).toBe(names)
  })

  test.for(samples.ads)('$id, as labelled', ({ text, lssc_mention }) => {
    expect(namesLssc(text)).toBe(lssc_mention.startsWith('explicit'))
  })
})

describe('areasNamed', () => {
  test.for<[ids: string, expected: SetId[]]>([
    ['cataloging-and-classification technology', ['cataloging-and-classification', 'technology']],
    ['technology, youth-services', ['technology', 'youth-services']],
    ['Access Services Youth Services', ['access-services', 'youth-services']],
    [
      'Adult Readers’ Advisory, Collections; Circulation',
      ['adult-readers-advisory-services', 'collection-management', 'access-services'],
    ],
    [
      'cataloguing and classification reference',
      ['cataloging-and-classification', 'reference-and-information-services'],
    ],
    ['technology technology TECHNOLOGY', ['technology']],
    ['nanotechnology, green-technology, __proto__', []],
    ['', []],
  ])('%s', ([ids, expected]) => {
    expect(areasNamed(ids)).toEqual(expected)
  })

  test('knows every set by its id, its label and its aliases', () => {
    for (const { id, label, aliases } of Object.values(sets)) {
      for (const name of [id, label, ...aliases]) expect(areasNamed(name), name).toEqual([id])
    }
  })

  test('a megabyte is answered in time', () => {
    const started = performance.now()
    areasNamed('technology '.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
