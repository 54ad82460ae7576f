import type { APIRoute } from 'astro'
import { feedSite } from '../content-reader/feeds.ts'
import { readContent } from '../content-reader/index.ts'
import { buildSourcesOpml } from '../core/publish/opml.ts'
import { newestChange } from '../core/publish/view-changed.ts'

export const GET: APIRoute = async () => {
  const { corpus } = await readContent()
  return new Response(buildSourcesOpml(corpus.sources, feedSite(), newestChange(corpus)))
}
