/** How long a reader waits for a vector. */
const PATIENCE_MS = 2_000

/**
 * Asks an embedding service for the vector of a query, for indexes whose vectors Meilisearch does not make itself. It takes
 * `{"input": text}` and gives `{"embedding": […]}`, or as OpenAI's interface does `{"data": [{"embedding": […]}]}`.
 */
export function embedByFetch(url: string): (text: string) => Promise<number[]> {
  return async (text) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input: text }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok) throw new Error(`${url} answered ${response.status}; expected an embedding`)
    const answer = (await response.json()) as { embedding?: unknown; data?: { embedding?: unknown }[] }
    const vector = answer.embedding ?? answer.data?.[0]?.embedding
    if (Array.isArray(vector) && vector.every((part) => typeof part === 'number')) return vector
    throw new Error(`${url} answered without a list of numbers as embedding`)
  }
}
