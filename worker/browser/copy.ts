/**
 * A button on every snippet. Without this script, or without a clipboard, its text can still be selected. On a phone
 * the words of a holder's own can be handed to another app, too.
 */

const SAID_FOR = 2500

/** There before anything is said, or a screen reader would not hear it. */
const heard = document.createElement('p')
heard.className = 'heard'
heard.role = 'status'
document.body.append(heard)

for (const snippet of document.querySelectorAll<HTMLElement>('.snippet')) {
  const copying = button('copy', 'Copy', snippet)
  copying.addEventListener('click', () => void copy(snippet, copying))
  snippet.querySelector('figcaption')?.after(copying)
  if (snippet.dataset.share === undefined || !isPhone()) continue
  const sharing = button('copy share', 'Share', snippet)
  sharing.addEventListener('click', () => void share(snippet))
  copying.after(sharing)
}

function button(name: string, text: string, snippet: HTMLElement): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = name
  made.textContent = text
  made.ariaLabel = `${text}: ${snippet.dataset.title}`
  return made
}

/** On a desk there are other ways, and a menu of apps is in the way. */
function isPhone(): boolean {
  return typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches
}

async function copy(snippet: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const text = textOf(snippet)
  if (!text) return
  try {
    await write(snippet, text)
    say(button, 'Copied')
  } catch {
    getSelection()?.selectAllChildren(text)
    say(button, 'Selected: press Ctrl C or ⌘ C')
  }
}

function textOf(snippet: HTMLElement): HTMLElement | null {
  return snippet.querySelector<HTMLElement>('code, .text')
}

/** `data-html` names the snippet whose code is the same as HTML, `data-text` is for where HTML is not taken. */
async function write(snippet: HTMLElement, text: HTMLElement): Promise<void> {
  const id = snippet.dataset.html
  const html = id && document.querySelector(`#${id} code`)?.textContent
  if (!html) return navigator.clipboard.writeText(text.textContent)
  const blob = (type: string, content: string) => ({ [type]: new Blob([content], { type }) })
  const both = { ...blob('text/html', html), ...blob('text/plain', snippet.dataset.text ?? text.textContent) }
  return navigator.clipboard.write([new ClipboardItem(both)])
}

async function share(snippet: HTMLElement): Promise<void> {
  const text = textOf(snippet)?.textContent
  // Someone who closes the menu has changed their mind.
  if (text) await navigator.share({ text }).catch(() => undefined)
}

function say(button: HTMLButtonElement, text: string): void {
  button.textContent = text
  heard.textContent = text
  setTimeout(() => {
    button.textContent = 'Copy'
    heard.textContent = ''
  }, SAID_FOR)
}
