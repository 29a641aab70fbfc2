// Letters as their receivers read them: short, true, without shame, and nothing in them from a hostile name.
import { describe, expect, test } from 'vitest'
import { en } from '../../worker/letters/en.ts'
import {
  composeAddressLeft,
  composeLetter,
  composeMyCode,
  type LetterFacts,
  type LetterKind,
  letterKinds,
  oneLine,
  withoutSecrets,
} from '../../worker/letters/letter.ts'
import { holdReasons, withdrawalReasons } from '../../worker/services/reasons.ts'

const issuer = {
  name: 'American Library Association-Allied Professional Association',
  short: 'ALA-APA',
  phone: '(312) 555-0100',
  email: 'lssc@example.org',
  url: 'https://example.org/lssc/',
  demo: true,
}

const facts: LetterFacts = {
  issuer,
  name: 'Darlene Whitcomb',
  number: '7K3M-9QXD-4T29',
  link: 'https://lssc.example.org/c/7K3M-9QXD-4T29',
  own: 'https://lssc.example.org/my/open/Sk1pTh1sS3cr3tSk1pTh1sS3cr3tXx',
  removal: 'https://lssc.example.org/my/7K3M-9QXD-4T29/remove',
  help: 'https://lssc.example.org/help',
  awarded: 'September 15, 2024',
  awardedYear: '2024',
  isNew: false,
  expires: 'September 15, 2028',
  hasEnded: false,
  graceUntil: 'November 15, 2028',
  on: 'November 22, 2026',
  standing: 'good',
  isPrivate: false,
  seenBy: 'link',
  renewal: { hours: 32, technologyHours: 4 },
}

const names = {
  ordinary: 'Darlene Whitcomb',
  long: 'María de los Ángeles Guadalupe Fernández de Córdoba y Álvarez de Toledo viuda de Ruiz',
  arabic: 'محمد بن عبد الله آل سعود',
  mononym: 'Sukarno',
  'a header': 'Eve\r\nBcc: everyone@example.org\r\n\r\nBuy now',
  'a turned line': 'Eve\u202Ecod.exe\u2028X',
} as const

const variants: Partial<LetterFacts>[] = [
  {},
  { isNew: true, provisionalUntil: 'September 15, 2028' },
  { hasEnded: true },
  { isPrivate: true },
  { standing: 'suspended' },
  { standing: 'revoked' },
  {
    publicNote:
      'A provider has withdrawn the course, and we are in touch with all who took it about what to do.',
  },
  ...[...Object.keys(holdReasons), ...Object.keys(withdrawalReasons)].map((reason) => ({
    reason: reason as keyof typeof holdReasons,
  })),
]

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const every = letterKinds.flatMap((kind) =>
  Object.entries(names).flatMap(([which, name]) =>
    variants.map((variant) => ({
      kind,
      which,
      variant,
      text: composeLetter(kind, { ...facts, ...variant, name }, en),
    })),
  ),
)

function one(kind: LetterKind, changes: Partial<LetterFacts> = {}) {
  return composeLetter(kind, { ...facts, ...changes }, en)
}

test('no letter is longer than 120 words, greeting and office included', () => {
  for (const { kind, which, variant, text } of every)
    expect(
      words(text.body),
      `${kind}, ${which}, ${JSON.stringify(variant)}\n${text.body}`,
    ).toBeLessThanOrEqual(120)
})

test('each says whom to ask, and leads to the record', () => {
  for (const { text } of every) {
    for (const part of [issuer.phone, issuer.email, issuer.url, facts.link]) expect(text.body).toContain(part)
    expect(text.body).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

test('a subject is one line of at most 80 characters, and holds no name', () => {
  for (const { text } of every) {
    expect(text.subject).toMatch(/^[\x20-\x7E‘’“”]{10,80}$/)
    expect(text.subject).not.toMatch(/Eve|Whitcomb/)
  }
})

test('a name begins no line of its own, and turns none', () => {
  for (const { text, which } of every) {
    expect(text.body).not.toMatch(/^(Bcc|Buy now|X)/m)
    expect(text.body).not.toMatch(/[\r\u2028\u202E]/)
    const greeting = text.body.split('\n\n')[1]
    expect(greeting).toBe(`Dear ${oneLine(names[which as keyof typeof names])},`)
  }
  expect(one('issued', { name: names.long }).body).toContain(`Dear ${names.long},`)
})

test('of the demonstration says so first, in subject and body; of a real issuer does not', () => {
  for (const { text } of every) {
    expect(text.subject).toMatch(/^\[Demonstration\] /)
    expect(text.body).toMatch(/^Demonstration: /)
  }
  const real = one('issued', { issuer: { ...issuer, demo: false } })
  expect(real.subject + real.body).not.toMatch(/demonstration/i)
})

describe('words that we do not use', () => {
  test.for([
    /candidate/i,
    /paraprofessional/i,
    /licen[sc]e/i,
    /score/i,
    /fake/i,
    /fraud/i,
    /\blie/i,
    /fail/i,
    /!/,
  ])('%s', (word) => {
    for (const { text } of every) expect(text.subject + text.body).not.toMatch(word)
  })
})

test('the holder is told why, in our words; a private page is told to show nothing', () => {
  expect(one('suspended', { reason: 'paperwork' }).body).toContain('a document is missing')
  expect(one('revoked', { reason: 'misrepresentation' }).body).toContain('could not be confirmed')
  for (const kind of ['suspended', 'revoked', 'corrected', 'remind-ended'] as const)
    expect(one(kind, { isPrivate: true }).body).toContain('Your record is private')
})

test('a term that has ended is never called current', () => {
  for (const kind of letterKinds.filter((kind) => !['remind-opens', 'remind-soon'].includes(kind))) {
    const { body } = one(kind, { hasEnded: true, expires: 'September 15, 2026' })
    expect(body, kind).not.toContain('current to')
  }
})

test('what is on hold or withdrawn by the time a letter goes out is not called current in it', () => {
  for (const kind of ['issued', 'renewed', 'completed', 'reinstated'] as const)
    for (const standing of ['suspended', 'revoked', 'superseded'] as const)
      expect(one(kind, { standing }).body, `${kind}, ${standing}`).not.toContain('current to')
})

describe('the secret link', () => {
  const without = ['suspended', 'withdrawal-proposed', 'withdrawal-declined', 'revoked']

  test('stands in every letter but those of a hold, a withdrawal, a removal or who sees it, once, after the link to give away', () => {
    for (const { kind, text } of every) {
      if (/^removal|^visibility/.test(kind)) continue
      const stands = text.body.split(facts.own).length - 1
      expect(stands, kind).toBe(without.includes(kind) ? 0 : 1)
      if (stands && kind !== 'my-link')
        expect(text.body.lastIndexOf(facts.link), kind).toBeLessThan(text.body.indexOf(facts.own))
    }
  })

  test('is said to be for the holder alone, in the very paragraph in which it stands', () => {
    for (const { text } of every) {
      const paragraph = text.body.split('\n\n').find((one) => one.includes(facts.own))
      if (paragraph) expect(paragraph).toMatch(/^For you alone, so don’t pass it on: your own page[,:]/)
    }
  })

  test('is struck out of what is kept, and nothing else is', () => {
    for (const { text } of every) expect(withoutSecrets(text.body)).toBe(text.body.replace(/Sk1p\S+/, '…'))
    const code = composeMyCode(
      {
        issuer,
        number: facts.number,
        code: '1234 5678',
        url: 'https://lssc.example.org/my/code/x?code=12345678',
      },
      en,
    )
    expect(code.body).toContain('12345678')
    expect(withoutSecrets(code.body)).not.toMatch(/1234|5678/)
  })
})

test('the old address hears neither whose record it was nor the new address', () => {
  const { subject, body } = composeAddressLeft(issuer, en)
  expect(subject + body).not.toMatch(/Whitcomb|7K3M|\/c\//)
  expect(body).toMatch(/^Demonstration: .*\n\nHello,\n\n/)
  expect(words(body)).toBeLessThanOrEqual(120)
})
