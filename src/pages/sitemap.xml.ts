import type { APIRoute } from 'astro'
import { readContent } from '../content-reader/index.ts'
import { buildSitemapIndex, ENTRIES_PER_FILE, sitemapEntries } from '../core/publish/view-sitemap.ts'

export const GET: APIRoute = async ({ site }) => {
  const { corpus } = await readContent()
  const count = Math.ceil(sitemapEntries(corpus).length / ENTRIES_PER_FILE)
  const files = Array.from({ length: count }, (_, index) => `/sitemap-${index + 1}.xml`)
  return new Response(buildSitemapIndex(files, site!.href))
}
