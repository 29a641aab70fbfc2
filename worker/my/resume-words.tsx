/** The kit's own words: the line, and the boxes of forms. */
import { type Lines, SHORT } from '../../shared/resume.ts'
import { allFields, type ResumeField } from '../../shared/resume-fields.ts'
import { TakeAlong } from '../pages/snippet.tsx'
import { Part } from './part.tsx'

export function ResumeLines({ lines: { line, long, short, plain } }: { lines: Lines }) {
  return (
    <Part id="line" title="The line">
      <p>Under “Certifications” or “Education”. Keep the link: it is what a stranger can check.</p>
      <TakeAlong
        id="line"
        label="For most resumes"
        text={line}
        hint={plain === line ? 'Plain letters only: old applicant systems take it as it is.' : undefined}
      />
      <TakeAlong
        id="long"
        label="With what you did for it"
        text={long}
        hint="Most readers have never heard of LSSC."
      />
      <TakeAlong
        id="short"
        label={`Short, at most ${SHORT} characters`}
        text={short}
        hint="For a narrow box, or a line under your name."
      />
      {plain !== null && plain !== line && (
        <TakeAlong id="plain" label="Plain letters, for old applicant systems" text={plain} />
      )}
    </Part>
  )
}

export function ResumeFields({ fields, number }: { fields: ResumeField[]; number: string }) {
  return (
    <Part id="fields" title="For forms, box by box">
      <p>
        NEOGOV asks under “Certificates and Licenses”, Workday under “Certifications”. To attach:{' '}
        <a href={`/my/${number}/files`}>the one-page PDF</a>, <span class="code">lssc-certificate.pdf</span>,
        whose name fits forms that allow 25 characters.
      </p>
      <div class="boxes">
        {fields.map(({ key, label, value, others = [], hint }) => (
          <div class="box-of">
            <TakeAlong small id={`field-${key}`} label={label} text={value} />
            {others.map((other, i) => (
              <TakeAlong
                small
                id={`field-${key}-${i + 1}`}
                label={`${label}: ${other.label}`}
                text={other.value}
              />
            ))}
            {hint && <p class="soft">{hint}</p>}
          </div>
        ))}
      </div>
      <TakeAlong id="all" label="All of them, for one box" text={allFields(fields)} block />
    </Part>
  )
}
