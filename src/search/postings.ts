import { UNIT } from './index-text.ts'
import { VarintReader } from './varint.ts'

/** Where a term occurs: units in ascending order, and how often in each. */
export interface Postings {
  units: Uint32Array
  times: Uint8Array
}

/** Which document each unit belongs to. */
export interface Layout {
  /** First unit of every document, and the number of all units at the end. */
  firstUnits: Uint32Array
  documentOf: Uint16Array | Uint32Array
}

/** Weight of each document that matches, from how often and in which fields. */
export type Matches = Map<number, number>

/** What an occurrence counts for in each field; a title says more about a text than any of its sentences. */
const FIELD_WEIGHTS = [6, 2.5, 1] as const

export function decodePostings(bytes: Uint8Array, count: number): Postings {
  const reader = new VarintReader(bytes)
  const postings = { units: new Uint32Array(count), times: new Uint8Array(count) }
  let unit = 0
  for (let at = 0; at < count; at++) {
    const value = reader.read()
    unit += Math.floor(value / 2)
    postings.units[at] = unit
    postings.times[at] = value % 2 === 0 ? 1 : Math.min(255, reader.read())
  }
  return postings
}

/** Documents in which all terms lie within `reach` neighbouring units of the rarest one. */
export function matchPhrase(terms: Postings[], length: number, unitChars: number, layout: Layout): Matches {
  const matches: Matches = new Map()
  const [rarest, ...others] = [...terms].sort((a, b) => a.units.length - b.units.length)
  if (!rarest) return matches
  const isNear = others.length === 0 ? () => true : nearness(others, Math.ceil(length / unitChars), layout)
  for (let at = 0; at < rarest.units.length; at++) {
    const unit = rarest.units[at]!
    const document = layout.documentOf[unit]!
    const field = Math.min(unit - layout.firstUnits[document]!, UNIT.body)
    if (!isNear(unit, document)) continue
    matches.set(document, (matches.get(document) ?? 0) + FIELD_WEIGHTS[field]! * rarest.times[at]!)
  }
  return matches
}

/**
 * Tells for ascending units whether every list has a posting in the unit and one neighbour, the same for all: a text no longer
 * than a unit lies in two at most. Title and names have no neighbours. Longer texts may lie `reach` units to either side.
 */
function nearness(lists: Postings[], reach: number, layout: Layout) {
  const cursors = new Uint32Array(lists.length)
  return (unit: number, document: number): boolean => {
    const body = layout.firstUnits[document]! + UNIT.body
    const from = unit < body ? unit : Math.max(body, unit - reach)
    const to = unit < body ? unit : Math.min(layout.firstUnits[document + 1]! - 1, unit + reach)
    let isBefore = true
    let isAfter = true
    for (let list = 0; list < lists.length; list++) {
      const { units } = lists[list]!
      let cursor = cursors[list]!
      while (cursor < units.length && units[cursor]! < from) cursor++
      cursors[list] = cursor
      const first = units[cursor] ?? Number.POSITIVE_INFINITY
      while (cursor < units.length && units[cursor]! < unit) cursor++
      const next = units[cursor] ?? Number.POSITIVE_INFINITY
      isBefore &&= first <= unit
      isAfter &&= next <= to
      if (!isBefore && !isAfter && (reach === 1 || Math.min(first, next) > to)) return false
    }
    return isBefore || isAfter || reach > 1
  }
}

/** Documents that are in all. Their weights are added up by the caller's rule, so they come back one by one. */
export function inAll(all: Matches[]): number[] {
  const [fewest, ...others] = [...all].sort((a, b) => a.size - b.size)
  return fewest
    ? [...fewest.keys()].filter((document) => others.every((matches) => matches.has(document)))
    : []
}
