/** What a holder takes along, and what those see who are given it. Whatever is typed here is kept nowhere. */
import type { Context } from 'hono'
import { raw } from 'hono/html'
import { compareNames } from '../../shared/applicant.ts'
import { isSet } from '../../shared/areas.ts'
import { letterOpening, letterSentences, type OwnWords } from '../../shared/cover-letter.ts'
import { dayOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { namesLssc, relatedAreas } from '../../shared/job.ts'
import type { RelatedArea } from '../../shared/job-areas.ts'
import { addToProfile } from '../../shared/linkedin.ts'
import { mailSignature } from '../../shared/mail-signature.ts'
import { CERTIFICATE, type Resume, relatedToRecord, resumeLines, termOf } from '../../shared/resume.ts'
import { monthYear, resumeFields } from '../../shared/resume-fields.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { EmployerPage, type EmployerPageProps } from '../my/employer.tsx'
import { hasKit } from '../my/how-it-stands.tsx'
import { myFrame } from '../my/layout.tsx'
import { type Kit, type ReadAd, ResumePage, type ResumePageProps } from '../my/resume.tsx'
import { qrSvg } from '../qr.ts'
import { judgeNumber } from '../services/look-up.ts'
import { readOwn } from '../services/read-own.ts'
import { trustOf } from '../trust.ts'

/** A long ad, of which each letter may take nine bytes, and an example for each area. */
const MAX_AD = 192 * 1024
const MAX_NAME = 8 * 1024

export const myResume = handlers(serves('holder'), holderPage(), async (c) => drawResume(c))

export const myResumePosted = handlers(serves('holder'), atMost(MAX_AD), holderForm(), async (c) => {
  const { form, held } = c.var
  const ad = form.get('ad')
  const own: OwnWords = {}
  for (const [name] of form.fields) {
    const set = name.replace(/^did-/, '')
    if (isSet(set) && form.get(name)) own[set] = form.get(name)
  }
  if (ad === '' && Object.keys(own).length === 0) {
    const errors = [
      { field: 'ad', message: 'Paste the text of an ad, or write an example to one of your areas.' },
    ]
    return drawResume(c, { errors }, 422)
  }
  const named = relatedAreas(ad)
  const related = relatedToRecord(held.record, named)
  return drawResume(c, { read: { ad, own, related, namesAreas: named.length > 0, namesLssc: namesLssc(ad) } })
})

export const myEmployer = handlers(serves('holder'), holderPage(), async (c) => drawEmployer(c))

export const myEmployerPosted = handlers(serves('holder'), atMost(MAX_NAME), holderForm(), async (c) => {
  const typed = c.var.form.get('name')
  if (typed === '') return drawEmployer(c, { errors: [{ field: 'name', message: 'Type a name.' }] }, 422)
  return drawEmployer(c, { tried: compareNames(c.var.held.record.name, typed) })
})

async function drawResume(
  c: Context<House>,
  more: Pick<ResumePageProps, 'read' | 'errors'> = {},
  status: 200 | 422 = 200,
) {
  const { held, desk, holding } = c.var
  const { number, record, validFrom } = held
  const own = await readOwn(desk, number, holding.numbers)
  const url = recordUrl(desk.issuer.origin, number)
  const term = termOf(record, validFrom, dayOf(desk.now()))
  const resume: Resume = { number, record, term, url, issuer: desk.issuer }
  const kit = hasKit(own) ? { kit: kitOf(resume, more.read, c.env.LINKEDIN_ORGANIZATION) } : {}
  return c.html(<ResumePage frame={myFrame(c)} own={own} url={url} {...kit} {...more} />, status)
}

function kitOf(resume: Resume, read: ReadAd | undefined, organizationId = ''): Kit {
  const related: RelatedArea[] = read?.related ?? []
  const { record, url, number, issuer, term } = resume
  const { origin } = new URL(url)
  const certificate = {
    name: term === 'provisional' ? `${CERTIFICATE}, provisional` : CERTIFICATE,
    organizationName: issuer.name,
    ...(organizationId ? { organizationId } : {}),
    issuedOn: record.certifiedOn,
    expiresOn: record.expiresOn,
    url,
    number,
  }
  return {
    lines: resumeLines(resume, related),
    opening: letterOpening(resume),
    sentences: letterSentences(resume, related, read?.own),
    fields: resumeFields(resume, related),
    qr: raw(qrSvg(url)),
    signature: mailSignature(resume, `${origin}/achievements/lssc/image.png`),
    linkedIn: {
      href: addToProfile(certificate),
      sends: [
        ['Name', certificate.name],
        ['Issuing organization', issuer.name],
        ['Issued', monthYear(record.certifiedOn)],
        ['Expires', monthYear(record.expiresOn)],
        ['Credential ID', number],
        ['Credential URL', url],
      ],
    },
  }
}

async function drawEmployer(
  c: Context<House>,
  more: Pick<EmployerPageProps, 'tried' | 'errors'> = {},
  status: 200 | 422 = 200,
) {
  const { desk, holding } = c.var
  const { number } = c.var.held
  const [own, verdict] = await Promise.all([
    readOwn(desk, number, holding.numbers),
    judgeNumber(desk, number, trustOf(desk)),
  ])
  return c.html(
    <EmployerPage
      frame={myFrame(c)}
      own={own}
      url={recordUrl(desk.issuer.origin, number)}
      verdict={verdict}
      {...more}
    />,
    status,
  )
}
