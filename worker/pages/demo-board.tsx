/**
 * The demo job board: a page that belongs to somebody else, with a look of its own. It shows how the badge sits
 * beside applications; the people and the library are invented.
 */
import { html } from 'hono/html'
import type { SetId } from '../../shared/programme.ts'

export interface DemoApplicant {
  /** As on the application: it need not be the name on the record. */
  name: string
  /** One line of the application. */
  note: string
  /** The link that they gave; absent for someone who gave none, for whom nothing is shown. */
  credential?: string | undefined
}

/** What the ad's own words relate to. */
export const DEMO_JOB_AREAS: SetId[] = [
  'cataloging-and-classification',
  'collection-management',
  'technology',
]

export function DemoBoardPage({ applicants }: { applicants: DemoApplicant[] }) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Library Assistant, Technical Services · Marrow County Library Jobs (demonstration)</title>
        <link rel="stylesheet" href="/demo-board.css" />
        <script type="module" src="/widget/v1/lssc-badge.js" />
      </head>
      <body>
        <aside class="notice" aria-label="Demonstration">
          <b>Demonstration.</b> This job board, its library and its applicants are invented. The badges are
          the real element, as any job board would paste it. <a href="/">Back to LSSC Badge</a>
        </aside>
        <header>
          <div>
            <p class="board">Marrow County Library Jobs</p>
            <nav aria-label="Board">
              <a href="#job">Posting</a> <a href="#applicants">Applicants</a>
            </nav>
          </div>
        </header>
        <main>
          <Ad />
          <section id="applicants">
            <h2>Applicants</h2>
            <p class="meta">In the order in which they applied</p>
            <ul class="applicants">
              {applicants.map((applicant) => (
                <Applicant {...applicant} />
              ))}
            </ul>
          </section>
        </main>
      </body>
    </html>
  )}`
}

function Ad() {
  return (
    <article id="job">
      <p class="meta">Reference 118 · open until filled</p>
      <h1>Library Assistant, Technical Services</h1>
      <p class="meta">Marrow County Library, Central Branch · full time · $19.40 to $23.10 an hour</p>
      <p>
        Join a team of four that brings new books, films and local history to the shelf. You will do copy
        cataloging in the shared catalog, order and receive materials, keep item records clean, and help with
        weeding the collection. Two afternoons a week you will help the public with computers and e-books.
      </p>
      <h2>What we look for</h2>
      <ul>
        <li>High-school diploma, and some library work, paid or volunteer</li>
        <li>Care with detail, and a friendly way with people</li>
        <li>Copy cataloging or acquisitions experience is a plus; so are certificates in them</li>
      </ul>
    </article>
  )
}

/** The tag as the docs give it: a real link inside, so that it is one where no script runs. */
function Applicant({ name, note, credential }: DemoApplicant) {
  return (
    <li>
      <p class="applicant">
        <bdi>{name}</bdi>
      </p>
      <p>{note}</p>
      {credential && (
        <lssc-badge
          credential={credential}
          variant="row"
          applicant-name={name}
          job-areas={DEMO_JOB_AREAS.join(' ')}
        >
          <a href={credential}>LSSC record</a>
        </lssc-badge>
      )}
    </li>
  )
}
