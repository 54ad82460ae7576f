import type { Element } from 'domhandler'
import { resolveUrl } from '../../src/core/text/url.ts'
import { baseOf, children, textOf } from './feed-nodes.ts'

/** Atom's link to the page itself: `alternate` or no rel, HTML before other types; never `self`, `edit` or `enclosure`. */
export function linkOfAtom(element: Element, base: string, name?: string): string | undefined {
  const links = children(element, 'link').filter(
    (link) => (link.attribs['href'] ?? '').trim() !== '' && (name === undefined || link.name === name),
  )
  const pages = links.filter((link) => /^$|alternate$/i.test(link.attribs['rel'] ?? ''))
  const html = pages.find((link) => /html/i.test(link.attribs['type'] ?? 'text/html'))
  const chosen = html ?? pages[0]
  return chosen && absolute(chosen.attribs['href'] ?? '', baseOf(chosen, base))
}

/** `<link>` as text. */
export function findElementAddress(element: Element, base: string): string | undefined {
  for (const link of children(element, 'link', 'url')) {
    const address = absolute(textOf(link), baseOf(link, base))
    if (address !== undefined) return address
  }
  return undefined
}

/** An absolute address stays as printed, apart from spaces; the URL parser would add slashes and escape letters. */
export function absolute(text: string, base: string): string | undefined {
  const printed = text.trim()
  const url = printed === '' ? undefined : resolveUrl(printed, base)
  if (url === undefined) return undefined
  return /^https?:\/\/[^\s@]+$/i.test(printed) ? printed : url
}
