/** A change of name: what becomes of the old one, and the new one in its parts. */
import { nameOrders } from '../../shared/name-form.ts'
import { Choice, Field, type FieldError, idOf, Radios, TextField, Tick } from '../pages/fields.tsx'
import type { OpenFile } from '../services/open-file.ts'
import type { Typed } from './act-fields.tsx'

export interface NameFieldsProps {
  file: OpenFile
  typed: Typed
  errors: FieldError[]
}

export function NameFields({ file, typed, errors }: NameFieldsProps) {
  const { name } = file.record
  const known = [...new Set([...(name.former ?? []), name.display])]
  const wrong = errors.filter(({ field }) => field === 'former')
  return (
    <>
      <Radios
        value={typed.get('way')}
        errors={errors}
        name="way"
        legend="What becomes of the old name?"
        options={[
          [
            'same-link',
            'Same number, same link',
            'The page shows the new name. Copies in the old name read “replaced by a newer record”, and lead here. Whoever knows the link sees that the name changed. Choose it for slips of the pen, and where the old name is no secret.',
          ],
          [
            'new-number',
            'A new number; the old record becomes private',
            'The new name has a number, a link and a file of its own, and nothing public leads from the old name to the new one. The old link answers “private”, and old copies read “replaced”, without saying by what. The holder has to put the new link wherever the old one stands.',
          ],
        ]}
      />
      <Field
        name="display"
        label="New name, as its holder writes it"
        value={typed.get('display')}
        hint="In full, and in their own order and script."
        errors={errors}
        required
        wide
      />
      <Field
        name="given"
        label="Given name"
        value={typed.get('given')}
        hint="As it stands in the name above; or empty."
        errors={errors}
      />
      <Field
        name="family"
        label="Family name"
        value={typed.get('family')}
        hint="As it stands in the name above; or empty."
        errors={errors}
      />
      <Field
        name="native"
        label="Name in its own script"
        value={typed.get('native')}
        hint="Only where the name above has it beside a Latin form."
        errors={errors}
      />
      <Choice
        name="order"
        label="Order of the name"
        value={typed.get('order')}
        options={Object.entries(nameOrders)}
        errors={errors}
        required
      />
      <fieldset class={`wide${wrong.length > 0 ? ' wrong stop' : ''}`} id={idOf('former')} tabindex={-1}>
        <legend>Earlier names</legend>
        {wrong.length > 0 && <p class="wrong-said">{wrong.map(({ message }) => message).join(' ')}</p>}
        <p class="soft">
          Shown on the public page only if the holder asks for it, and never with a new number.
        </p>
        {known.map((one) => (
          <Tick
            name="former"
            value={one}
            checked={typed.all('former').includes(one)}
            label={
              <>
                The holder wants <bdi>{one}</bdi> shown as an earlier name
              </>
            }
          />
        ))}
      </fieldset>
      <TextField
        name="note"
        value={typed.get('note')}
        errors={errors}
        required
        rows={3}
        label="What the holder asked for, and what was seen"
        hint="For example: e-mail of March 3, court order seen. It stays in the file."
      />
    </>
  )
}
