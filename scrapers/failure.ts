import { type FetchErrorCode, SourceError } from './error.ts'

const OWN_CODES: Record<number, FetchErrorCode> = {
  401: 'http-401',
  403: 'http-403',
  404: 'http-404',
  410: 'http-410',
  429: 'http-429',
}

/** Statuses that may pass in a moment; every other answer is taken as final. */
const PASSING = new Set([408, 500, 502, 503, 504, 522, 524])

/** Codes of Node and undici for connections that broke or names that could not be asked. */
const PASSING_CAUSES =
  /^(EAI_AGAIN|ECONNRESET|EPIPE|ETIMEDOUT|HPE_|UND_ERR_(CONNECT_TIMEOUT|SOCKET|RES_CONTENT_LENGTH))/
const TLS_CAUSES = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|^EPROTO$|HOSTNAME_MISMATCH/
const NETWORK_CAUSES =
  /^(EADDRNOTAVAIL|EAI_|ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EPIPE|ETIMEDOUT|HPE_|UND_ERR_)/
const BROKEN_BODY =
  /^(Z_|ZSTD_|ERR_BROTLI|ERR__ERROR_|ERR_STREAM|HPE_|UND_ERR_(SOCKET|RES_CONTENT_LENGTH)|ECONNRESET)/

/** The error for an answer that is neither 200, 304 nor a redirect. */
export function describeStatus(url: string, status: number, retryAfterMs: number | undefined): SourceError {
  const code = OWN_CODES[status] ?? (status >= 400 && status < 500 ? 'http-4xx' : 'http-5xx')
  const wait = retryAfterMs === undefined ? '' : ` and asks to wait ${Math.ceil(retryAfterMs / 1000)} s`
  return new SourceError(code, `${url} answers ${status}${wait}; expected 200`, { url, status, retryAfterMs })
}

/** Whatever was thrown while fetching, as a SourceError that names the address and the reason. */
export function explainFailure(error: unknown, url: string): SourceError {
  if (error instanceof SourceError) return error
  const cause = errorCode(error)
  const text = error instanceof Error ? error.message : String(error)
  if (TLS_CAUSES.test(cause)) {
    return new SourceError('tls-refused', `${url}: certificate not accepted (${cause}: ${text})`, {
      url,
      cause: error,
    })
  }
  if (cause === 'UND_ERR_HEADERS_OVERFLOW') {
    return new SourceError('too-large', `${url} sends too many headers`, { url, cause: error })
  }
  const other = NETWORK_CAUSES.test(cause) ? 'connection-failed' : 'unexpected'
  const code: FetchErrorCode = BROKEN_BODY.test(cause) ? 'incomplete' : other
  return new SourceError(code, `${url}: ${cause ? `${cause}, ` : ''}${text}`, { url, cause: error })
}

/** Whether the same request may succeed in a moment. A host that named a time is not asked before. */
export function isWorthRetrying({ code, status, retryAfterMs, cause }: SourceError): boolean {
  if (status !== undefined) return PASSING.has(status) && retryAfterMs === undefined
  return code === 'incomplete' || PASSING_CAUSES.test(errorCode(cause))
}

/** The first `code` in a chain of causes, the inner errors of an AggregateError included. */
function errorCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause ?? (at as AggregateError).errors?.[0]) {
    const { code } = at as NodeJS.ErrnoException
    if (code) return code
  }
  return ''
}
