/** One of the ten areas: what it covers, the duties that it relates to, and what to talk about. */
import { areaUrl } from '../../shared/achievement.ts'
import { statementsOf } from '../../shared/catalogue/statements.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type SetId, sets, statementVersions } from '../../shared/programme.ts'
import { tellDay } from '../../shared/telling.ts'
import { en } from '../../shared/words/en.ts'
import { areaNotes } from './area-notes.ts'
import { competencyIndex, inCompetencyIndex } from './cross-walk.ts'
import { JsonLd } from './json-ld.tsx'
import { Layout } from './layout.tsx'
import { area } from './schema-org.ts'

const PAGE = '/achievements/lssc'

export function AreaPage({ issuer, set }: { issuer: Issuer; set: SetId }) {
  const { label, kind, aliases, page } = sets[set]
  const { about, duties, topics } = areaNotes[set]
  const url = areaUrl(issuer.origin, set)
  return (
    <Layout
      title={`${label}: one of the ten areas of LSSC`}
      description={`${about} What the area covers, the duties it relates to, and three topics for an interview.`}
      issuer={issuer}
      url={url}
      head={
        <>
          <link rel="alternate" type="application/ld+json" href={`${url}/area.json`} />
          <JsonLd data={area(issuer, set)} />
        </>
      }
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
        ALA-APA calls an area a competency set.
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
        In short words of our own; <a href={page}>ALA-APA’s page</a> has the official statements. A record
        says which version its holder passed.
      </p>
      {(['2012', '2009'] as const).map((version) => (
        <Version set={set} version={version} />
      ))}
      <Elsewhere subject={inCompetencyIndex[set]} />
      <p class="soft">
        For programs: <a href={`${url}/area.json`}>this area as JSON</a>
      </p>
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

/** For libraries that plan by another list. */
function Elsewhere({ subject }: { subject: string | undefined }) {
  if (!subject) return null
  const { by, name, url } = competencyIndex
  return (
    <>
      <h2>If your library plans by {by}’s index</h2>
      <p>
        Its <a href={url}>{name}</a> has this subject under {subject}. That is our own reading: the index
        names the LSSC competencies among its sources, but neither list stands for the other.
      </p>
    </>
  )
}
