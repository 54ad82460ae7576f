import type { Lang } from '../model/lang.ts'
import type { Source } from '../model/source.ts'
import { type FeedSite, feedUrl } from './feed-model.ts'
import { element, textElement } from './xml.ts'

/** One feed of ours in an OPML list. */
export interface OpmlFeed {
  key: string
  title: string
  subtitle: string
  pageUrl: string
}

/** OPML 2.0 of our feeds, one folder an edition; Atom, which carries the languages and both dates. */
export function buildFeedsOpml(
  editions: { lang: Lang; name: string; feeds: OpmlFeed[] }[],
  site: FeedSite,
  modified: string,
): string {
  const folders = editions.map(({ lang, name, feeds }) => {
    const outlines = feeds.map(({ key, title, subtitle, pageUrl }) =>
      element('outline', {
        type: 'rss',
        text: title,
        title,
        description: subtitle,
        language: lang,
        xmlUrl: feedUrl(site, lang, key, 'atom'),
        htmlUrl: pageUrl,
      }),
    )
    return element('outline', { text: name }, `\n${outlines.join('\n')}\n`)
  })
  return wrap('Redline: feeds', folders, site, modified)
}

/** OPML 2.0 of what we watch: `rss` where a feed is read, `link` where a page is. */
export function buildSourcesOpml(sources: Source[], site: FeedSite, modified: string): string {
  const outlines = sources.map((source) => {
    const isFeed = source.method === 'feed'
    return element('outline', {
      type: isFeed ? 'rss' : 'link',
      text: source.names[source.lang],
      title: source.names[source.lang],
      language: source.lang,
      ...(isFeed ? { xmlUrl: source.url } : { url: source.url }),
      ...(source.homepage ? { htmlUrl: source.homepage } : {}),
      category: `/${source.kind},/${source.region}`,
    })
  })
  return wrap('Redline: sources', outlines, site, modified)
}

function wrap(title: string, outlines: string[], site: FeedSite, modified: string): string {
  const head = [
    textElement('title', title),
    textElement('dateModified', new Date(modified).toUTCString()),
    textElement('ownerName', 'Redline'),
    textElement('ownerId', `${site.origin}/`),
    textElement('docs', 'http://opml.org/spec2.opml'),
  ]
  const body = element('body', {}, `\n${outlines.join('\n')}\n`)
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('opml', { version: '2.0' }, `\n${element('head', {}, head.join(''))}\n${body}\n`)}\n`
}
