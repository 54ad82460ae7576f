import { htmlToBlocks } from '../../../scrapers/parse/html-blocks.ts'
import { html, type Part } from '../../../src/components/html.ts'

/** The road of hostile markup: it is read into text and links, and what stands on a page of ours is made of these. */
export function sanitize(source: string, { baseUrl }: { baseUrl?: string } = {}): string {
  const { text, links } = htmlToBlocks(source, baseUrl)
  const parts: Part[] = []
  let at = 0
  for (const { url, label = '', start = -1 } of links) {
    if (start < at) continue
    parts.push(text.slice(at, start), html`<a href="${url}">${label}</a>`)
    at = start + label.length
  }
  return html`<p>${parts}${text.slice(at)}</p>`.text
}
