/** The resume kit: words to take along, in every form that an application takes. Text first, LinkedIn last. */
import type { Child } from 'hono/jsx'
import type { LetterSentence, OwnWords } from '../../shared/cover-letter.ts'
import type { RelatedArea } from '../../shared/job-areas.ts'
import type { MailSignature } from '../../shared/mail-signature.ts'
import type { Lines } from '../../shared/resume.ts'
import type { ResumeField } from '../../shared/resume-fields.ts'
import type { FieldError } from '../pages/fields.tsx'
import type { OwnRecord } from '../services/read-own.ts'
import { HowItStands } from './how-it-stands.tsx'
import { type MyFrame, MyPage } from './layout.tsx'
import { ForOneJob, Found } from './resume-job.tsx'
import { LinkedIn, Picture, Signature } from './resume-links.tsx'
import { ResumeFields, ResumeLines } from './resume-words.tsx'

/** An ad, and what of it relates to this record. */
export interface ReadAd {
  ad: string
  own: OwnWords
  /** Empty where the ad names nothing that is on the record. */
  related: RelatedArea[]
  /** Does the ad name areas at all? */
  namesAreas: boolean
  /** Does it name the certification itself? */
  namesLssc: boolean
}

export interface Kit {
  lines: Lines
  opening: string
  sentences: LetterSentence[]
  fields: ResumeField[]
  /** The code as a picture, an SVG of ours. */
  qr: Child
  signature: MailSignature
  linkedIn: { href: string; sends: [what: string, value: string][] }
}

export interface ResumePageProps {
  frame: MyFrame
  own: OwnRecord
  url: string
  /** Absent while there is nothing true to copy. */
  kit?: Kit
  read?: ReadAd
  errors?: FieldError[]
}

const PARTS = [
  ['line', 'The line'],
  ['job', 'For one job: paste its ad'],
  ['letter', 'For a cover letter'],
  ['fields', 'For forms, box by box'],
  ['code', 'QR code and paper'],
  ['mail', 'For the end of an e-mail'],
  ['linkedin', 'LinkedIn'],
] as const

export function ResumePage({ frame, own, url, kit, read, errors }: ResumePageProps) {
  return (
    <MyPage frame={frame} title="Resume kit" head={<ResumeHead />}>
      <HowItStands own={own} issuer={frame.issuer} />
      {kit && (
        <>
          {read && <Found read={read} number={own.number} />}
          <p class="lead">
            Words to copy, each with the link where anyone can check it, free and without an account.
          </p>
          <nav class="parts" aria-label="On this page">
            <ul>
              {PARTS.map(([id, text]) => (
                <li>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ul>
          </nav>
          <ResumeLines lines={kit.lines} />
          <ForOneJob frame={frame} kit={kit} read={read} errors={errors} />
          <ResumeFields fields={kit.fields} number={own.number} />
          <Picture qr={kit.qr} url={url} number={own.number} />
          <Signature signature={kit.signature} url={url} />
          <LinkedIn {...kit.linkedIn} />
        </>
      )}
    </MyPage>
  )
}

export function ResumeHead() {
  return (
    <>
      <link rel="stylesheet" href="/my-resume.css" />
      <script type="module" src="/browser/copy.js" />
    </>
  )
}
