/**
 * Where an id that was merged away, split or lost leads now; the same shape as the store's. An id that is in its own `to` was
 * split: its page stays and names the other part. An empty `to` means that nothing is left.
 */
export interface Redirect {
  id: string
  to: string[]
  /** RFC 3339. */
  at: string
  reason: string
}

/** Earlier redirects led on through later ones, and the later ones; one for each id. */
export function followRedirects(
  earlier: Redirect[],
  later: Redirect[],
  isLive: (id: string) => boolean,
): Redirect[] {
  const next = new Map(later.map((redirect) => [redirect.id, redirect]))
  const followed = earlier
    .filter(({ id }) => !next.has(id) && !isLive(id))
    .map((redirect) => ({
      ...redirect,
      to: [...new Set(redirect.to.flatMap((id) => next.get(id)?.to ?? [id]))].sort(),
    }))
  return [...followed, ...later].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
