import type { SearchEngine, SearchQuery, SearchResult } from './search.ts'

/** How long the static index answers for the server after a failure, before the server is tried again. */
const REST_MS = 60_000

/**
 * Asks the server first and the static index when it fails, saying so in the result. After a failure the server is left
 * alone for a minute, so that a reader who types does not wait for it at every letter. `now` gives milliseconds; `report`
 * hears why.
 */
export function withFallback(
  server: SearchEngine,
  files: SearchEngine,
  now: () => number,
  report: (error: unknown) => void,
): SearchEngine {
  let restsUntil = 0
  return {
    async search(query: SearchQuery): Promise<SearchResult> {
      if (now() >= restsUntil) {
        try {
          return await server.search(query)
        } catch (error) {
          report(error)
          restsUntil = now() + REST_MS
        }
      }
      return { ...(await files.search(query)), notice: 'fallback' }
    },
  }
}
