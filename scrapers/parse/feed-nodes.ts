import type { Element } from 'domhandler'

/** Prefixes by namespace, so that `<d:creator xmlns:d="…dc…">` is dc:creator. Beginnings, as versions and slashes vary. */
const NAMESPACES: [RegExp, string][] = [
  [/^https?:\/\/purl\.org\/dc\/elements/, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/dcterms/, 'dcterms'],
  [/^https?:\/\/(www\.)?itunes(\.apple)?\.com\/dtds/i, 'itunes'],
  [/^https?:\/\/example\.com\/dtds\/podcast/i, 'itunes'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/, 'media'],
  [/^https?:\/\/(www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns)/, ''],
  [
    /^https?:\/\/(purl\.org\/rss|my\.netscape\.com|channel\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu|cyber\.law|www\.rssboard\.org)/,
    '',
  ],
  [/^https?:\/\/rssnamespace\.org\/feedburner/, 'feedburner'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/, ''],
]
/** What the prefixes in use mean when no namespace is declared for them. */
const PLAIN_PREFIXES = new Set(['rss', 'atom', 'a', 'xhtml', 'rdf', 'atom10', 'atom03'])

/** Name in lower case with the usual prefix of its namespace; none for RSS, RDF, Atom and XHTML. */
export function qualifiedName(element: Element): string {
  const name = element.name.toLowerCase()
  const colon = name.indexOf(':')
  return colon < 0 ? name : prefixed(element, name.slice(0, colon), name.slice(colon + 1).replace(/:.*/, ''))
}

export const localName = (element: Element) => element.name.toLowerCase().split(':').at(-1) ?? ''

function prefixed(element: Element, prefix: string, local: string): string {
  const uri = namespaceOf(element, prefix)
  const usual =
    NAMESPACES.find(([pattern]) => uri !== undefined && pattern.test(uri))?.[1] ??
    (PLAIN_PREFIXES.has(prefix) ? '' : prefix)
  return usual === '' ? local : `${usual}:${local}`
}

function namespaceOf(element: Element, prefix: string): string | undefined {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const uri = node.attribs[`xmlns:${prefix}`]
    if (uri !== undefined) return uri
  }
  return undefined
}

const parentOf = (element: Element) => (element.parent?.type === 'tag' ? (element.parent as Element) : null)

/** On the element itself: an entry is asked for forty names, and weak maps of thousands of elements are slow to collect. */
const INDEX = Symbol('children by name')
type Indexed = Element & { [INDEX]?: Map<string, Element[]> }

function indexOf(element: Indexed): Map<string, Element[]> {
  const known = element[INDEX]
  if (known) return known
  const index = new Map<string, Element[]>()
  for (const node of element.children) {
    if (node.type !== 'tag') continue
    const name = qualifiedName(node)
    const same = index.get(name)
    if (same) same.push(node)
    else index.set(name, [node])
  }
  element[INDEX] = index
  return index
}

/** Children of these names: by name, and those of one name in the order of the document. */
export function children(element: Element, ...wanted: string[]): Element[] {
  const index = indexOf(element)
  return wanted.flatMap((name) => index.get(name) ?? [])
}

/** The first child with content, of the first of these names that has any. */
export function child(element: Element, ...wanted: string[]): Element | undefined {
  const index = indexOf(element)
  for (const name of wanted) {
    const filled = index.get(name)?.find(isFilled)
    if (filled) return filled
  }
  return undefined
}

function isFilled(element: Element): boolean {
  for (const _ in element.attribs) return true
  return (
    element.children.some((node) => node.type === 'tag' || node.type === 'cdata') || textOf(element) !== ''
  )
}

/** All character data below, without white space around. */
export function textOf(element: Element | undefined): string {
  return element ? collect(element).trim() : ''
}

function collect(element: Element): string {
  let text = ''
  for (const node of element.children) {
    if (node.type === 'text') text += node.data
    else if (node.type === 'cdata')
      text += node.children.map((inner) => ('data' in inner ? inner.data : '')).join('')
    else if (node.type === 'tag') text += collect(node)
  }
  return text
}

function hasBase(element: Element): boolean {
  for (let node: Element | null = element; node; node = parentOf(node))
    if (node.attribs['xml:base'] !== undefined) return true
  return false
}

/** The address that relative ones start from: xml:base of the element and those around it, then the document's own. */
export function baseOf(element: Element, url: string): string {
  if (!hasBase(element)) return url
  const bases: string[] = []
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const base = node.attribs['xml:base']
    if (base !== undefined) bases.unshift(base.trim())
  }
  return bases.reduce((base, next) => {
    const resolved = URL.parse(next, base)
    return resolved && /^https?:$/.test(resolved.protocol) ? resolved.href : base
  }, url)
}
