/** Keys of the search page: `/` to the field, arrows through the hits, Escape back. Enter is the browser's own. */
export function listenToKeys(root: HTMLElement, input: HTMLInputElement, isComposing: () => boolean): void {
  const hits = () => [...root.querySelectorAll<HTMLAnchorElement>('.search-hit-link')]
  document.addEventListener('keydown', (event) => {
    // 229 is what a browser reports for keys that an input method takes.
    if (isComposing() || event.isComposing || event.keyCode === 229) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const active = document.activeElement
    const at = hits().indexOf(active as HTMLAnchorElement)
    const isInput = active === input
    if (event.key === '/' && !isTyping(active)) focusField()
    else if (event.key === 'ArrowDown' && (isInput || at >= 0)) focusHit(at + 1)
    else if (event.key === 'ArrowUp' && at === 0) focusField()
    else if (event.key === 'ArrowUp' && at > 0) focusHit(at - 1)
    else if (event.key === 'Escape' && at >= 0) focusField()
    else if (event.key === 'Escape' && isInput && input.value !== '') clear()
    else return
    event.preventDefault()
  })

  function focusField(): void {
    input.focus()
    input.select()
  }

  function focusHit(at: number): void {
    const link = hits()[at]
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
  }

  function clear(): void {
    input.value = ''
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

const isTyping = (active: Element | null) =>
  active instanceof HTMLElement &&
  (active.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName))
