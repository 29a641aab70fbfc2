/** What it is good for, what it must not be used for, and what it cannot do. */
import type { Issuer } from '../../shared/issuer.ts'
import { FRESH_FOR } from '../../shared/status-list.ts'
import { Code, Section } from './section.tsx'

export function Meaning() {
  return (
    <Section id="meaning" title="Whose it is, and what relates to the job">
      <p>Both stand beside the verdict, and neither changes it.</p>
      <ul>
        <li>
          <b>Whose it is.</b> Give the badge the name (and the address) on the application, and it says
          whether the record is in the same name, in a similar one, or in another. Nobody checks identity
          here. People change names, use another at work, or type it without accents: another name is a
          question to ask, no ground to reject.
        </li>
        <li>
          <b>What relates to the job.</b> Give it the areas that your ad names, and those of them that the
          person has passed come first, with the ad’s own words. Areas that the person lacks are not listed.{' '}
          <a href="/docs/job-ad">Which areas does an ad name?</a>
        </li>
      </ul>
      <h3>What not to do with it</h3>
      <ul>
        <li>
          <b>Never a gate.</b> Do not make the certificate a required field, and do not filter by it. It is
          voluntary, and few people have one.
        </li>
        <li>
          <b>Never a score.</b> Areas are passed, not graded, and there are no levels. More areas are not
          better than others, so do not count them, sort by them or rank people by them.
        </li>
        <li>
          <b>Never an automatic no.</b> Withdrawn, on hold, private or not found can each have an ordinary
          reason. Leave what is not green to a person who can ask.
        </li>
      </ul>
    </Section>
  )
}

export function Limits({ issuer }: { issuer: Issuer }) {
  return (
    <Section id="limits" title="What it cannot do">
      <ul class="spaced">
        <li>
          <b>Whoever writes the page can draw anything,</b> this badge included, to the last pixel. It helps
          on an honest page; no badge can prove that a page is one. So:
          <ul>
            <li>Take the link as data, in a form field of its own.</li>
            <li>
              Write <Code>&lt;lssc-badge&gt;</Code> in your own template, in a place where applicants cannot
              write. Never let it, or a picture of it, come out of an applicant’s HTML.
            </li>
            <li>
              Sanitize what applicants write without <Code>style</Code>, <Code>class</Code>, <Code>svg</Code>,{' '}
              <Code>img</Code>, <Code>iframe</Code> and custom elements, and show it as theirs.
            </li>
            <li>Let your server ask, and keep what it was told and when.</li>
            <li>
              Teach your readers the check that no page can touch: type the code at{' '}
              <Code>{new URL(issuer.origin).host}</Code> yourself.
            </li>
          </ul>
        </li>
        <li>
          <b>A genuine badge on someone else’s application</b> is the cheapest fraud. Give the badge the
          applicant’s name, or read the name on it. The same name can still be another person.
        </li>
        <li>
          <b>A screenshot proves nothing.</b> The code and a link to the issuer’s own page are on every
          record.
        </li>
        <li>
          <b>Withdrawal is seen within minutes, not at once.</b> A status list counts as fresh for{' '}
          {FRESH_FOR / 60} minutes after it was signed; a badge that is already on the screen stays as it was
          checked, and says when.
        </li>
        <li>
          <b>With the service down</b> a new reader sees your link. A badge that has the <Code>token</Code>{' '}
          and knows the issuer’s keys can still say “genuine, but we couldn’t check today”, and is not green.
        </li>
        <li>
          <b>What a look-up tells us:</b> the numbers on the page, together; and, as with every such request,
          an internet address and the name of your site (the header <Code>Origin</Code>). Not which page,
          which applicant or which job. Names and addresses are compared in the browser. With a token, no
          number is asked for as long as it is in force.
        </li>
      </ul>
    </Section>
  )
}

/** Only what a test of this project shows. */
export function Tested() {
  return (
    <Section id="tested" title="Accessibility and privacy, as tested">
      <ul>
        <li>
          axe finds nothing in any variant and state, light and dark. Pill, row and card fit a column from 320
          pixels, stay whole at twice the text size, from right to left and in forced colors.
        </li>
        <li>
          A screen reader hears the verdict once. A row opens and closes by keyboard and says so; “Try again”
          keeps the reader’s place. The badge announces nothing by itself.
        </li>
        <li>On paper everything that opens is open, and address, code and time are there.</li>
        <li>
          No cookie, no storage, no referrer, and nobody is asked but the issuer: at most three requests for a
          hundred badges on one status list.
        </li>
        <li>
          Tested in Chromium; tried in Firefox 153 and WebKitGTK 2.50, where every state came out as in
          Chromium. Safari has what it needs, and has not been tested by us.
        </li>
      </ul>
    </Section>
  )
}
