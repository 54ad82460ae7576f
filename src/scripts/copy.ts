/** How long a button says that it copied. */
const SAID_FOR_MS = 2000

// Without a clipboard (an old browser, a page that is not secure) there are no buttons; the text can be selected.
const cite = document.querySelector<HTMLElement>('[data-copy]')
if (cite && navigator.clipboard)
  for (const name of cite.querySelectorAll<HTMLElement>('[data-cite] > :first-child')) addButton(name, cite)

/** Fourteen buttons on every page would be a sixth of its bytes. */
function addButton(name: HTMLElement, { dataset }: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = dataset['copy'] ?? ''
  button.setAttribute('aria-label', `${dataset['copy']} ${name.textContent}`)
  button.addEventListener('click', () => copy(button, dataset['copied']))
  name.append(' ', button)
}

async function copy(button: HTMLButtonElement, done: string | undefined): Promise<void> {
  const text = button.closest('[data-cite]')?.querySelector('[data-text]')
  if (!text) return
  const label = button.textContent
  try {
    await navigator.clipboard.writeText(text.textContent.trim())
    button.textContent = done ?? label
    setTimeout(() => {
      button.textContent = label
    }, SAID_FOR_MS)
  } catch {
    // Refused by the reader's settings: selecting the text is then the way that is left.
    getSelection()?.selectAllChildren(text)
  }
}
