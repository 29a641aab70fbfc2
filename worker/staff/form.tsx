/** What forms of the console have in common: the buttons below, and what earlier steps carry along. */

/** Everything that was typed, carried along unseen to the next page; which button was pressed is not. */
export function Kept({ fields }: { fields: [name: string, value: string][] }) {
  return (
    <>
      {fields
        .filter(([name]) => name !== 'step')
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  )
}

export interface ButtonsProps {
  /** The likely next step. */
  main: string
  /** What the main button sends: `step=…`. */
  step?: string
  more?: [step: string, text: string][]
  cancel?: [href: string, text: string]
}

export function Buttons({ main, step, more = [], cancel }: ButtonsProps) {
  return (
    <div class="do">
      <button type="submit" class="button filled" name={step ? 'step' : undefined} value={step}>
        {main}
      </button>
      {more.map(([value, text]) => (
        <button type="submit" class="button" name="step" value={value}>
          {text}
        </button>
      ))}
      {cancel && (
        <a class="button" href={cancel[0]}>
          {cancel[1]}
        </a>
      )}
    </div>
  )
}
