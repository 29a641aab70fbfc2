/**
 * The demo job board: a page that belongs to somebody else, with a look of its own. It shows how the badge sits
 * beside applications; the people and the library are invented.
 */
import { html } from 'hono/html'
import type { Day } from '../../shared/dates.ts'
import { relatedAreas } from '../../shared/job.ts'
import { writeJobAreas } from '../../shared/job-areas.ts'
import { tellDay } from '../../shared/telling.ts'

export interface DemoApplicant {
  /** As on the application: it need not be the name on the record. */
  name: string
  /** One line of the application. */
  note: string
  /** The day of the application, YYYY-MM-DD. */
  appliedOn: Day
  /** The link that they gave; absent for someone who gave none, for whom nothing is shown. */
  credential?: string | undefined
}

/** The ad, as its library wrote it. */
const AD = {
  title: 'Library Assistant, Technical Services',
  text: 'Join a team of four that brings new books, films and music to the shelf. You will do copy cataloging in the shared catalog, order and receive materials, keep item records clean, and help with weeding the collection. Two afternoons a week you will help the public with computers and e-books.',
  wanted: [
    'High-school diploma, and some library work, paid or volunteer',
    'Care with detail, and an eye for what is missing',
    'Copy cataloging or acquisitions experience is a plus; so are certificates in them',
  ],
}

/** What a board does once, when the ad is posted: which areas its own words relate to. */
const JOB_AREAS = writeJobAreas(relatedAreas([AD.title, AD.text, ...AD.wanted].join('\n')))

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
      <h1>{AD.title}</h1>
      <p class="meta">Marrow County Library, Central Branch · full time · $19.40 to $23.10 an hour</p>
      <p>{AD.text}</p>
      <h2>What we look for</h2>
      <ul>
        {AD.wanted.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </article>
  )
}

/** The tag as the docs give it: a real link inside, so that it is one where no script runs. */
function Applicant({ name, note, appliedOn, credential }: DemoApplicant) {
  return (
    <li>
      <p class="applicant">
        <bdi>{name}</bdi>
      </p>
      <p>{note}</p>
      <p class="meta">Applied {tellDay(appliedOn, 'en')}</p>
      {credential && (
        <lssc-badge
          credential={credential}
          variant="row"
          applicant-name={name}
          applied-at={appliedOn}
          job-areas={JOB_AREAS}
        >
          <a href={credential}>LSSC record</a>
        </lssc-badge>
      )}
    </li>
  )
}
