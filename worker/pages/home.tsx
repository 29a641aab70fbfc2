/** The front door: what this is, the one box, and a door for each of the people who come. */
import type { Child } from 'hono/jsx'
import type { Issuer } from '../../shared/issuer.ts'
import { Box, Tag } from './box.tsx'
import { Emblem, Icon } from './icons.tsx'
import { Layout, telephone } from './layout.tsx'

export function HomePage({ issuer }: { issuer: Issuer }) {
  return (
    <Layout
      title="Check a Library Support Staff Certification (LSSC)"
      description="See what a holder of the Library Support Staff Certification earned, and whether it is in force today. Free, no account."
      issuer={issuer}
      url={`${issuer.origin}/`}
    >
      <h1>Check a Library Support Staff Certification</h1>
      <p class="lead">
        The Library Support Staff Certification (LSSC) is a voluntary U.S. certification run by ALA-APA, the
        American Library Association’s companion organization. It asks for a year of library work and for six
        or more of ten areas, passed in approved courses, by a reviewed portfolio or in a recognized college
        program. Each holder has a record here: anyone can see what was earned and whether it is in force
        today, free and without an account.
      </p>
      <Box label="Code or link of a record" />
      <h2>What you will see</h2>
      <Example />
      <h2>Where to go from here</h2>
      <div class="doors">
        <Door title="You hold an LSSC">
          Your record has a link and a code. Put either on a resume, in an application or on paper, and anyone
          can check it. <a href="/my">Open your own page</a> for your resume line, paper and files, and to
          decide who sees what. <a href="/help">Ask the office</a> if you have lost them, were certified years
          ago, or want to renew, correct something or change your name.
        </Door>
        <Door title="You hire">
          Type the code above. <a href="/achievements/lssc">What is LSSC?</a> tells what holders did for it,
          what the ten areas mean, and has topics for an interview. It is one more piece about an applicant,
          never a gate: nobody is marked for not having one.
        </Door>
        <Door title="You run a job board">
          One script and one tag show a record beside an application and check it in the reader’s own browser.
          No cookies, no tracking, no score. <a href="/docs">Put it on your page</a>.{' '}
          {issuer.demo && <a href="/demo">See it on a demonstration job board</a>}
        </Door>
        <Door title="You work in the certification office">
          Records are issued, corrected, renewed and withdrawn here, and every change is kept with its date,
          its reason and who made it.
        </Door>
      </div>
      <h2>Still on the way to LSSC?</h2>
      <p>
        Then there is no record for you here yet: a record begins on the day of certification. Your enrollment
        and the areas that you have already passed are with {issuer.short}, and are not lost: call{' '}
        <a href={telephone(issuer)}>{issuer.phone}</a> or write to{' '}
        <a href={`mailto:${issuer.email}`}>{issuer.email}</a>.
      </p>
    </Layout>
  )
}

function Door({ title, children }: { title: string; children?: Child }) {
  return (
    <section>
      <h3>{title}</h3>
      <p>{children}</p>
    </section>
  )
}

/** A card in small, of nobody. It says so inside, so that a picture of it can't pass for a record. */
function Example() {
  return (
    <figure class="example">
      <div class="record current">
        <p class="verdict">
          <Icon name="yes" />
          <b>Current: Library Support Staff Certification (LSSC)</b>
        </p>
        <div class="who">
          <Emblem />
          <p class="name">Sample Holder</p>
          <p class="soft">Example only: not a person, not a record</p>
          <p class="dates">Earned September 30, 2024 · current to September 30, 2028</p>
        </div>
        <ul class="ruled">
          <li>
            <b class="area">Cataloging and Classification</b>
            <p>Course: Fundamentals of cataloging, March 2022</p>
          </li>
          <li>
            <b class="area">Collections</b>
            <p>Course: Fundamentals of acquisitions, October 2023</p>
          </li>
        </ul>
      </div>
      <figcaption class="soft">
        An example, not a record. Other records say <Tag icon="ended" text="Not current" />{' '}
        <Tag icon="hold" text="On hold" /> or <Tag icon="lock" text="Private" />, each with what it means and
        what to do.
      </figcaption>
    </figure>
  )
}
