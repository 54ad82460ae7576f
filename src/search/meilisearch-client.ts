/** How long a reader waits for the server before the static index answers. */
const PATIENCE_MS = 4_000

/** Where a server is asked, and how long it is waited for. */
export interface ServerAddress {
  /** Without a slash at the end. */
  url: string
  /** A key that may only search; empty for a server without keys. */
  key: string
  fetch?: typeof fetch
  patienceMs?: number
}

/** The server did not answer, or not as expected; `status` is 0 when no answer came. */
export class ServerError extends Error {
  readonly status: number
  constructor(message: string, status: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'ServerError'
    this.status = status
  }
}

/** Asks several queries at once and gives the answer as it came; what is no good answer throws ServerError. */
export function sendQueries(
  { url, key, fetch: ask = fetch, patienceMs = PATIENCE_MS }: ServerAddress,
  body: unknown,
): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  }
  return fetchJson(ask, `${url.replace(/\/$/, '')}/multi-search`, init)
}

async function fetchJson(ask: typeof fetch, url: string, init: RequestInit): Promise<unknown> {
  let response: Response
  let body: unknown
  try {
    response = await ask(url, init)
    body = await response.json()
  } catch (cause) {
    throw new ServerError(`${url} gave no answer (${(cause as Error).message})`, 0, cause)
  }
  if (response.ok) return body
  const { message = response.statusText } = body as { message?: string }
  throw new ServerError(`${url} answered ${response.status}: ${message}`, response.status)
}
