// Every sample graduate's words, in every order that an ad can ask for: whole, true, and no longer than their boxes.
import { describe, expect, test } from 'vitest'
import { letterOpening, letterSentences } from '../../shared/cover-letter.ts'
import { relatedAreas } from '../../shared/job.ts'
import { nameForms } from '../../shared/latin-letters.ts'
import { mailSignature } from '../../shared/mail-signature.ts'
import { sets } from '../../shared/programme.ts'
import { type Resume, relatedToRecord, resumeLines, termOf } from '../../shared/resume.ts'
import { allFields, resumeFields } from '../../shared/resume-fields.ts'
import graduates from '../fixtures/graduates.csv?bytes'
import ads from '../fixtures/job_ads.json'
import { accepted } from './sheet-samples.ts'

const url = 'https://lssc.example/c/7K3M-9QXD-4T29'
const issuer = { name: 'American Library Association–Allied Professional Association', short: 'ALA-APA' }
const people = accepted(graduates).rows.flatMap(({ recordId, outcome, entry }) =>
  outcome === 'accept' && entry ? [[recordId, entry.record] as const] : [],
)

/** On three days: most are current on the first, fewer on the others. */
const days = ['2025-06-30', '2026-11-25', '2035-01-01']

test('there are 44', () => expect(people).toHaveLength(44))

describe.each(people)('%s', (_, record) => {
  const all = days.flatMap((day) => {
    const resume: Resume = {
      number: '7K3M-9QXD-4T29',
      url,
      issuer,
      record,
      term: termOf(record, `${record.certifiedOn}T12:00:00Z`, day),
    }
    return ads.ads.slice(0, 6).map(({ text }) => ({
      day,
      resume,
      related: relatedToRecord(record, relatedAreas(text)),
    }))
  })

  test('whole sentences, and nothing beyond the record', () => {
    for (const { day, resume, related } of all) {
      const lines = resumeLines(resume, related)
      const words = [
        ...Object.values(lines).filter((line) => line !== null),
        letterOpening(resume),
        ...letterSentences(resume, related).map(({ text }) => text),
        ...allFields(resumeFields(resume, related)).split('\n'),
        ...mailSignature(resume, url).text.split('\n'),
      ]
      for (const text of words) {
        expect(text).not.toMatch(/undefined|null|NaN|Invalid|\s\s|^\s|\s$| ,|\.\.|,,/)
        expect(text).not.toMatch(/qualified|meets|licensed|level|paraprofessional/i)
      }
      expect(lines.short.length).toBeLessThanOrEqual(120)
      expect(lines.plain).toMatch(/^[\x20-\x7e]+$/)
      if (record.expiresOn < day) expect(words.join()).not.toMatch(/\bcurrent to\b|\bI hold\b/)
      else expect(lines.line).toContain('current to')
      expect(lines.line.includes('provisional')).toBe(resume.term === 'provisional')
    }
  })

  test('its areas, each once, and no other', () => {
    const own = record.areas.map(({ set }) => set)
    for (const { resume, related } of all) {
      expect(
        letterSentences(resume, related)
          .map(({ set }) => set)
          .sort(),
      ).toEqual([...own].sort())
      const { long } = resumeLines(resume, related)
      for (const [set, { short }] of Object.entries(sets)) {
        const times = long.split(new RegExp(`(?<=[:,] |and |\\()${short}(?=[,.)]| and)`)).length - 1
        expect([set, times]).toEqual([set, own.some((one) => one === set) ? 1 : 0])
      }
    }
  })

  test('a name that any form takes', () => {
    const { shown, latin = shown, plain = latin } = nameForms(record.name)
    expect(shown).toBe(record.name.display)
    expect(plain).toMatch(/^[\x20-\x7e]+$/)
    expect(latin).toMatch(/^[\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]+$/u)
  })
})
