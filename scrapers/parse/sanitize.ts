import sanitizeHtml from 'sanitize-html'
import { resolveUrl } from '../../src/core/text/url.ts'

/** What may be left of a fragment of HTML that somebody else wrote: text and its plainest structure, links to http(s) only. */
const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags:
    'a abbr b blockquote br caption code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead tr u ul var'.split(
      ' ',
    ),
  allowedAttributes: {
    a: ['href', 'title'],
    abbr: ['title'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
  },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // their content is no text of the page; that of iframe, object and math is what readers without them see
  nonTextTags: [
    'noembed',
    'noframes',
    'noscript',
    'option',
    'script',
    'select',
    'style',
    'svg',
    'template',
    'textarea',
    'xmp',
  ],
  exclusiveFilter: (frame) => 'hidden' in frame.attribs,
  nestingLimit: 100,
}

const ALLOWED = new Set(OPTIONS.allowedTags || [])

/**
 * Safe HTML: no script, no style, no form, no picture, every link absolute and http(s). The visible text stays. What it returns
 * it would return again: where a tag is left out, `<p><other><p>`, what stood within is read again without it.
 */
export function sanitize(html: string, options: { baseUrl?: string } = {}): string {
  let isWhole = true
  const safe = keepAllowed(html.replace(/\u0000/g, ''), options, (tag) => {
    isWhole &&= ALLOWED.has(tag)
  })
  return isWhole ? safe : keepAllowed(safe, options)
}

function keepAllowed(html: string, options: { baseUrl?: string }, onOpenTag?: (tag: string) => void): string {
  return sanitizeHtml(html, {
    ...OPTIONS,
    ...(onOpenTag && { onOpenTag }),
    transformTags: {
      a: (_tag, attributes) => {
        const url = resolveUrl(attributes['href'] ?? '', options.baseUrl)
        const title = attributes['title']
        return { tagName: 'a', attribs: { ...(url ? { href: url } : {}), ...(title ? { title } : {}) } }
      },
    },
  })
}
