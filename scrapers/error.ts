/**
 * Why a source, a page or a file could not be taken; also the translation key `error.<code>`. Codes of documents that were
 * read but are no articles are ParseFailureCode of src/core/extract/document.ts.
 */
export const FETCH_ERRORS = [
  'address-refused',
  'connection-failed',
  'cooling-down',
  'deadline',
  'different-site',
  'encoding-unknown',
  'header-refused',
  'http-401',
  'http-403',
  'http-404',
  'http-410',
  'http-429',
  'http-4xx',
  'http-5xx',
  'incomplete',
  'list-empty',
  'moved',
  'no-items',
  'no-titles',
  'not-a-feed',
  'other-language',
  'page-shrunk',
  'pages-failed',
  'paused',
  'port-refused',
  'record-damaged',
  'redirect-refused',
  'robots-disallowed',
  'robots-unreachable',
  'stale',
  'store-failed',
  'tls-refused',
  'too-large',
  'too-many-redirects',
  'unexpected',
  'unreadable',
  'url-refused',
] as const
export type FetchErrorCode = (typeof FETCH_ERRORS)[number]

interface Details {
  sourceId?: string | undefined
  url?: string | undefined
  /** HTTP status, when there was an answer. */
  status?: number | undefined
  /** How long the server asked us to wait, already capped. */
  retryAfterMs?: number | undefined
  cause?: unknown
}

/** What happened, to whom, and what was expected; `code` is stable. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: string
  readonly sourceId: string | undefined
  readonly url: string | undefined
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(code: string, message: string, details: Details = {}) {
    super(message, { cause: details.cause })
    this.code = code
    this.sourceId = details.sourceId
    this.url = details.url
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}
