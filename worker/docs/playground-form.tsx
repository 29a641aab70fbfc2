/** The playground's form, filled in as it was sent. */
import type { Child } from 'hono/jsx'
import { areas, type SetId } from '../../shared/areas.ts'
import { type Release, variants } from '../../shared/embed.ts'
import { type Choice, type Look, looks } from '../../shared/playground.ts'
import { testCases } from '../../shared/test-numbers.ts'
import { Code } from './section.tsx'
import { testCaseNotes } from './state-notes.ts'

export interface PlaygroundProps {
  origin: string
  release: Release
  choice: Choice
}

export function PlaygroundForm({ origin, release, choice }: PlaygroundProps) {
  return (
    <form
      id="try"
      method="get"
      action="/docs#playground"
      data-origin={origin}
      data-release={JSON.stringify(release)}
    >
      <Record choice={choice} />
      <Application choice={choice} />
      <Looks choice={choice} />
      <p class="send">
        <button type="submit" class="button filled">
          Show the code for this choice
        </button>
        <span class="soft">Use an invented name here: without script it goes into the address.</span>
      </p>
      <YourPage />
    </form>
  )
}

function Record({ choice }: { choice: Choice }) {
  return (
    <fieldset>
      <legend>The record</legend>
      <Field id="case" label="State">
        <select id="case" name="case">
          {testCases.map((one) => (
            <option value={one} selected={one === choice.testCase}>
              {one}: {testCaseNotes[one].label}
            </option>
          ))}
        </select>
      </Field>
      <Field id="variant" label="Variant">
        <select id="variant" name="variant">
          {variants.map((one) => (
            <option selected={one === choice.variant}>{one}</option>
          ))}
        </select>
      </Field>
    </fieldset>
  )
}

function Application({ choice }: { choice: Choice }) {
  const { applicantName, applicantEmail, jobAreas, appliedAt } = choice
  const plain = { type: 'text', autocomplete: 'off', spellcheck: false }
  return (
    <fieldset>
      <legend>The application</legend>
      <Field id="applicant-name" label="Applicant’s name">
        <input id="applicant-name" name="applicant-name" value={applicantName} {...plain} />
      </Field>
      <Field id="applicant-email" label="Applicant’s e-mail">
        <input id="applicant-email" name="applicant-email" value={applicantEmail} {...plain} />
      </Field>
      <Field id="applied-at" label="Applied on">
        <input id="applied-at" name="applied-at" type="date" value={appliedAt} />
      </Field>
      <Field id="job-areas" label="Areas that the job names" wide>
        <input
          id="job-areas"
          name="job-areas"
          value={jobAreas}
          aria-describedby="job-areas-hint"
          {...plain}
        />
        <p id="job-areas-hint" class="soft">
          Ids, each with the ad’s phrases in brackets. <a href="/docs/job-ad">Make them from an ad</a>
        </p>
      </Field>
      <details class="wide">
        <summary>The ten ids</summary>
        <ul>
          {(Object.keys(areas) as SetId[]).map((id) => (
            <li>
              <Code>{id}</Code> {areas[id].label}
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  )
}

function Looks({ choice }: { choice: Choice }) {
  return (
    <fieldset>
      <legend>Custom properties</legend>
      {(Object.keys(looks) as Look[]).map((name) => (
        <Field id={name} label={looks[name].label}>
          <select id={name} name={name}>
            <option value="">as they are</option>
            {Object.entries(looks[name].options).map(([value, label]) => (
              <option value={value} selected={value === choice.looks[name]}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      ))}
    </fieldset>
  )
}

/** What a badge finds around it: only a script can put it there, so without one this is not shown. */
function YourPage() {
  return (
    <fieldset class="with-script" hidden>
      <legend>Your page around it</legend>
      <Field id="scheme" label="Color scheme">
        <select id="scheme">
          <option value="">as this page</option>
          <option>light</option>
          <option>dark</option>
        </select>
      </Field>
      <Field id="direction" label="Direction">
        <select id="direction">
          <option value="ltr">left to right</option>
          <option value="rtl">right to left</option>
        </select>
      </Field>
      <Field
        id="width"
        label={
          <>
            Column width: <output for="width">736 px</output>
          </>
        }
      >
        <input id="width" type="range" min="240" max="736" step="8" value="736" />
      </Field>
    </fieldset>
  )
}

function Field({
  id,
  label,
  wide,
  children,
}: {
  id: string
  label: Child
  wide?: boolean
  children?: Child
}) {
  return (
    <div class={wide ? 'wide' : undefined}>
      <label for={id}>{label}</label>
      {children}
    </div>
  )
}
