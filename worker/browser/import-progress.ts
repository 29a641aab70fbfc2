/**
 * Issues a sheet without a press for every few chunks: asks again and again, shows how far it is, waits out a lost
 * connection, and can be paused. Asking twice doubles nothing, so whatever was lost on the way is simply asked again.
 */

interface Progress {
  issued: number
  waiting: number
}

type Answer = { progress: Progress } | { refused: string } | 'lost'

/** Seconds between tries after the connection was lost; after the last one, a person has to press. */
const WAITS = [1, 2, 4, 8, 15, 30, 30, 30]
/** An answer that takes longer is as good as lost. */
const PATIENCE = 60_000
/** Answers in which nothing moved, after which it is not only somebody else who was quicker. */
const STILL = 5
/** The second click of a double click is no wish to pause; in milliseconds. */
const DOUBLE_CLICK = 600
/** How often a screen reader is told, in milliseconds. */
const SAID_EVERY = 5000

const form = document.querySelector<HTMLFormElement>('#run-form')
const bar = document.querySelector<HTMLProgressElement>('#run-progress')
const label = document.querySelector<HTMLElement>('#run-said')
if (form && bar && label) enhance(form, bar, label)

function enhance(form: HTMLFormElement, bar: HTMLProgressElement, label: HTMLElement): void {
  const button = form.querySelector('button') as HTMLButtonElement
  // What is seen changes with every answer; what is heard is its own, and changes seldom.
  const said = document.createElement('p')
  said.ariaHidden = 'true'
  const heard = document.createElement('p')
  heard.role = 'status'
  heard.className = 'unseen'
  form.before(said, heard)
  let state: 'still' | 'running' | 'pausing' = 'still'
  let began = 0
  let wake: (() => void) | undefined

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (state === 'still') void run()
    else if (state === 'running' && performance.now() - began > DOUBLE_CLICK) pause()
  })
  addEventListener('online', () => wake?.())

  /** The chunks that are on their way come first. */
  function pause(): void {
    state = 'pausing'
    button.textContent = 'Pausing…'
    wake?.()
  }

  async function run(): Promise<void> {
    state = 'running'
    began = performance.now()
    button.textContent = 'Pause'
    let begins = true
    let lost = 0
    let still = 0
    let spoke = 0
    let before = -1
    while (state === 'running') {
      const answer = await ask(begins)
      if (answer === 'lost') {
        const wait = WAITS[lost]
        if (wait === undefined)
          return stop('The connection is lost. What was issued is safe; go on when it is back.')
        lost += 1
        tell(`The connection was lost. Trying again in ${wait} ${wait === 1 ? 'second' : 'seconds'}…`)
        await pauseFor(wait)
        continue
      }
      if ('refused' in answer) return stop(answer.refused)
      begins = false
      const { issued, waiting } = answer.progress
      show(answer.progress)
      if (waiting === 0) return location.assign(`${location.pathname}?done=ran#run`)
      still = issued === before ? still + 1 : 0
      if (still >= STILL) return stop('Nothing moves any more. Load this page again, and look at the rows.')
      const now = performance.now()
      if (lost > 0 || now - spoke > SAID_EVERY) {
        heard.textContent = label.textContent
        spoke = now
      }
      said.textContent = ''
      lost = 0
      before = issued
    }
    stop(`Paused. ${label.textContent}.`)
  }

  async function ask(begins: boolean): Promise<Answer> {
    const body = new FormData(form)
    if (!begins) body.delete('begins')
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams([...body].map(([name, value]): [string, string] => [name, String(value)])),
        signal: AbortSignal.timeout(PATIENCE),
      })
      if (response.status >= 500) return 'lost'
      const answer = (await response.json()) as { progress: Progress; title?: string; detail?: string }
      if (response.ok) return { progress: answer.progress }
      return { refused: refusalOf(response.status, answer) }
    } catch {
      return 'lost'
    }
  }

  function refusalOf(status: number, { title, detail }: { title?: string; detail?: string }): string {
    if (status === 401 || status === 403)
      return `${title ?? 'You are signed out'}. Sign in in another tab, then load this page again and go on: what was issued is safe.`
    return detail ?? title ?? 'It cannot go on. Load this page again.'
  }

  function show({ issued, waiting }: Progress): void {
    bar.max = issued + waiting
    bar.value = issued
    const [done, all] = [issued, issued + waiting].map((count) => count.toLocaleString('en-US'))
    label.textContent = `${done} of ${all} ${all === '1' ? 'record' : 'records'} issued`
  }

  /** What a person has to know at once. */
  function tell(text: string): void {
    said.textContent = text
    heard.textContent = text
  }

  function stop(text: string): void {
    state = 'still'
    tell(text)
    button.textContent = 'Go on'
  }

  function pauseFor(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
