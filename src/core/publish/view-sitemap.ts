import { digestIds } from './digest.ts'
import type { Corpus } from './view-corpus.ts'
import { buildDays } from './view-days.ts'
import { entitiesWithPages } from './view-entity.ts'

/** A page below every edition, with the day on which its record last changed. */
export interface SitemapEntry {
  path: string
  changed?: string
}

/** Pages that have no record of their own. */
const FIXED = [
  '',
  'findings/',
  'articles/',
  'topics/',
  'entities/',
  'sources/',
  'timeline/',
  'blind-spots/',
  'corrections/',
  'digests/',
  'days/',
  'data/',
  'methods/',
  'status/',
  'about/',
]
/** Entries of one sitemap file: each stands for three addresses of about 600 bytes, and 50,000 addresses is the limit. */
export const ENTRIES_PER_FILE = 10_000

/** What search engines should know. Pages of single figures are left out: their findings say the same and more. */
export function sitemapEntries(corpus: Corpus): SitemapEntry[] {
  return [
    ...FIXED.map((path) => ({ path })),
    ...corpus.findings.map(({ id, updatedAt }) => ({
      path: `findings/${id}/`,
      changed: updatedAt.slice(0, 10),
    })),
    ...corpus.articles.map(({ id, retrievedAt }) => ({
      path: `articles/${id}/`,
      changed: retrievedAt.slice(0, 10),
    })),
    ...corpus.registry.topics.map(({ id }) => ({ path: `topics/${id}/` })),
    ...[...entitiesWithPages(corpus)].map((id) => ({ path: `entities/${id}/` })),
    ...corpus.sources.map(({ id }) => ({ path: `sources/${id}/` })),
    ...digestIds(corpus).map((id) => ({ path: `digests/${id}/` })),
    ...buildDays(corpus).map(({ date }) => ({ path: `days/${date}/` })),
  ]
}

/** One address of an entry for each edition, all naming all of them and the default. */
export function buildSitemap(
  entries: SitemapEntry[],
  editions: { lang: string; path: string }[],
  site: string,
): string {
  const address = (below: string) => escapeXml(new URL(below, site).href)
  const urls = entries.flatMap(({ path, changed }) => {
    const links = [
      ...editions.map((edition) => ({ lang: edition.lang, href: address(`/${edition.path}/${path}`) })),
      { lang: 'x-default', href: address(path === '' ? '/' : `/en/${path}`) },
    ]
    const alternates = links
      .map(({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`)
      .join('')
    const when = changed ? `<lastmod>${changed}</lastmod>` : ''
    return editions.map(
      (edition) => `<url><loc>${address(`/${edition.path}/${path}`)}</loc>${when}${alternates}</url>`,
    )
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

/** The index that names the sitemaps of a site (sitemaps.org 0.9). */
export function buildSitemapIndex(files: string[], site: string): string {
  const rows = files.map((file) => `<sitemap><loc>${escapeXml(new URL(file, site).href)}</loc></sitemap>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</sitemapindex>\n`
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
