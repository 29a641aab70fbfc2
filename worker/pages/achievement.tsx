/** What the certification means, and each of its areas: for someone who meets the letters LSSC for the first time. */
import { statementsOf } from '../../shared/catalogue/statements.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type SetId, sets, statementVersions } from '../../shared/programme.ts'
import { rulesOn } from '../../shared/rules.ts'
import { tellDay } from '../../shared/telling.ts'
import { en } from '../../shared/words/en.ts'
import { areaNotes } from './area-notes.ts'
import { WhoAnswers } from './explain.tsx'
import { Layout } from './layout.tsx'

const PAGE = '/achievements/lssc'

/** @param today decides which rules are told */
export function AchievementPage({ issuer, today }: { issuer: Issuer; today: string }) {
  const rules = rulesOn(today)
  const all = Object.values(sets)
  return (
    <Layout
      title="What the Library Support Staff Certification means"
      description="A voluntary U.S. certification for library support staff: six or more of ten areas, passed by approved course, reviewed portfolio or recognized college program."
      issuer={issuer}
      url={`${issuer.origin}${PAGE}`}
    >
      <h1>{en.certification}</h1>
      <p class="lead">
        {en.explainer({ issuer: issuer.short, contact: '', ended: false, successor: false })}
      </p>
      <h2>What every holder has</h2>
      <AreaList ids={all.filter(({ kind }) => kind === 'required').map(({ id }) => id)} />
      <h2>What each holder chooses from</h2>
      <p>
        At least three of these seven. A record lists every area that its holder passed, with how and when.
      </p>
      <AreaList ids={all.filter(({ kind }) => kind === 'elective').map(({ id }) => id)} />
      <h2>How it is earned and kept</h2>
      <ul>
        <li>
          Before: a high-school diploma and {rules.experienceHours.toLocaleString('en')} hours of library work
          (about a year), paid or volunteer, in the last {rules.experienceYears} years.
        </li>
        <li>
          Each area by an approved course, by a portfolio that two experts reviewed, or as part of a college
          program that {issuer.short} recognizes. Areas are passed, not graded; there are no levels.
        </li>
        <li>
          It runs for {rules.validYears} years. To renew it, a holder shows {rules.renewalHours} hours of
          further learning, at least {rules.renewalTechnologyHours} of them in technology.
        </li>
        <li>
          Graduates of recognized college programs may hold it provisionally until they have shown the year of
          library work; their record says so.
        </li>
      </ul>
      <h2>{en.labels.notProved}</h2>
      <p>{en.notProved} Someone without it may know all of this, too: it is one more piece, never a gate.</p>
      <WhoAnswers issuer={issuer} />
    </Layout>
  )
}

function AreaList({ ids }: { ids: SetId[] }) {
  return (
    <ul class="ruled">
      {ids.map((id) => (
        <li>
          <a class="area" href={`${PAGE}/sets/${id}`}>
            {sets[id].label}
          </a>
          <p>{areaNotes[id].about}</p>
        </li>
      ))}
    </ul>
  )
}

export function AreaPage({ issuer, set }: { issuer: Issuer; set: SetId }) {
  const { label, kind, aliases } = sets[set]
  const { about, duties, topics } = areaNotes[set]
  return (
    <Layout
      title={`${label}: one of the ten areas of LSSC`}
      description={about}
      issuer={issuer}
      url={`${issuer.origin}${PAGE}/sets/${set}`}
    >
      <p class="trail">
        <a href={PAGE}>{en.certification}</a>
      </p>
      <h1>{label}</h1>
      <p class="lead">{about}</p>
      <p class="soft">
        {kind === 'required'
          ? 'Every holder has passed this area.'
          : 'Holders choose at least three of seven such areas; this is one.'}{' '}
        {issuer.short} calls an area a competency set.
        {aliases.length > 0 && ` Also known as: ${aliases.join(', ')}.`}
      </p>
      <h2>Duties it relates to</h2>
      <ul>
        {duties.map((duty) => (
          <li>{duty}</li>
        ))}
      </ul>
      <h2>To talk about in an interview</h2>
      <ul>
        {topics.map((topic) => (
          <li>{topic}</li>
        ))}
      </ul>
      <h2>What it covers</h2>
      <p>
        In short words of our own; <a href={sets[set].page}>{issuer.short}’s page</a> has the official
        statements. A record says which version its holder passed.
      </p>
      {(['2012', '2009'] as const).map((version) => (
        <Version set={set} version={version} />
      ))}
    </Layout>
  )
}

function Version({ set, version }: { set: SetId; version: keyof typeof statementVersions }) {
  const { briefs, gap } = statementsOf(set, version)
  const { from, source } = statementVersions[version]
  return (
    <section id={version} class="version">
      <h3>
        Statements of {version}, in use{' '}
        {version === '2009' ? 'until the revision of 2012' : `since ${tellDay(from, en.lang)}`}
      </h3>
      {briefs.length > 0 && (
        <ul>
          {briefs.map((brief) => (
            <li>{brief}</li>
          ))}
        </ul>
      )}
      {gap && <p class="soft">{gap}</p>}
      <p class="soft">
        <a href={source}>Where this version was announced</a>
      </p>
    </section>
  )
}
