import { createHash } from 'node:crypto'
import type { Redirect } from './redirect.ts'

/** Something made of members that keeps its id while its first member stays. */
export interface Identified {
  /** Member ids, first appearance first. */
  members: string[]
}

/** What was there before: id and members, first appearance first. */
export type Previous = ReadonlyMap<string, readonly string[]>

/**
 * An id for each item, and redirects for the ids that led to their members before. An item keeps the id of the previous
 * item whose first member still held it has; when it has several such, of the one with most members. An item without any is named
 * after its own first member.
 */
export function assignIds<T extends Identified>(
  items: T[],
  previous: Previous,
  noun: string,
  at: string,
): { ids: Map<T, string>; redirects: Redirect[] } {
  const itemOf = new Map<string, T>()
  for (const item of items) for (const member of item.members) itemOf.set(member, item)
  const ids = new Map<T, string>()
  const claims = [...previous].sort(
    ([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1),
  )
  for (const [id, members] of claims) {
    const heir = members.map((member) => itemOf.get(member)).find((item) => item !== undefined)
    if (heir && !ids.has(heir)) ids.set(heir, id)
  }
  const taken = new Set(ids.values())
  for (const item of items) if (!ids.has(item)) ids.set(item, freshId(item.members, noun, taken))
  return { ids, redirects: claims.flatMap(([id, members]) => redirect(id, members, itemOf, ids, at)) }
}

function freshId(members: string[], noun: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = createHash('sha256')
      .update(`${noun} ${members[attempt] ?? `${members[0]} ${attempt}`}`)
      .digest('hex')
      .slice(0, 16)
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}

/** Where an earlier id leads: to what it was merged into, or, its own page included, to the parts it was split into. */
function redirect<T>(
  id: string,
  members: readonly string[],
  itemOf: Map<string, T>,
  ids: Map<T, string>,
  at: string,
): Redirect[] {
  const to = [
    ...new Set(members.map((member) => ids.get(itemOf.get(member)!)).filter((heir) => heir !== undefined)),
  ]
  if (to.length === 1 && to[0] === id) return []
  if (to.length === 0) return [{ id, to, at, reason: 'gone' }]
  return [{ id, to: to.sort(), at, reason: to.length > 1 ? 'split' : 'merged' }]
}
