/** A button beside whatever can be copied. Without this script, or without a clipboard, it can still be selected. */

const SAID_FOR = 2500

for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy-number'
  button.textContent = 'Copy'
  button.ariaLabel = `Copy ${text.dataset.copy}`
  // There before anything is said, or a screen reader would not hear it.
  const said = document.createElement('span')
  said.role = 'status'
  said.className = 'soft'
  button.addEventListener('click', () => void copy(text, said))
  text.after(' ', button, ' ', said)
}

async function copy(text: HTMLElement, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.textContent)
    said.textContent = 'Copied'
  } catch {
    getSelection()?.selectAllChildren(text)
    said.textContent = 'Selected: press Ctrl C or ⌘ C'
  }
  setTimeout(() => {
    said.textContent = ''
  }, SAID_FOR)
}
