import { arxiv, defineSource, feed, listing, type SourceDefinition, type SourceDraft } from '../define.ts'
import { OUTLETS, type Outlet } from './outlets.ts'
import { FEED_PATHS } from './page.ts'

/** Builds what a file in scrapers/sources/ would export for each outlet, with the addresses that its server has now. */
export function buildSources(origins: ReadonlyMap<string, string>): SourceDefinition[] {
  return OUTLETS.map((outlet) => defineSource(outlet.id, buildDraft(outlet, origins.get(outlet.id)!)))
}

function buildDraft(outlet: Outlet, origin: string): SourceDraft {
  const { names, lang, region, kind, tier, timeZone, offer } = outlet
  const stated = {
    names,
    lang,
    region,
    kind,
    tier,
    timeZone,
    homepage: `${origin}/`,
    intervalMinutes: 15,
    sample: true,
  }
  switch (offer) {
    case 'arxiv': {
      const query = 'cat:cs.*'
      const search = new URLSearchParams({ search_query: query, start: '0', max_results: '50' })
      return arxiv({ ...stated, query, url: `${origin}/api/query?${search}` })
    }
    case 'listing':
      return listing({ ...stated, url: `${origin}/`, selectors: SELECTORS, maxPages: 4 })
    case 'atom':
    case 'json':
    case 'rss':
      return feed({
        ...stated,
        url: origin + FEED_PATHS[offer],
        ...(outlet.fullText ? { content: 'feed' as const } : {}),
      })
    default:
      return offer satisfies never
  }
}

const SELECTORS = {
  item: 'li.story',
  link: 'h2 a',
  title: 'h2 a',
  date: '.date',
  summary: '.summary',
  next: 'a.next',
}
