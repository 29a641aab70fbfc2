import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEmail, compareNames } from '../../shared/applicant.ts'
import { emailHash } from '../../shared/compose.ts'
import type { HolderName } from '../../shared/record.ts'
import samples from '../fixtures/name_pairs.json'
import { close, familyFirst, other, same } from './names.corpus.ts'

const holder = (display: string, more: Partial<HolderName> = {}): HolderName => ({
  display,
  order: 'given-first',
  ...more,
})
const compare = (display: string, application: string, more: Partial<HolderName> = {}) =>
  compareNames(holder(display, more), application).result

const expected = { match: 'match', ambiguous: 'similar', no_match: 'different' } as const

describe('the labelled pairs', () => {
  test.for(samples.pairs)('$id $category', (pair) => {
    const found = compareNames(
      holder(pair.credential_name, {
        ...(pair.native_name ? { native: pair.native_name } : {}),
        ...(pair.credential_name_order ? familyFirst() : {}),
      }),
      pair.application_name,
    )
    expect(found.result).toBe(pair.category === 'empty' ? 'not-compared' : expected[pair.expect as 'match'])
  })
})

describe('the same name, written otherwise', () => {
  test.for(same)('%s = %s', ([record, application, more]) => {
    expect(compare(record, application, more)).toBe('match')
  })
})

describe('close: to be asked about', () => {
  test.for(close)('%s ~ %s', ([record, application, more]) => {
    expect(compare(record, application, more)).toBe('similar')
  })
})

describe('another name', () => {
  test.for(other)('%s ≠ %s', ([record, application, more]) => {
    expect(compare(record, application, more)).toBe('different')
  })
})

describe('near names', () => {
  const given = 'Ann Anna Hannah Joan Jean Jane John Jon Maria Mario Mary'.split(' ')
  const family = 'Lee Leigh Tran Trang Smith Smyth Hansen Hanson Jansen'.split(' ')
  const names = given.flatMap((one) => family.map((two) => `${one} ${two}`))

  test('are never taken for the same', () => {
    const matches = names.flatMap((record) =>
      names.filter((application) => application !== record && compare(record, application) === 'match'),
    )
    expect(matches).toEqual([])
  })

  test('with another given name and another surname are mostly other names', () => {
    const results = given.flatMap((one, i) =>
      family.map((two, j) =>
        compare(`${one} ${two}`, `${given[(i + 3) % given.length]} ${family[(j + 4) % family.length]}`),
      ),
    )
    expect(results.filter((result) => result === 'different').length / results.length).toBeGreaterThan(0.9)
  })
})

describe('any name', () => {
  const latin =
    'Ann Ruth Linda Lindy Keisha Perez Whitacre Núñez Müller Håkonsen Min-jun O’Brien J. R.'.split(' ')
  const namesOf = (words: string[]) =>
    fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 4 }).map((name) => name.join(' '))
  const names = namesOf([...latin, '李娜', 'Юлія', 'محمد'])

  test('is the same as itself, in any case, with or without marks, with odd spaces', () => {
    fc.assert(
      fc.property(names, (name) => {
        const variants = [
          name,
          name.toUpperCase(),
          name.toLowerCase(),
          ` ${name.replaceAll(' ', ' \u00A0 ')}\t`,
          name.normalize('NFD'),
          name.normalize('NFD').replace(/[\u0300-\u036F]/g, ''),
        ]
        expect(variants.map((variant) => compare(name, variant))).toEqual(variants.map(() => 'match'))
      }),
    )
  })

  test('compares alike from either side', () => {
    fc.assert(
      fc.property(namesOf(latin), namesOf(latin), (one, two) => {
        expect(compare(one, two)).toBe(compare(two, one))
      }),
    )
  })

  test('with a letter exchanged in it is not the same', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom(...'bdfgkpqvxz'), (name, at, letter) => {
        const letters = [...name]
        const i = at % letters.length
        fc.pre(/[a-z]/.test(letters[i] as string) && letters[i] !== letter)
        expect(compare(name, letters.with(i, letter).join(''))).not.toBe('match')
      }),
    )
  })

  test('is answered about, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (one, two) => {
          expect(['match', 'similar', 'different', 'not-compared']).toContain(compare(one, two))
        },
      ),
    )
  })
})

describe('hostile input', () => {
  test.for<[label: string, typed: string]>([
    ['ten thousand marks', `Pat Example${'\u0301'.repeat(10_000)}`],
    ['a megabyte of letters', 'a'.repeat(1_000_000)],
    ['a megabyte of spaces before a name', `${' '.repeat(1_000_000)}Pat Exampel`],
    ['as many words as fit', 'a b '.repeat(99)],
    ['as many titles as fit', `${'Dr. '.repeat(97)}Pat`],
    ['as many commas as fit', 'a,'.repeat(199)],
    ['as many particles as fit', 'van '.repeat(99)],
  ])('%s is answered at once, and briefly', ([, typed]) => {
    const started = performance.now()
    const found = compareNames(holder('Pat Example'), typed)
    expect(performance.now() - started).toBeLessThan(500)
    expect(found.result).not.toBe('match')
    expect(found.application.length).toBeLessThanOrEqual(400)
  })

  test('what is shown can neither turn nor cover the page around it', () => {
    const typed = `Pat\u202E Ex\u0000ample${'\u0301'.repeat(50)}\u2066`
    const { application } = compareNames(holder('Pat Example'), typed)
    expect(application).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]|\p{M}{9}/u)
  })
})

describe('what is said beside the result', () => {
  test('the record as its holder writes it, the application as it was typed', () => {
    expect(compareNames(holder('dana winslow'), ' Ms. Dana  Winslow ')).toEqual({
      result: 'match',
      record: 'dana winslow',
      application: 'Ms. Dana  Winslow',
    })
  })

  test('never a former name', () => {
    const former = holder('Keisha Monroe-Tate', { former: ['Yolanda Prescott'] })
    expect(JSON.stringify(compareNames(former, 'Yolanda Prescott'))).toContain('match')
    expect(compareNames(former, 'Y. Prescott').record).toBe('Keisha Monroe-Tate')
    expect(JSON.stringify(compareNames(former, 'Gwen Ostrander'))).not.toContain('Yolanda')
  })
})

describe('e-mail', () => {
  const salt = 'c2FsdC1vZi0xMjgtYml0cw'
  const recorded = async (address: string) => ({ hash: await emailHash(address, salt), salt })

  test.for([
    ['g.ostrander@example.org', 'g.ostrander@example.org'],
    ['g.ostrander@example.org', ' G.Ostrander@Example.org\n'],
    ['G.Ostrander@Example.org', 'g.ostrander@example.org'],
    ['İlay@example.org', 'İlay@example.org'],
  ])('%s = %s', async ([record = '', typed = '']) => {
    expect(await compareEmail(await recorded(record), typed)).toBe('match')
  })

  test('a hash of the address as typed counts too', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`Pat@Example.org${salt}`))
    const hash = `sha256$${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
    expect(await compareEmail({ hash, salt }, 'Pat@Example.org')).toBe('match')
    expect(await compareEmail({ hash, salt }, 'pat@example.org')).toBe('email-different')
  })

  test('another address, another salt, another label is different', async () => {
    const email = await recorded('pat@example.org')
    expect(await compareEmail(email, 'pat@example.com')).toBe('email-different')
    expect(await compareEmail(email, 'pat+jobs@example.org')).toBe('email-different')
    expect(await compareEmail({ ...email, salt: 'other' }, 'pat@example.org')).toBe('email-different')
  })

  test('nothing is compared where either is missing, or hashed in a way we do not use', async () => {
    expect(await compareEmail(undefined, 'pat@example.org')).toBe('not-compared')
    expect(await compareEmail(await recorded('pat@example.org'), '  ')).toBe('not-compared')
    expect(
      await compareEmail({ hash: 'md5$0bc83cb571cd1c50ba6f3e8a78ef1346', salt }, 'pat@example.org'),
    ).toBe('not-compared')
  })
})
