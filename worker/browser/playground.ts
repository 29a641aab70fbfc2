/** The documentation's playground: badge and snippet follow the form. Nothing that is typed leaves the page. */
import type { Release } from '../../shared/embed.ts'
import {
  type Choice,
  chosenAttributes,
  chosenLooks,
  looks,
  readChoice,
  rulesOf,
  snippetOf,
} from '../../shared/playground.ts'

const form = document.querySelector<HTMLFormElement>('#try')
const badge = document.querySelector<HTMLElement>('#tried')
const stage = document.querySelector<HTMLElement>('.stage')
/** As long as a typist pauses: each name is compared anew. */
const PAUSE = 300

if (form && badge && stage) {
  for (const hidden of form.querySelectorAll<HTMLElement>('.with-script')) hidden.hidden = false
  form.querySelector('.send')?.remove()
  form.addEventListener('submit', (event) => event.preventDefault())
  let waiting = 0
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => follow(form, badge, stage), PAUSE)
  })
  badge.addEventListener('lssc-result', (event) => write('try-event', told(event)))
  follow(form, badge, stage) // A browser fills in again what was there before.
}

function follow(form: HTMLFormElement, badge: HTMLElement, stage: HTMLElement): void {
  const { origin = '', release = '' } = form.dataset
  const fields = new FormData(form)
  const choice = readChoice((name) => fields.get(name)?.toString())
  write('try', snippetOf(choice, origin, JSON.parse(release) as Release))
  write('try-rules', rulesOf(choice))
  dress(badge, choice, origin)
  const around = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''
  stage.dir = around('direction')
  stage.style.colorScheme = around('scheme') || 'inherit'
  stage.style.inlineSize = `min(100%, ${around('width')}px)`
  const width = form.querySelector('output')
  if (width) width.textContent = `${around('width')} px`
}

/** What is as it was is not written again: each change of a question asks it anew. */
function dress(badge: HTMLElement, choice: Choice, origin: string): void {
  const wanted = new Map(chosenAttributes(choice, origin))
  for (const name of ['variant', 'applicant-name', 'applicant-email', 'job-areas', 'applied-at']) {
    if (!wanted.has(name)) badge.removeAttribute(name)
  }
  for (const [name, value] of wanted) {
    if (badge.getAttribute(name) !== value) badge.setAttribute(name, value)
  }
  const link = badge.querySelector('a')
  if (link) link.href = wanted.get('credential') ?? ''
  for (const { property } of Object.values(looks)) badge.style.removeProperty(property)
  for (const [property, value] of chosenLooks(choice)) badge.style.setProperty(property, value)
}

/** The event's own members, and nothing that every event has. */
function told(event: Event): string {
  const { state, number, whose, whenApplied, checkedAt, statusAsOf, checks } = event as Event &
    Record<string, unknown>
  return JSON.stringify({ state, number, whose, whenApplied, checkedAt, statusAsOf, checks }, null, 2)
}

function write(id: string, code: string): void {
  const snippet = document.getElementById(`snippet-${id}`)
  const place = snippet?.querySelector('code')
  if (!snippet || !place) return
  if (place.textContent !== code) place.textContent = code
  snippet.hidden = code === ''
}
