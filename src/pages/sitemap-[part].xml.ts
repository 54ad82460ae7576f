import type { APIRoute } from 'astro'
import { readContent } from '../content-reader/index.ts'
import { paginate } from '../core/publish/view-page.ts'
import {
  buildSitemap,
  ENTRIES_PER_FILE,
  type SitemapEntry,
  sitemapEntries,
} from '../core/publish/view-sitemap.ts'
import { EDITIONS } from '../i18n/index.ts'

export async function getStaticPaths() {
  const { corpus } = await readContent()
  const parts = paginate(sitemapEntries(corpus), ENTRIES_PER_FILE)
  return parts.map(({ number, items }) => ({ params: { part: String(number) }, props: { items } }))
}

export const GET: APIRoute<{ items: SitemapEntry[] }> = ({ props, site }) =>
  new Response(buildSitemap(props.items, EDITIONS, site!.href))
