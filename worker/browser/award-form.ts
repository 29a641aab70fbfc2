/**
 * The form of an award while someone types: what is still missing, by the rules that the office's service decides by;
 * and what a field that is left empty will hold. Nothing is changed that was typed, and the focus stays where it is.
 */
import { readAward, sentenceOf } from '../../shared/award-form.ts'
import { asksFor } from '../../shared/catalogue/choices.ts'
import { latestDay } from '../../shared/dates.ts'
import type { AwardDraft } from '../../shared/eligibility.ts'
import type { Finding } from '../../shared/finding.ts'
import { tellDay } from '../../shared/telling.ts'
import { termEnds } from '../../shared/term.ts'

const form = document.querySelector<HTMLFormElement>('#award')
const missing = document.querySelector<HTMLElement>('#missing')
const count = document.querySelector<HTMLElement>('#missing-count')
const list = document.querySelector<HTMLElement>('#missing-list')
/** As long as someone pauses who has finished a word. */
const PAUSE = 400
/** In this tab, until it is closed or its person signs out (Clear-Site-Data). */
const KEPT = 'award-form'

if (form && missing && count && list) {
  form.classList.add('scripted')
  missing.hidden = false
  restore(form)
  form.addEventListener('submit', () => keep(form))
  let waiting = 0
  const follow = () => {
    const fields = new FormData(form)
    const get = (field: string) => tidy(String(fields.get(field) ?? ''))
    const { draft, findings } = readAward(get, latestDay(new Date()))
    propose(form, draft)
    tell(
      findings.filter(({ severity }) => severity === 'reject'),
      count,
      list,
      unsaid(form),
    )
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(follow, PAUSE)
  })
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return
    fold(target)
    takeOver(form, target)
  })
  for (const select of form.querySelectorAll('select')) fold(select)
  follow() // A browser fills in again what was there before.
}

/** An area that is not claimed shows no more than that; one that is not in the catalogue asks for its words. */
function fold(select: HTMLSelectElement): void {
  const area = select.closest<HTMLElement>('.area-form')
  if (!area || !select.name.endsWith('.by')) return
  area.classList.toggle('claimed', select.value !== '')
  area.dataset.asks = asksFor(select.value)
}

/** Who graduated from a college passed its areas on one day, by one award: what is still empty is filled from the first. */
function takeOver(form: HTMLFormElement, select: HTMLSelectElement): void {
  if (!select.value.startsWith('recognition:')) return
  const field = (by: string, name: string) =>
    form.elements.namedItem(by.replace(/by$/, name)) as HTMLInputElement | null
  const same = [...form.querySelectorAll('select')].find(
    (one) => one !== select && one.name.endsWith('.by') && one.value === select.value,
  )
  for (const name of ['on', 'provider', 'title']) {
    const [to, from] = [field(select.name, name), same && field(same.name, name)]
    if (to && from && to.value === '') to.value = from.value
  }
}

function propose(form: HTMLFormElement, { certifiedOn, renewedOn, areas }: AwardDraft): void {
  say(
    form,
    'expiresOn',
    certifiedOn && `It ends on ${tellDay(termEnds(certifiedOn, renewedOn.length), 'en-US')}.`,
  )
  for (const { set, statements } of areas) {
    say(form, `areas.${set}.statements`, statements && `For this day: those of ${statements}.`)
  }
}

function say(form: HTMLFormElement, field: string, text = ''): void {
  const place = form.querySelector(`[data-says="${field}"]`)
  if (place && place.textContent !== text) place.textContent = text
}

/** What the note is called that this form asks for, while it is empty. */
function unsaid(form: HTMLFormElement): string | null {
  const note = form.elements.namedItem('note')
  if (!(note instanceof HTMLTextAreaElement) || note.value.trim() !== '') return null
  return note.labels[0]?.firstChild?.textContent ?? null
}

/** Only how many are missing is said aloud; which, is there to be read. */
function tell(findings: Finding[], count: HTMLElement, list: HTMLElement, unsaid: string | null): void {
  const said =
    findings.length === 0
      ? unsaid
        ? `Only “${unsaid}” is missing.`
        : 'Nothing is missing. Look at the preview next.'
      : findings.length === 1
        ? 'One thing:'
        : `${findings.length} things:`
  if (count.textContent !== said) count.textContent = said
  list.replaceChildren(
    ...findings.map((finding) => {
      const link = document.createElement('a')
      link.href = `#f-${finding.field.replace(/[^\w-]+/g, '-')}`
      link.textContent = sentenceOf(finding)
      const item = document.createElement('li')
      item.append(link)
      return item
    }),
  )
}

/** Pages of the console are stored nowhere, so the browser's own back button would find an empty form. */
function keep(form: HTMLFormElement): void {
  const fields = [...new FormData(form)].filter(([name]) => name !== 'token' && name !== 'request')
  sessionStorage.setItem(KEPT, JSON.stringify({ at: location.pathname, fields }))
}

function restore(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(KEPT)
  sessionStorage.removeItem(KEPT)
  const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!kept || how?.type !== 'back_forward') return
  const { at, fields } = JSON.parse(kept) as { at: string; fields: [string, string][] }
  if (at !== location.pathname) return
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name)
    if (field instanceof Element && 'value' in field) field.value = value
  }
}

/** As the service reads a form. */
function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}
