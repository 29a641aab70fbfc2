/** What each act on a record asks for. */
import { rulesOn } from '../../shared/rules.ts'
import { graceEnds, renewalOpens } from '../../shared/term.ts'
import { Choice, Field, type FieldError, Radios, TextField } from '../pages/fields.tsx'
import type { OpenFile } from '../services/open-file.ts'
import { holdReasons, withdrawalReasons } from '../services/reasons.ts'
import type { ActName } from '../services/record-acts.ts'
import { dayTold } from '../when.ts'
import { NameFields } from './act-name.tsx'
import { AskedFor } from './record-removal.tsx'
import { tellDetails } from './record-words.ts'

/** What was typed; or what stands there at first. */
export interface Typed {
  get(name: string): string
  all(name: string): string[]
}

export interface ActFieldsProps {
  act: ActName
  file: OpenFile
  typed: Typed
  errors: FieldError[]
}

export function ActFields(props: ActFieldsProps) {
  switch (props.act) {
    case 'renew':
      return <RenewFields {...props} />
    case 'complete':
      return (
        <Note
          {...props}
          needed
          label="What was shown, and by whom"
          hint="For example: a letter of the library’s director, 1,900 hours since March 2023. It stays in the file."
        />
      )
    case 'name':
      return <NameFields {...props} />
    case 'suspend':
      return (
        <>
          <Reasons {...props} reasons={holdReasons} />
          <Note {...props} label="Note for the file" />
          <p class="soft">
            The reason for a hold is never published: the public page says so, and that a hold is no mark
            against anyone.
          </p>
        </>
      )
    case 'reinstate':
      return <Note {...props} needed label="Why the hold can end" hint="It stays in the file." />
    case 'revoke':
      return (
        <>
          <Reasons {...props} reasons={withdrawalReasons} />
          <Note
            {...props}
            needed
            label="What was found"
            hint="The second person decides on it. It stays in the file."
          />
          <PublicNote
            {...props}
            hint="Outsiders read it once the withdrawal is final, and not before. Without one they read that the reason is not published."
          />
        </>
      )
    case 'confirm':
      return (
        <>
          <Proposed file={props.file} />
          <PublicNote
            {...props}
            hint="Outsiders read it from now on. Without one they read that the reason is not published."
          />
        </>
      )
    case 'decline':
      return (
        <>
          <Proposed file={props.file} />
          <Radios
            value={props.typed.get('to')}
            errors={props.errors}
            name="to"
            legend="And the hold?"
            options={[
              ['good', 'End it', 'The record is in force again, as far as its dates allow.'],
              [
                'suspended',
                'Keep it on hold',
                'Outsiders go on reading “on hold”; someone takes it off hold later.',
              ],
            ]}
          />
          <Note {...props} needed label="Why it is not withdrawn" hint="It stays in the file." />
        </>
      )
    case 'remove':
      return (
        <>
          <Note
            {...props}
            needed
            label="How its holder asked, and how you know that it was they"
            hint="The second person decides on it. It goes with the record."
          />
          <p class="soft">
            If they only want it out of sight, they can make it private on their own page, and undo that at
            any time.
          </p>
        </>
      )
    case 'remove-now':
      return <Asked {...props} />
    case 'keep':
      return (
        <>
          <Asked {...props} />
          <Note {...props} needed label="Why it is not removed" hint="It stays in the file." />
        </>
      )
  }
}

function RenewFields({ file, typed, errors }: ActFieldsProps) {
  const { expiresOn } = file.record
  const { renewalHours, renewalTechnologyHours } = rulesOn(expiresOn)
  return (
    <>
      <p>
        This term can be renewed from {dayTold(renewalOpens(expiresOn))} to{' '}
        <b>{dayTold(graceEnds(expiresOn))}</b>. The new term follows the old one, on whatever day it was
        renewed.
      </p>
      <Field
        name="on"
        label="Day on which the renewal came in"
        type="date"
        value={typed.get('on')}
        hint="Today, or an earlier day within that time if it is only written down now."
        errors={errors}
        required
      />
      <Field
        name="contactHours"
        label="Contact hours"
        value={typed.get('contactHours')}
        hint={`At least ${renewalHours}, each of 60 minutes.`}
        errors={errors}
        required
        more={{ inputmode: 'decimal' }}
      />
      <Field
        name="technologyHours"
        label="Of these, in technology"
        value={typed.get('technologyHours')}
        hint={`At least ${renewalTechnologyHours}.`}
        errors={errors}
        required
        more={{ inputmode: 'decimal' }}
      />
      <Note
        act="renew"
        file={file}
        typed={typed}
        errors={errors}
        label="What the hours were"
        hint="It stays in the file."
      />
    </>
  )
}

function Proposed({ file }: { file: OpenFile }) {
  const { proposal } = file
  if (!proposal) return null
  return (
    <div class="wide proposed">
      <p>
        {proposal.actor} proposed on {dayTold(proposal.effectiveOn)} to withdraw it:
      </p>
      <ul>
        {tellDetails(proposal).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Asked({ file }: ActFieldsProps) {
  return (
    <div class="wide proposed">
      <AskedFor file={file} />
    </div>
  )
}

function Reasons({ typed, errors, reasons }: ActFieldsProps & { reasons: Record<string, string> }) {
  return (
    <Choice
      name="reason"
      label="Reason"
      none="Choose a reason"
      value={typed.get('reason')}
      options={Object.entries(reasons)}
      hint="It stays in the file."
      errors={errors}
      required
      wide
    />
  )
}

function Note({
  typed,
  errors,
  label,
  hint,
  needed,
}: ActFieldsProps & { label: string; hint?: string; needed?: boolean }) {
  return (
    <TextField
      name="note"
      label={label}
      value={typed.get('note')}
      hint={hint ?? 'It stays in the file.'}
      errors={errors}
      required={needed}
      rows={3}
    />
  )
}

function PublicNote({ typed, errors, hint }: ActFieldsProps & { hint: string }) {
  return (
    <Field
      name="publicNote"
      label="Public note"
      value={typed.get('publicNote')}
      hint={hint}
      errors={errors}
      wide
    />
  )
}
