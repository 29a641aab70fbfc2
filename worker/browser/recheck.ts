/**
 * The credential page, checked again by the badge in the reader's own browser. Where the two disagree, the page
 * stops being sure: nothing stays green that this browser found otherwise.
 */
import { icons } from '../../shared/drawings.ts'

/** What a badge says when it could not check: that is not a finding. */
const UNCHECKED = ['unreachable', 'status-unavailable', 'as-of']

const line = document.getElementById('recheck')
const record = document.querySelector<HTMLElement>('.record')

if (line && record) {
  line.hidden = false
  line.addEventListener('lssc-result', (event) => {
    const found = (event as Event & { state?: string }).state ?? 'unreachable'
    const agrees = found === record.dataset.state
    show('.unrepeated', !agrees && UNCHECKED.includes(found))
    show('.disagrees', !agrees && !UNCHECKED.includes(found))
    if (!agrees && !UNCHECKED.includes(found)) unsettle(record, line.dataset.headline ?? '')
  })
}

function show(selector: string, wanted: boolean): void {
  const notice = line?.querySelector<HTMLElement>(selector)
  if (notice) notice.hidden = !wanted
}

/** Only what is green is taken back: a withdrawn record does not become a doubtful one. */
function unsettle(card: HTMLElement, headline: string): void {
  if (!card.classList.replace('current', 'caution')) return
  const title = card.querySelector('h1')
  if (title) title.textContent = headline
  card.querySelector('.verdict path')?.setAttribute('d', icons.unread)
  card.querySelector('.dates')?.remove()
}
