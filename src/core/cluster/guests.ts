import { compareWithPrimary, type GroupOf } from './compare.ts'
import type { Group } from './groups.ts'
import type { LinkIndex } from './link-index.ts'
import type { FigureNode } from './nodes.ts'
import type { TextRelation } from './texts.ts'

/** What puts a figure under its primary source's finding although it does not agree with it. */
const DISAGREES = new Set(['different-value', 'different-subject', 'superseded'])

/**
 * Puts each group under the finding of the primary source that all its figures repeat with another value or of another
 * subject. They are shown there beside the source's quote and count for nothing. Gives every group whose record reads
 * differently now.
 */
export function seatGuests(groups: Iterable<Group>, index: LinkIndex, groupOf: GroupOf): Set<Group> {
  const changed = new Set<Group>()
  for (const group of groups) {
    const host = findHost(group, index, groupOf)
    if (host === group.host) continue
    if (group.host) {
      group.host.guests.delete(group)
      changed.add(group.host)
    }
    if (host) {
      host.guests.add(group)
      group.host = host
      changed.add(host)
    } else delete group.host
    changed.add(group)
  }
  return changed
}

function findHost(group: Group, index: LinkIndex, groupOf: GroupOf): Group | undefined {
  if (group.primaries.length > 0) return undefined
  const hosts = new Map<FigureNode, Group>()
  for (const node of group.nodes) {
    const { comparison, primary } = compareWithPrimary(node, index, groupOf)
    const host = primary && DISAGREES.has(comparison) ? groupOf(primary) : undefined
    if (host && host !== group) hosts.set(node, host)
  }
  const [host, other] = new Set(hosts.values())
  if (host === undefined || other !== undefined) return undefined
  const isCovered = group.nodes.every((node) => hosts.has(node) || isCopy(node, hosts.keys(), index))
  return isCovered ? host : undefined
}

/** Its text stems from that of an article which has the figure from the primary. */
function isCopy(node: FigureNode, covered: Iterable<FigureNode>, { texts }: LinkIndex): boolean {
  for (const { of } of covered) if (of === node.of || isVersion(texts.find(node.of, of)?.value)) return true
  return false
}

const isVersion = (relation: TextRelation | undefined) =>
  relation !== undefined && relation.relation !== 'parallel'
