/** How long a button says that it copied. */
const SAID_FOR_MS = 2000

// Without a clipboard (an old browser, a page that is not secure) the buttons stay hidden; the text can be selected.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    button.hidden = false
    button.addEventListener('click', () => copy(button))
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.closest('[data-cite]')?.querySelector('[data-text]')
  if (!text) return
  const label = button.textContent
  try {
    await navigator.clipboard.writeText(text.textContent.trim())
    button.textContent = button.dataset['done'] ?? label
    setTimeout(() => {
      button.textContent = label
    }, SAID_FOR_MS)
  } catch {
    // Refused by the reader's settings: selecting the text is then the way that is left.
    getSelection()?.selectAllChildren(text)
  }
}
