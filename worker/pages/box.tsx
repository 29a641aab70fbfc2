/** The one box: a code, a link or a whole token goes in, and /verify knows what it is. Works without script. */
import { Icon } from './icons.tsx'

export interface BoxProps {
  label?: string
  /** What was typed before, to be mended. */
  q?: string | undefined
  /** The example under the box. */
  hint?: boolean
}

export function Box({ label = 'Code or link', q, hint = true }: BoxProps) {
  return (
    <form class="box" method="post" action="/verify">
      <label for="q">{label}</label>
      <div class="field">
        <input
          id="q"
          name="q"
          type="text"
          required
          value={q}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
          aria-describedby={hint ? 'q-hint' : undefined}
        />
        <button type="submit" class="button filled">
          Check
        </button>
      </div>
      {hint && (
        <p id="q-hint" class="soft">
          A code looks like <span class="code">7K3M-9QXD-4T29</span>. It is on the resume, the letter or the
          printed page; capitals and dashes don’t matter.
        </p>
      )}
    </form>
  )
}

export interface Action {
  href: string
  text: string
}

/** Links that do exactly what they say. The first is the likely next step. */
export function Actions({ actions }: { actions: Action[] }) {
  if (actions.length === 0) return null
  return (
    <ul class="do">
      {actions.map(({ href, text }, i) => (
        <li>
          <a class={i === 0 ? 'button filled' : 'button'} href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A word of the state, to stand wherever a screenshot could be cut. */
export function Tag({ icon, text }: { icon: Parameters<typeof Icon>[0]['name']; text: string }) {
  return (
    <span class="tag">
      <Icon name={icon} /> {text}
    </span>
  )
}
