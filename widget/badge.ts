import { ReactiveElement } from 'lit'
import type { ShownState } from '../shared/verdict.ts'
import { en as words } from '../shared/words/en.ts'
import { styles } from './badge.styles.ts'
import { card } from './card.ts'
import { check, numberAsked, type Settled } from './check.ts'
import { LsscResultEvent } from './events.ts'
import { issuer, trust, version } from './issuer.ts'
import { pill } from './pill.ts'
import { row } from './row.ts'
import { startAll, stopWaiting, whenSeen } from './seen.ts'
import { show } from './shown.ts'

/** Changed, these ask another question; the others only how the answer is shown. */
const QUESTION = ['credential', 'token', 'applicantName', 'applicantEmail'] as const

/** One for all badges of a page. */
let sheet: CSSStyleSheet | undefined

const VARIANTS = { pill, row, card }

/**
 * Shows a Library Support Staff Certification as its issuer's signature and status list say that it stands, checked
 * in this browser. Until there is a verdict, and for ever where this cannot run, the link inside it stays.
 *
 * @summary A verified LSSC certification, on someone else's page.
 * @attr credential - link to a record, or its number
 * @attr token - a whole VC-JWT, checked instead of what the service has on file
 * @attr applicant-name - compared here, in the browser, with the record's name; sent nowhere
 * @attr applicant-email - compared likewise, where the record carries the hash of an address
 * @attr job-areas - ids of areas that the job names, separated by spaces, each with the ad's phrases behind it if they
 *   are known: `technology (library software; e-readers) youth-services`; they are told first
 * @attr applied-at - day of the application, YYYY-MM-DD: how the record stood then is told beside how it stands now
 * @attr variant - `pill`, `row` (the default) or `card`
 * @attr eager - check at once, not when it comes near the screen
 * @attr lang - the form of dates and times; the words are English so far
 * @attr state - what it came to; written here, and what a page writes into it has no effect
 * @slot - a real link to the record
 * @slot state-CODE - a page's own words for what the state CODE means, in place of ours
 * @event {LsscResultEvent} lssc-result - once for every check
 * @csspart box - the whole
 * @csspart pill - the whole, as a pill
 * @csspart row - the whole, as a row
 * @csspart card - the whole, as a card
 * @csspart banner - says that it is a demonstration
 * @csspart emblem - the spine label
 * @csspart icon - the shape of a state or a check
 * @csspart who - of a row: the name, and what it is about
 * @csspart verdict - of a card: headline and emblem
 * @csspart own - of a pill: the page's own link, until there is a verdict
 * @csspart said - of a pill: the verdict in a word
 * @csspart tag - the state in a word, wherever a screenshot could be cut
 * @csspart headline - the verdict in words
 * @csspart message - what it means, and what to do
 * @csspart retry - the button "Try again"
 * @csspart name - the holder's name
 * @csspart whose - how it compares with the applicant
 * @csspart differs - the same, where it is another person's
 * @csspart dates - from when to when
 * @csspart applied - how it stood on the day of the application
 * @csspart areas - a list of areas
 * @csspart area - one area, and how it was earned
 * @csspart details - what opens below a row
 * @csspart toggle - the button that opens it
 * @csspart title - a heading inside a record
 * @csspart soft - text that matters less
 * @csspart checks - the list of what was checked
 * @csspart passed - one check that was passed
 * @csspart failed - one check that was not
 * @csspart not-checked - one check that could not be made
 * @csspart contact - whom to ask
 * @csspart actions - what to do next
 * @csspart do - each button, and each link that looks like one
 * @csspart link - a link to the issuer's pages
 * @csspart stamp - number, time of the check, address
 * @cssproperty --lssc-badge-paper - background
 * @cssproperty --lssc-badge-ink - text and emblem
 * @cssproperty --lssc-badge-soft - text that matters less
 * @cssproperty --lssc-badge-rule - lines
 * @cssproperty --lssc-badge-current - the tone of what is in force
 * @cssproperty --lssc-badge-caution - the tone of what needs a look
 * @cssproperty --lssc-badge-stop - the tone of what cannot be relied on
 * @cssproperty --lssc-badge-quiet - the tone of what says nothing either way
 * @cssproperty --lssc-badge-radius - corners
 * @cssproperty --lssc-badge-font - for reading
 * @cssproperty --lssc-badge-serif - for verdicts and names
 * @cssproperty --lssc-badge-mono - for codes and times
 * @cssstate CODE - it shows the state CODE
 */
export class LsscBadge extends ReactiveElement {
  static override readonly properties = {
    credential: {},
    token: {},
    applicantName: { attribute: 'applicant-name' },
    applicantEmail: { attribute: 'applicant-email' },
    jobAreas: { attribute: 'job-areas' },
    appliedAt: { attribute: 'applied-at' },
    variant: {},
  }
  /** Of the build. */
  static readonly version = version

  /** Defines the element, unless the name is taken: the first one stays. */
  static define(tag = 'lssc-badge', registry = customElements): typeof LsscBadge {
    if (!registry.get(tag)) registry.define(tag, LsscBadge)
    return LsscBadge
  }

  /** Asked for when the element is defined, under whatever name. */
  static override get observedAttributes(): string[] {
    if (!issuer) throw new Error('lssc-badge: pin an issuer first')
    return [...super.observedAttributes, 'state', 'lang']
  }

  declare credential: string | null | undefined
  declare token: string | null | undefined
  declare applicantName: string | null | undefined
  declare applicantEmail: string | null | undefined
  declare jobAreas: string | null | undefined
  declare appliedAt: string | null | undefined
  declare variant: 'pill' | 'row' | 'card' | null | undefined

  readonly #internals = this.attachInternals()
  #settled: Settled | undefined
  /** Which check is the latest: what an earlier one finds is not shown. */
  #run = 0
  #state: ShownState | undefined
  /** The reader was in here when what they stood on was drawn anew. */
  #hadFocus = false

  constructor() {
    super()
    this.#internals.role = 'group'
  }

  /** What the badge shows; undefined while it was given nothing to check. */
  get state(): ShownState | undefined {
    return this.#state
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(styles)
    }
    root.adoptedStyleSheets = [sheet]
    return root
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.hasUpdated)
      this.performUpdate() // at once, so that the page is never laid out without it
    else if (!this.#settled) this.#begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    stopWaiting(this)
    this.#run++
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'state') this.#reflect()
    else if (name === 'lang') this.requestUpdate()
    else super.attributeChangedCallback(name, old, value)
  }

  /** Several properties often change together: that is one question. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!QUESTION.some((name) => changed.has(name))) return
    this.#settled = undefined
    if (this.isConnected) this.#begin()
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed)
    try {
      if (this.#isAsked) {
        this.#draw()
        return
      }
    } catch {} // a page has broken what we draw with: its own link says more than half a badge
    this.#tell(undefined)
    this.renderRoot.replaceChildren(document.createElement('slot'))
  }

  get #isAsked(): boolean {
    return [this.credential, this.token].some((given) => text(given).trim() !== '')
  }

  /** The day, of a day or an instant. */
  get #appliedOn(): string {
    return text(this.appliedAt).trim().slice(0, 10)
  }

  /** Waits to be seen, and then checks. */
  #begin(): void {
    const run = ++this.#run
    if (!this.#isAsked) return
    whenSeen(this, () => void this.#check(run))
    if (this.hasAttribute('eager')) startAll()
  }

  async #check(run: number): Promise<void> {
    const settled = await check(
      {
        credential: text(this.credential),
        token: text(this.token),
        name: text(this.applicantName),
        email: text(this.applicantEmail),
      },
      trust,
    )
    if (run !== this.#run) return
    this.#settled = settled
    this.requestUpdate()
    await this.updateComplete
    if (run === this.#run) this.dispatchEvent(new LsscResultEvent(settled, this.#appliedOn))
  }

  #retry(): void {
    trust.forget()
    this.#settled = undefined
    this.#begin()
    this.requestUpdate()
  }

  #draw(): void {
    const asked = numberAsked(text(this.credential), text(this.token), issuer.origin)
    const shown = show(
      this.#settled ?? { verdict: 'checking' },
      asked,
      this.jobAreas ?? undefined,
      this.#appliedOn,
      () => this.#retry(),
    )
    this.#tell(shown.telling.state)
    const draw = Object.hasOwn(VARIANTS, text(this.variant))
      ? VARIANTS[this.variant as keyof typeof VARIANTS]
      : row
    const box = draw(shown)
    // Somebody else's record is not green beside this applicant, whatever it says of its holder.
    box.classList.add(shown.whose?.differs ? 'quiet' : shown.telling.tone)
    box.lang = words.lang
    box.dir = 'ltr'
    this.#replace(box)
  }

  /** What was open stays open, and who was in here stays in here. */
  #replace(box: HTMLElement): void {
    const root = this.renderRoot as ShadowRoot
    const wasOpen = root.querySelector('details')?.open
    this.#hadFocus ||= root.activeElement !== null
    root.replaceChildren(box)
    const details = root.querySelector('details')
    if (details) details.open = wasOpen === true
    const place = root.querySelector<HTMLElement>('summary, button, a.box, a.do')
    if (!this.#hadFocus || !place) return
    this.#hadFocus = false
    if (document.activeElement === document.body) place.focus()
  }

  #tell(state: ShownState | undefined): void {
    const { states } = this.#internals
    states.clear()
    if (state) states.add(state)
    this.#state = state
    this.#internals.ariaLabel = state ? words.certification : null
    this.#internals.ariaBusy = state === 'checking' ? 'true' : null
    this.#reflect()
  }

  /** The attribute tells what was found, whatever anyone else wrote into it. */
  #reflect(): void {
    if ((this.getAttribute('state') ?? undefined) === this.#state) return
    if (this.#state) this.setAttribute('state', this.#state)
    else this.removeAttribute('state')
  }
}

/** A page may set anything. */
function text(given: unknown): string {
  return given === null || given === undefined ? '' : String(given)
}

declare global {
  interface HTMLElementTagNameMap {
    'lssc-badge': LsscBadge
  }
}
