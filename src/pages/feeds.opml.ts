import type { APIRoute } from 'astro'
import { feedSite, readFeeds } from '../content-reader/feeds.ts'
import { readContent } from '../content-reader/index.ts'
import { buildFeedsOpml } from '../core/publish/opml.ts'
import { newestChange } from '../core/publish/view-changed.ts'
import { EDITIONS } from '../i18n/index.ts'

export const GET: APIRoute = async () => {
  const site = feedSite()
  const { corpus } = await readContent()
  const editions = await Promise.all(
    EDITIONS.map(async ({ lang, name, path }) => ({
      lang,
      name,
      feeds: [...(await readFeeds(lang)).values()].map(({ listing }) => ({
        ...listing,
        pageUrl: `${site.origin}/${path}/${listing.path}`,
      })),
    })),
  )
  return new Response(buildFeedsOpml(editions, site, newestChange(corpus)))
}
