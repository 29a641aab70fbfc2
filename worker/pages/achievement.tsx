/** What is LSSC? For someone who meets the letters for the first time, in the order in which people ask. */
import { achievementUrl, type Occupation, occupations } from '../../shared/achievement.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type SetId, sets } from '../../shared/programme.ts'
import type { Rules } from '../../shared/rules.ts'
import { areaNotes } from './area-notes.ts'
import { Box } from './box.tsx'
import { WhoAnswers } from './explain.tsx'
import { JsonLd } from './json-ld.tsx'
import { Layout } from './layout.tsx'
import { certification } from './schema-org.ts'

/** @param rules those in force today */
export function AchievementPage({ issuer, rules }: { issuer: Issuer; rules: Rules }) {
  const all = Object.values(sets)
  const url = achievementUrl(issuer.origin)
  return (
    <Layout
      title="What is LSSC? The Library Support Staff Certification"
      description="A voluntary U.S. certification for library support staff: a year of library work, and six or more of ten areas passed. What holders did for it, how long it runs, and how to check one."
      issuer={issuer}
      url={url}
      head={
        <>
          <link rel="alternate" type="application/ld+json" href={`${url}.json`} />
          <JsonLd data={certification(issuer, rules)} />
        </>
      }
    >
      <h1>What is LSSC?</h1>
      <p class="lead">
        LSSC is the Library Support Staff Certification: a voluntary U.S. certification for library support
        staff, run by ALA-APA, the American Library Association’s companion organization. Holders have a year
        of library work behind them and passed six or more of ten areas, such as cataloging or youth services.
        It runs for {SPELLED[rules.validYears] ?? rules.validYears} years at a time.
      </p>
      <h2>What did the holder do to get it?</h2>
      <ul>
        <li>
          Worked in a library for about a year ({rules.experienceHours.toLocaleString('en')} hours, paid or
          volunteer) in the {SPELLED[rules.experienceYears] ?? rules.experienceYears} years before, and
          finished high school.
        </li>
        <li>
          Passed each area by an approved course, by a portfolio that two experts reviewed, or as part of a
          college program that ALA-APA recognizes. Areas are passed, not graded; there are no levels.
        </li>
        <li>
          A graduate of a recognized college program may hold it provisionally until the year of library work
          is shown. The record says so.
        </li>
      </ul>
      <section id="areas" class="apart">
        <h2>Which areas are there?</h2>
        <h3>Every holder has these</h3>
        <AreaList ids={all.filter(({ kind }) => kind === 'required').map(({ id }) => id)} />
        <h3>Each holder chose at least three of these</h3>
        <AreaList ids={all.filter(({ kind }) => kind === 'elective').map(({ id }) => id)} />
        <p>A record lists every area that its holder passed, with how and when.</p>
      </section>
      <h2>Does it expire?</h2>
      <p>
        Yes. It runs for {SPELLED[rules.validYears] ?? rules.validYears} years. To renew it, a holder shows{' '}
        {rules.renewalHours} hours of further learning, at least{' '}
        {SPELLED[rules.renewalTechnologyHours] ?? rules.renewalTechnologyHours} of them in technology. One
        that ended was still earned: that says nothing about skill or conduct.
      </p>
      <h2>Is it a license?</h2>
      <p>
        No. It is voluntary, and someone without it may know all of this, too. It is one more piece about an
        applicant, never a gate.
      </p>
      <h2>What does it not show?</h2>
      <p>Who the applicant is, how someone does a job, and anything outside the areas listed.</p>
      <h2>How do I check one?</h2>
      <p>Ask the holder for the code or the link of their record. Checking is free, without an account.</p>
      <Box label="Code or link of a record" />
      <h2>Which occupations does it relate to?</h2>
      <p>It relates to these, as public lists of occupations name them; none of these lists asks for it.</p>
      <ul class="ruled">
        {occupations.map(({ name, code, framework, url }) => (
          <li>
            <a class="area" href={url}>
              {capitalized(name)}
            </a>
            <p>
              {LISTS[framework]}, {code}
            </p>
          </li>
        ))}
      </ul>
      <WhoAnswers issuer={issuer} />
      <p class="soft">
        For programs: <a href={`${url}.json`}>the certification as Open Badges 3.0 JSON</a>
        {'\u00a0· '}
        <a href="/api/v1/programme">areas, statements and rules as JSON</a>
      </p>
    </Layout>
  )
}

/** As sentences spell them. */
const SPELLED: Record<number, string> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' }

/** Who keeps the list that an occupation stands in. */
const LISTS: Record<Occupation['framework'], string> = {
  'O*NET-SOC': 'O*NET, of the U.S. Department of Labor',
  ESCO: 'ESCO, of the European Union',
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function AreaList({ ids }: { ids: SetId[] }) {
  return (
    <ul class="ruled">
      {ids.map((id) => (
        <li>
          <a class="area" href={`/achievements/lssc/sets/${id}`}>
            {sets[id].label}
          </a>
          <p>{areaNotes[id].about}</p>
        </li>
      ))}
    </ul>
  )
}
