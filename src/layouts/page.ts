import { attribute, escapeHtml, type Html, html, trusted } from '../components/html.ts'
import { remember } from '../components/remember.ts'
import { addressesAt, type View } from '../components/view.ts'
import type { Lang } from '../core/model/lang.ts'
import { cutPoints } from '../core/publish/code-points.ts'
import { FEED_FORMATS, type FeedSite, feedKeysOf, feedUrl } from '../core/publish/feed-model.ts'
import { keepLast } from '../core/publish/recent.ts'
import { toScriptJson, webPage } from '../core/publish/view-jsonld.ts'
import { rootTopic } from '../core/publish/view-og.ts'
import { EDITIONS } from '../i18n/index.ts'

/** What a page says about itself; the layout makes its head and frame from it. */
export interface PageFacts {
  /** Path below the edition, the same in all three: `findings/f-1/`. */
  path: string
  title: string
  description: string
  crumbs?: Crumb[]
  /** schema.org; a plain WebPage otherwise. */
  jsonLd?: unknown
  /** Topic whose picture is shared; the edition's own otherwise. */
  ogTopic?: string | undefined
  /** `article` for pages about one record. */
  ogType?: 'website' | 'article'
  /** For pages that search engines should leave alone: search results, 404. */
  noIndex?: boolean
  /** More elements of the head. */
  head?: Html | undefined
}

export interface Crumb {
  name: string
  /** Below the edition; the page itself has none. */
  path?: string
  lang?: Lang | undefined
}

/** A page whose content is at hand. */
export interface Page extends PageFacts {
  main: Html
}

/** A feed that a page points to, in all its formats. */
export interface FeedLinks {
  title: string
  files: { name: string; type: string; href: string }[]
}

/** The feeds of a page: its own where it has some that exist, else the feed of everything. */
export function feedsOf(
  path: string,
  lang: Lang,
  titles: ReadonlyMap<string, string>,
  site: FeedSite,
): FeedLinks[] {
  const own = feedKeysOf(path).filter((key) => titles.has(key))
  const keys = own.length > 0 ? own : ['all']
  const known = links.get(titles) ?? new Map<string, FeedLinks[]>()
  links.set(titles, known)
  const found = known.get(keys.join()) ?? keys.map((key) => linkFeed(key, lang, titles, site))
  known.set(keys.join(), found)
  return found
}

/** Nearly all pages of an edition point to the same feed. */
const links = new WeakMap<ReadonlyMap<string, string>, Map<string, FeedLinks[]>>()

const linkFeed = (
  key: string,
  lang: Lang,
  titles: ReadonlyMap<string, string>,
  site: FeedSite,
): FeedLinks => ({
  title: titles.get(key)!,
  files: FEED_FORMATS.map(({ format, name, type }) => ({
    name,
    type,
    href: feedUrl(site, lang, key, format),
  })),
})

/** Longest description in the head, code points: what search engines show. */
const MOST_DESCRIPTION = 200

/** What of a page's frame differs from page to page. */
export interface PageParts {
  head: Html
  editions: Html
  crumbs: Html | undefined
  feeds: Html
}

export const pageParts = (page: PageFacts, feeds: FeedLinks[], view: View): PageParts => ({
  head: pageHead(page, feeds, view),
  editions: editionLinks(page.path, view.lang),
  crumbs: crumbTrail(page.crumbs ?? [], view),
  feeds: feedLines(feeds),
})

/** All of the head that differs from page to page. */
function pageHead(page: PageFacts, feeds: FeedLinks[], view: View): Html {
  const { t, lang, href, absolute, edition } = view
  const { path, title, ogType = 'website' } = page
  const address = absolute(href(path))
  const isHome = path === ''
  const description = cutPoints(page.description, MOST_DESCRIPTION)
  const picture = (page.ogTopic && rootTopic(page.ogTopic, view.corpus.topic)) ?? 'site'
  const data = page.jsonLd ?? webPage({ url: address, title, description, lang })
  // Escaped once: each stands here several times.
  const [name, about, canonical] = [html`${title}`, html`${description}`, html`${address}`]
  return html`<title>${isHome ? `${t('site.name')} · ${t('site.tagline')}` : html`${name} · ${t('site.name')}`}</title>
    <meta name="description" content="${about}" />
    ${page.noIndex && html`<meta name="robots" content="noindex" />`}
    <link rel="canonical" href="${canonical}" />
    ${alternatesOf(path, absolute('/'))}
    ${remember(feeds, 'head', () => html`${feeds.map((feed) => feed.files.map(({ type, href: to }) => html`<link rel="alternate" type="${type}" title="${feed.title}" href="${to}" />`))}`)}
    <meta property="og:site_name" content="${t('site.name')}" />
    <meta property="og:type" content="${ogType}" />
    <meta property="og:title" content="${name}" />
    <meta property="og:description" content="${about}" />
    <meta property="og:url" content="${canonical}" />
    <meta property="og:locale" content="${edition.ogLocale}" />
    <meta property="og:image" content="${absolute(`/og/${edition.path}/${picture}.png`)}" />
    <meta name="DC.title" content="${name}" />
    <meta name="DC.language" content="${lang}" />
    <meta name="DC.identifier" content="${canonical}" />
    ${page.head}
    <script type="application/ld+json">${trusted(toScriptJson(data))}</script>`
}

const openAddresses = keepLast(addressesAt)

/** The addresses of a page in all editions of a site, which are in the head of each. */
const alternatesOf = keepLast((path: string, site: string): Html => {
  const absolute = openAddresses(site)
  return html`${EDITIONS.map((other) => html`<link rel="alternate" hreflang="${other.lang}" href="${absolute(`/${other.path}/${path}`)}" />`)}
    <link rel="alternate" hreflang="x-default" href="${absolute(path === '' ? '/' : `/en/${path}`)}" />`
})

/** Links to the same page in the other editions. */
function editionLinks(path: string, lang: Lang): Html {
  let frame = frames.get(lang)
  if (!frame) frames.set(lang, (frame = frameLinks(lang)))
  return trusted(frame.join(escapeHtml(path)))
}

/** The markup between the places where a page's path stands, by edition. */
const frames = new Map<Lang, string[]>()

const frameLinks = (lang: Lang): string[] =>
  html`${EDITIONS.map((other) => html`<a href="/${other.path}/${trusted('\0')}" hreflang="${other.lang}" lang="${other.lang}" aria-label="${other.short} ${other.name}"${attribute('aria-current', other.lang === lang && 'true')}>${other.short}</a>`)}`.text.split(
    '\0',
  )

function crumbTrail(crumbs: Crumb[], { t, href }: View): Html | undefined {
  if (crumbs.length === 0) return undefined
  const trail = crumbs.map(({ name, path, lang }) =>
    path === undefined
      ? html`<li><span aria-current="page"${attribute('lang', lang)}><bdi>${name}</bdi></span></li>`
      : html`<li><a href="${href(path)}"${attribute('lang', lang)}><bdi>${name}</bdi></a></li>`,
  )
  return html`<nav class="crumbs" aria-label="${t('nav.crumbs')}"><ol><li><a href="${href()}">${t('nav.home')}</a></li>${trail}</ol></nav>`
}

/** The line of the footer that names the page's feeds. */
const feedLines = (feeds: FeedLinks[]): Html => remember(feeds, '', () => printFeeds(feeds))

const printFeeds = (feeds: FeedLinks[]): Html =>
  html`${feeds.map(({ title, files }) => html`<p class="foot-feeds">${title} ${files.map(({ name, href }) => html`<a href="${new URL(href).pathname}">${name}</a> `)}</p>`)}`
