type Child = Node | string | undefined

/** An element with attributes and children. Text is text: nothing that came from a page is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, '')
    else if (typeof value === 'string') node.setAttribute(name, value)
  }
  node.append(...children.filter((child) => child !== undefined))
  return node
}

/** A text with `mark` elements around UTF-16 ranges. */
export function marked(text: string, ranges: [number, number][]): DocumentFragment {
  const fragment = document.createDocumentFragment()
  let from = 0
  for (const [start, end] of ranges) {
    fragment.append(text.slice(from, start), element('mark', {}, text.slice(start, end)))
    from = end
  }
  fragment.append(text.slice(from))
  return fragment
}
