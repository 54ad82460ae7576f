import { type FlatText, isHan, isQuantity, itemsOf } from './flat.ts'
import { buildServerQuery } from './meilisearch-tokens.ts'

/** Pieces of a text that are asked for when nothing has all of it. */
const MOST_PIECES = 12
/** Length of a piece: long enough to be rare, short enough to stand between two punctuation marks. */
const PIECE_CHARS = 4
const PIECE_WORDS = 3
/** What a text must have of all that was asked (a piece is longer than a term, so fewer of them survive changes), and of what the best has. */
const LEAST_SHARE = 0.35
const NEAR_BEST = 0.8
/** Documents of which a piece that is everywhere is said to be; only the order of rarities matters. */
const MANY = 10_000

/** Phrases for the server, evenly spread over a text. */
export function buildPieces(flat: FlatText): string[] {
  const pieces = itemsOf(flat)
    .flatMap((group) => group.split('~'))
    .flatMap((item) => (isHan(item) ? cutHan(item) : isQuantity(item) ? [item] : item.split('-')))
  const joined = joinWords(pieces)
  const step = Math.max(1, joined.length / MOST_PIECES)
  const spread = Array.from(
    { length: Math.ceil(joined.length / step) },
    (_, at) => joined[Math.floor(at * step)]!,
  )
  return [...new Set(spread.map((piece) => buildServerQuery(piece, false)))].filter((piece) => piece !== '')
}

function cutHan(run: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < run.length; at += PIECE_CHARS) pieces.push(run.slice(at, at + PIECE_CHARS))
  // A piece of one character has no pair; it goes with the one before.
  if (pieces.length > 1 && pieces.at(-1)!.length === 1) pieces.push(pieces.splice(-2).join(''))
  return pieces
}

/** Words next to each other in threes. */
function joinWords(items: string[]): string[] {
  const joined: string[] = []
  let row = 0
  for (const item of items) {
    const isWord = !isHan(item) && !isQuantity(item)
    if (isWord && row > 0 && row < PIECE_WORDS) joined[joined.length - 1] += ` ${item}`
    else joined.push(item)
    row = isWord ? (row % PIECE_WORDS) + 1 : 0
  }
  return joined
}

/** What the server says of one piece. */
export interface PieceHits {
  ids: string[]
  total: number
}

/** The documents with most of the pieces, weighed by their rarity, best first: what {@link Matcher.findMost} does with files. */
export function rankByPieces(pieces: PieceHits[]): [string, number][] {
  const sums = new Map<string, number>()
  let possible = 0
  const found = pieces.filter(({ total }) => total > 0)
  for (const { ids, total } of found) {
    const rarity = Math.log(1 + MANY / total)
    possible += rarity
    for (const id of ids) sums.set(id, (sums.get(id) ?? 0) + rarity)
  }
  const ranked = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const least = (possible * pieces.length * LEAST_SHARE) / Math.max(1, found.length)
  const best = ranked[0]?.[1] ?? 0
  return ranked.filter(([, sum]) => sum >= Math.max(least, best * NEAR_BEST))
}
