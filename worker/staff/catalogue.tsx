/** The dated catalogue, to be read: what the programme asks for, its areas, pathways, courses and colleges. */
import type { Child } from 'hono/jsx'
import { statementsOf } from '../../shared/catalogue/statements.ts'
import { type Day, dayOf } from '../../shared/dates.ts'
import {
  pathways,
  type SetId,
  type StatementVersion,
  sets,
  statementVersions,
} from '../../shared/programme.ts'
import { type Rules, ruleVersions } from '../../shared/rules.ts'
import { Row, Table } from '../pages/table.tsx'
import { dayTold } from '../when.ts'
import { Colleges, Courses } from './catalogue-sources.tsx'
import { isOpen, Source, span } from './catalogue-words.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface CataloguePageProps {
  frame: Frame
  now: string
  /** Which build this is; null where nothing was built. */
  release: string | null
}

export function CataloguePage({ frame, now, release }: CataloguePageProps) {
  const today = dayOf(now)
  return (
    <StaffLayout frame={frame} title="Catalogue" trail={['/staff/office', 'Office']} door="/staff/office">
      <p>
        What every award is checked against, as of {dayTold(today)}
        {release && (
          <>
            {' '}
            (release <code>{release}</code>)
          </>
        )}
        . To find something, search this page with your browser.
      </p>
      <p>
        It is read-only here. It stands in the repository, in <code>shared/rules.ts</code>,{' '}
        <code>shared/programme.ts</code> and <code>shared/catalogue/</code>, and is changed by a commit that
        is reviewed and deployed. What ends gets a last day and stays, because awards name it. “Assumed” marks
        what no source of ours says.
      </p>
      <nav aria-label="On this page">
        <ul class="contact">
          {(
            [
              ['rules', 'Rules'],
              ['pathways', 'Pathways'],
              ['areas', 'Areas'],
              ['courses', 'Courses'],
              ['colleges', 'Colleges'],
            ] as const
          ).map(([id, text]) => (
            <li>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <RuleTables />
      <Pathways today={today} />
      <Areas />
      <Courses today={today} />
      <Colleges today={today} />
    </StaffLayout>
  )
}

const ruleNames: Record<Exclude<keyof Rules, 'from'>, [what: string, unit: string]> = {
  requiredSets: ['Required areas', ''],
  electives: ['Further areas, at least', ''],
  timeLimitYears: ['From enrolment to certification, at most', 'years'],
  validYears: ['Certified for', 'years'],
  renewalWindowMonths: ['Renewal opens before the last day', 'months'],
  graceMonths: ['Grace after the last day', 'months'],
  renewalHours: ['Contact hours for a renewal', 'hours'],
  renewalTechnologyHours: ['Of these in technology, at least', 'hours'],
  experienceHours: ['Library work', 'hours'],
  experienceYears: ['Counted over the last', 'years'],
  provisionalYears: ['Provisional for, at most', 'years'],
  courseCreditYears: ['A course counts before its approval for', 'years'],
}

function RuleTables() {
  return (
    <section id="rules">
      <h2>Rules</h2>
      {ruleVersions.map((rules, i) => (
        <Table
          caption={`In force ${span(rules.from, ruleVersions[i + 1]?.from, 'until before')}`}
          heads={['What', 'How much']}
        >
          {Object.entries(ruleNames).map(([name, [what, unit]]) => (
            <Row
              head={what}
              cells={[
                ['How much', `${rules[name as keyof typeof ruleNames].toLocaleString('en-US')} ${unit}`],
              ]}
            />
          ))}
        </Table>
      ))}
    </section>
  )
}

function Pathways({ today }: { today: Day }) {
  return (
    <section id="pathways">
      <h2>Pathways</h2>
      <Table heads={['Pathway', 'Open', 'Today', 'Assumed']}>
        {Object.values(pathways).map(({ label, from, to, assumed }) => (
          <Row
            head={label}
            cells={[
              ['Open', span(from, to)],
              ['Today', isOpen(today, from, to) ? 'open' : 'closed to new work'],
              ['Assumed', assumed ? sentence(assumed) : 'nothing'],
            ]}
          />
        ))}
      </Table>
    </section>
  )
}

function Areas() {
  const versions = Object.entries(statementVersions) as [
    StatementVersion,
    (typeof statementVersions)['2009'],
  ][]
  return (
    <section id="areas">
      <h2>Areas (competency sets)</h2>
      <Table
        heads={['Area', 'Kind', 'Other names', ...versions.map(([version]) => `Statements of ${version}`)]}
      >
        {Object.values(sets).map(({ id, label, kind, aliases, page }) => (
          <Row
            head={<a href={page}>{label}</a>}
            cells={[
              ['Kind', kind],
              ['Other names', aliases.join(' · ')],
              ...versions.map(([version]): [string, Child] => [
                `Statements of ${version}`,
                known(id, version),
              ]),
            ]}
          />
        ))}
      </Table>
      <Table caption="Versions of the statements" heads={['Version', 'Approved', 'In force from', 'Source']}>
        {versions.map(([version, { approvedOn, from, source }]) => (
          <Row
            head={version}
            cells={[
              ['Approved', dayTold(approvedOn)],
              ['In force from', dayTold(from)],
              ['Source', <Source url={source} />],
            ]}
          />
        ))}
      </Table>
    </section>
  )
}

/** How much is known of an area's statements, and what is not. */
function known(set: SetId, version: StatementVersion): Child {
  const { briefs, gap } = statementsOf(set, version)
  const page = <a href={`/achievements/lssc/sets/${set}#${version}`}>{briefs.length} in our words</a>
  return (
    <>
      {briefs.length > 0 && page}{' '}
      {gap && <span class="soft">{briefs.length > 0 ? 'One more is not known.' : 'Not known.'}</span>}
    </>
  )
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`
}
