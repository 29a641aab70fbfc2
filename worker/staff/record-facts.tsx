/** The facts of a record, as its newest version was composed from them, and what the office knows beside. */
import type { Child } from 'hono/jsx'
import { areas } from '../../shared/areas.ts'
import { latestDay } from '../../shared/dates.ts'
import { tellDay } from '../../shared/telling.ts'
import { graceEnds, phaseOn, renewalOpens } from '../../shared/term.ts'
import { en } from '../../shared/words/en.ts'
import { Row, Table } from '../pages/table.tsx'
import type { OpenFile } from '../services/open-file.ts'
import { dayTold, timeTold } from '../when.ts'

export function Facts({ file, now }: { file: OpenFile; now: Date }) {
  const { record, visibility, createdAt } = file
  const { name } = record
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl class="facts">
        <Fact label="Name">
          <bdi>{name.display}</bdi>
        </Fact>
        <Fact label="Its parts">{partsOf(file)}</Fact>
        {name.former && (
          <Fact label="Earlier names shown">
            {name.former.map((one) => (
              <span class="part">
                <bdi>{one}</bdi>
              </span>
            ))}
          </Fact>
        )}
        <Fact label="Enrolled">{record.enrolledOn ? dayTold(record.enrolledOn) : 'not on file'}</Fact>
        <Fact label="Certified">{dayTold(record.certifiedOn)}</Fact>
        <Fact label="Renewed">
          {record.renewedOn.length > 0 ? record.renewedOn.map(dayTold).join(' · ') : 'never'}
        </Fact>
        <Fact label="Last day">
          {dayTold(record.expiresOn)} <span class="soft">({termSaid(record.expiresOn, now)})</span>
        </Fact>
        {record.provisionalUntil && (
          <Fact label="Provisional">
            until a year of library work is shown, due by {dayTold(record.provisionalUntil)}
          </Fact>
        )}
        <Fact label="Who may see it">{VISIBILITIES[visibility]}</Fact>
        <Fact label="Share links">
          {file.openShares === 0 ? 'none open' : `${file.openShares} open, made by the holder`}
        </Fact>
        <Fact label="E-mail">{record.email ?? 'none on file: letters cannot be sent'}</Fact>
        <Fact label="Region">
          {[record.region, record.country].filter(Boolean).join(', ') || 'not on file'}
        </Fact>
        <Fact label="In this register since">{timeTold(createdAt)}</Fact>
      </dl>
    </section>
  )
}

export function Areas({ file }: { file: OpenFile }) {
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">Areas passed</h2>
      <Table heads={['Area', 'How', 'Completed', 'More']}>
        {file.record.areas.map((area) => (
          <Row
            head={areas[area.set].label}
            cells={[
              [
                'How',
                en.earned[area.pathway]({ ...area, month: tellDay(area.completedOn, 'en-US', 'month') }),
              ],
              ['Completed', dayTold(area.completedOn)],
              [
                'More',
                [
                  area.reference,
                  `statements of ${area.statements}`,
                  area.contactHours && `${area.contactHours} contact hours`,
                  area.products && `own work: ${area.products.length}`,
                ]
                  .filter(Boolean)
                  .join(' · '),
              ],
            ]}
          />
        ))}
      </Table>
    </section>
  )
}

const VISIBILITIES: Record<OpenFile['visibility'], string> = {
  link: 'whoever has the number or the link',
  listed: 'whoever has the number or the link, and anyone who searches the public list',
  withheld: 'nobody: outsiders read that it is private',
  unknown: 'nobody: outsiders read that there is no such record',
  erased: 'nobody: it was removed',
}

function Fact({ label, children }: { label: string; children?: Child }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function partsOf({ record: { name } }: OpenFile): Child {
  const parts: [string, string | undefined][] = [
    ['given name', name.given],
    ['family name', name.family],
    ['in its own script', name.native],
  ]
  const known = parts.filter(([, text]) => text !== undefined)
  if (known.length === 0) return 'not told apart'
  return known.map(([label, text]) => (
    <span class="part">
      {label} <bdi>{text}</bdi>
    </span>
  ))
}

/** Where today lies in the term. */
function termSaid(expiresOn: string, now: Date): string {
  const [opens, ends] = [dayTold(renewalOpens(expiresOn)), dayTold(graceEnds(expiresOn))]
  switch (phaseOn(expiresOn, latestDay(now))) {
    case 'current':
      return `can be renewed from ${opens} to ${ends}`
    case 'renewal-window':
      return `can be renewed now, until ${ends}`
    case 'grace':
      return `ended; can still be renewed until ${ends}`
    case 'ended':
      return `ended; could be renewed until ${ends}`
  }
}
