/** A button on every snippet. Without this script, or without a clipboard, its text can still be selected. */

const SAID_FOR = 2500

/** There before anything is said, or a screen reader would not hear it. */
const heard = document.createElement('p')
heard.className = 'heard'
heard.role = 'status'
document.body.append(heard)

for (const snippet of document.querySelectorAll<HTMLElement>('.snippet')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = 'Copy'
  button.ariaLabel = `Copy: ${snippet.dataset.title}`
  button.addEventListener('click', () => void copy(snippet, button))
  snippet.querySelector('figcaption')?.after(button)
}

async function copy(snippet: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const code = snippet.querySelector('code')
  if (!code) return
  try {
    await navigator.clipboard.writeText(code.textContent)
    say(button, 'Copied')
  } catch {
    getSelection()?.selectAllChildren(code)
    say(button, 'Selected: press Ctrl C or ⌘ C')
  }
}

function say(button: HTMLButtonElement, text: string): void {
  button.textContent = text
  heard.textContent = text
  setTimeout(() => {
    button.textContent = 'Copy'
    heard.textContent = ''
  }, SAID_FOR)
}
