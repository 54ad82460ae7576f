import type { Span } from '../text/sentences.ts'
import { ADDRESSES, SHAPES } from './masks.ts'
import { firstEndingAfter } from './spans.ts'

/** The text is looked at in pieces of this many UTF-16 units, each with a margin: no shape is longer. */
const PIECE = 64
const MARGIN = 48

/** One bit for each set of needed characters (two may share one); a unit's bits say in which sets it is. */
const BITS = new Uint32Array(0x10000)
const sets = [...new Set(SHAPES.flatMap(([, ...needs]) => needs))]
const bitOf = (set: string) => 1 << (sets.indexOf(set) % 32)
for (const set of sets) for (const char of set) BITS[char.charCodeAt(0)]! |= bitOf(set)
const PATTERNS = SHAPES.map(([pattern, ...needs]) => ({
  pattern,
  needs: needs.reduce((bits, set) => bits | bitOf(set), 0),
}))

/**
 * Test whether a span touches what is no figure by its shape. Shapes are looked for only in the pieces of text that are
 * asked about, and of the patterns only those whose characters stand there.
 */
export function buildMaskTest(folded: string): (start: number, end: number) => boolean {
  const pieces = new Map<number, Span[]>()
  let addresses: Span[] | undefined
  const masksOf = (piece: number) => {
    let found = pieces.get(piece)
    if (!found) pieces.set(piece, (found = findShapes(folded, piece * PIECE)))
    return found
  }
  return (start, end) => {
    addresses ??= findAddresses(folded)
    const address = addresses[firstEndingAfter(addresses, start)]
    if (address && address.start < end) return true
    for (let piece = Math.floor(start / PIECE); piece * PIECE < end; piece++)
      if (touches(masksOf(piece), start, end)) return true
    return false
  }
}

const touches = (masks: readonly Span[], start: number, end: number) =>
  masks.some((mask) => mask.start < end && mask.end > start)

/** In order and merged. */
function findAddresses(folded: string): Span[] {
  const found = ADDRESSES.filter(([, ...needs]) => needs.some((words) => folded.includes(words))).flatMap(
    ([pattern]) =>
      Array.from(folded.matchAll(pattern), ({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      })),
  )
  const merged: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push(span)
  }
  return merged
}

function findShapes(folded: string, from: number): Span[] {
  const start = Math.max(0, from - MARGIN)
  const part = folded.slice(start, from + PIECE + MARGIN)
  let bits = 0
  for (let at = 0; at < part.length; at++) bits |= BITS[part.charCodeAt(at)]!
  const found: Span[] = []
  for (const { pattern, needs } of PATTERNS) {
    if ((needs & ~bits) !== 0) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
      found.push({ start: start + match.index, end: start + pattern.lastIndex })
      if (match[0] === '') pattern.lastIndex++
    }
  }
  return found
}
