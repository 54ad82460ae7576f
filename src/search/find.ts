import type { Variant } from './expand.ts'
import { buildExactPhrase, buildPhrases, type FlatText, isWord, itemsOf } from './flat.ts'
import { cutVariants, formVariants, joinedVariants, ungluedVariants } from './forms.ts'
import type { IndexReader } from './index-reader.ts'
import { APART_WEIGHT } from './limits.ts'
import type { Alternative, Matcher } from './matcher.ts'
import type { Matches } from './postings.ts'
import type { ParsedQuery } from './query.ts'
import type { SearchNotice } from './search.ts'
import { completeWord, suggestWord } from './suggest.ts'

/** What matched, before filters and pages. */
export interface Found {
  matches: Matches
  /** Flat texts to highlight. */
  flats: FlatText[]
  notice?: SearchNotice
  suggestion?: string
  /** Whether the words were found in a row but could stand apart as well. */
  isRow?: boolean
  /** Whether the words typed found so much that their translations were not looked for. */
  isPlenty?: boolean
}

/** The steps from the exact to the loose; each is taken only when the one before found nothing. */
export async function findMatches(asked: Asked): Promise<Found> {
  const found = asked.matcher.isLong(asked.parsed.free)
    ? await findPasted(asked)
    : ((asked.isApart ? await findEitherWay(asked) : await findInRow(asked)) ??
      (await findCut(asked)) ??
      (await findApart(asked)) ??
      (await findOtherWords(asked)) ??
      (await findNearest(asked)))
  return asked.parsed.isCut && found.notice !== 'partly' ? { ...found, notice: 'cut' } : found
}

/** A query, the ways to say it, and the index that it is asked of. */
export interface Asked {
  matcher: Matcher
  reader: IndexReader
  /** As typed, for a suggestion. */
  typed: string
  /** Whether words apart are wanted beside words in a row. */
  isApart: boolean
  /** Whether filters are set: then what another language has may be all that is wanted. */
  isFiltered: boolean
  parsed: ParsedQuery
  variants: Variant[]
}

/** A pasted text is looked for by a sample of its terms; asking for all of them would read half the index. */
async function findPasted({ matcher, parsed, variants }: Asked): Promise<Found> {
  const flats = flatsOf(variants)
  for (const flat of flats.slice(0, MOST_PASTED)) {
    const matches = await matcher.findMost(flat, LONG_SHARE)
    if (matches.size > 0) return { matches, flats }
  }
  return { matches: await matcher.findMost(parsed.free[0]!, LOOSE_SHARE), flats, notice: 'partly' }
}

/** Words in a row as typed; where there are none, with other forms of its words. */
async function findInRow(asked: Asked): Promise<Found | undefined> {
  const { variants, parsed } = asked
  const isOneWord = /^[a-z]+$/.test(parsed.free[0] ?? '')
  const ways = isOneWord ? [...variants, ...(await findForms(asked))] : variants
  const typed = variants.filter(({ weight }) => weight === 1)
  const isWidened = !asked.isFiltered && typed.length < ways.length
  const plain = isWidened ? await look(asked, typed, false) : undefined
  if (plain && plain.size >= PLENTY) return { matches: plain, flats: allFlats(asked, typed), isPlenty: true }
  const inRow = await look(asked, ways, false)
  const isFound = inRow.size > 0 && (await hasTyped(asked))
  const isRow = hasWordsApart(variants)
  if (isOneWord || inRow.size >= FEW)
    return isFound ? { matches: inRow, flats: allFlats(asked, ways), isRow } : undefined
  if (isFound) {
    // `model` typed for `models` too, as the letters typed are there; other forms would be other words in a row.
    const longer = (await findForms(asked)).filter(({ flat }) => flat.startsWith(parsed.free[0]!))
    const either = [...variants, ...longer]
    return { matches: await look(asked, either, false), flats: allFlats(asked, either), isRow }
  }
  const forms = [...joinedVariants(parsed.free[0] ?? ''), ...(await findForms(asked))]
  if (forms.length === 0 || (await look(asked, forms, false)).size === 0) return undefined
  const either = [...variants, ...forms]
  return { matches: await look(asked, either, false), flats: allFlats(asked, either), isRow }
}

/** Words in a row first, and below them words apart. */
async function findEitherWay(asked: Asked): Promise<Found | undefined> {
  const { variants, parsed, matcher } = asked
  const apart = clause(variants, true)
    .flat()
    .map(({ phrases, weight }) => alternative(phrases, weight * APART_WEIGHT))
  const ways = [...clause(variants, false).flat(), ...apart]
  const { exact, excluded } = quoted(parsed)
  const matches = await matcher.findAll(ways.length > 0 ? [...exact, ways] : exact, excluded)
  return matches.size > 0 ? { matches, flats: allFlats(asked, variants) } : undefined
}

const hasWordsApart = (variants: Variant[]) =>
  variants.some(
    ({ flat, weight }) => weight === 1 && buildPhrases(flat, true).length > buildPhrases(flat).length,
  )

/** A text copied from the middle of a word to the middle of another. */
async function findCut(asked: Asked): Promise<Found | undefined> {
  const ways = cutVariants(asked.parsed.free[0] ?? '')
  const matches = ways.length > 0 ? await look(asked, ways, false) : new Map<number, number>()
  return matches.size > 0 ? { matches, flats: allFlats(asked, ways) } : undefined
}

/** Words that stand apart; names that were written as one, too. */
async function findApart(asked: Asked): Promise<Found | undefined> {
  const { variants, parsed } = asked
  const forms = [...ungluedVariants(parsed.free[0] ?? ''), ...(await findForms(asked))]
  const ways = [...variants, ...forms]
  const matches = await look(asked, ways, true)
  if (matches.size === 0) return undefined
  const isApart = variants.some(({ flat, weight }) => weight === 1 && buildPhrases(flat, true).length > 1)
  return { matches, flats: allFlats(asked, ways), ...(isApart ? { notice: 'apart' } : {}) }
}

/** Completes an unfinished last word, else corrects words that the index does not have. */
async function findOtherWords(asked: Asked): Promise<Found | undefined> {
  const [flat] = asked.parsed.free
  if (flat === undefined) return undefined
  const corrected = await correct(asked, flat)
  if (asked.parsed.isOpen) {
    const completed = await complete(asked.reader, flat)
    const ways = completed.map((text): Variant => ({ flat: text, weight: 1 }))
    const matches = ways.length > 0 ? await look(asked, ways, true) : new Map<number, number>()
    if (matches.size > 0) return { matches, flats: completed, notice: 'unfinished' }
  }
  if (corrected.suggestion === undefined) return undefined
  const matches = await look(asked, [{ flat: corrected.flat, weight: 1 }], true)
  if (matches.size === 0) return undefined
  return { matches, flats: [corrected.flat], notice: 'corrected', suggestion: corrected.suggestion }
}

/** Nothing has all of it: what has most. */
async function findNearest(asked: Asked): Promise<Found> {
  const { matcher, parsed, variants } = asked
  const quoted = parsed.exact.map(([flat]) => flat!)
  const typed = flatsOf(variants.filter(({ weight }) => weight === 1)).slice(0, MOST_PASTED)
  const matches: Matches = new Map()
  // In every region's words, so that whichever is typed the same comes near.
  for (const flat of typed.length > 0 ? typed : [''])
    for (const [document, sum] of await matcher.findMost([flat, ...quoted].join(' ').trim(), LOOSE_SHARE))
      matches.set(document, Math.max(matches.get(document) ?? 0, sum))
  const { suggestion } = await correct(asked, parsed.free[0] ?? '')
  const better = suggestion === undefined ? {} : { suggestion }
  const notice = matches.size > 0 ? { notice: 'partly' as const } : {}
  return { matches, flats: allFlats(asked, variants), ...notice, ...better }
}

/** So many records with the words typed fill any reader's pages; translations of words so common would cost more than all else. */
const PLENTY = 200

/** So few hits leave room on the first page for those with the last word in a longer form. */
const FEW = 10

/** Ways to say a pasted text that are tried: as it is, and in the other region's words. */
const MOST_PASTED = 3
/** Share of a long pasted text's terms, weighed by rarity, that a document must have; the rest may be typed otherwise there. */
const LONG_SHARE = 0.75
/** The same when nothing has all of a query: half is a near miss, less is noise. */
const LOOSE_SHARE = 0.5

const flatsOf = (variants: Variant[]) => variants.map(({ flat }) => flat)

const alternative = (phrases: Alternative['phrases'], weight: number): Alternative => ({ phrases, weight })

const allFlats = ({ parsed }: Asked, ways: Variant[]): FlatText[] => [
  ...flatsOf(ways),
  ...parsed.exact.flat(),
]

const findForms = ({ parsed, reader }: Asked): Promise<Variant[]> =>
  formVariants(parsed.free[0] ?? '', (word) => reader.forms(word))

/** Documents that have what stands in quotation marks and one of the ways to say the rest. */
function look({ matcher, parsed }: Asked, ways: Variant[], isApart: boolean): Promise<Matches> {
  const { exact, excluded } = quoted(parsed)
  return matcher.findAll([...exact, ...clause(ways, isApart)], excluded)
}

const quoted = (parsed: ParsedQuery) => ({
  exact: parsed.exact.map((readings) => readings.map((flat) => alternative([buildExactPhrase(flat)], 1))),
  excluded: parsed.excluded.map((flat) => buildExactPhrase(flat)),
})

function clause(variants: Variant[], isApart: boolean): Alternative[][] {
  const ways = variants
    .map(({ flat, weight }) => alternative(buildPhrases(flat, isApart), weight))
    .filter(({ phrases }) => phrases.length > 0 && phrases.some(({ keys }) => keys.length > 0))
  return ways.length > 0 ? [ways] : []
}

/** Whether the words as typed are in a row anywhere, and not only their translations. */
async function hasTyped(asked: Asked): Promise<boolean> {
  const typed = asked.variants.filter(({ weight }) => weight === 1)
  const isOneWay = typed.every(({ flat }) => buildPhrases(flat, true).length === buildPhrases(flat).length)
  return isOneWay || (await look(asked, typed, false)).size > 0
}

/** How many words an unfinished one may become. */
const MOST_COMPLETIONS = 5

async function complete(reader: IndexReader, flat: FlatText): Promise<FlatText[]> {
  const last = itemsOf(flat).at(-1)!
  if (!/^[a-z]{2,}$/.test(last)) return []
  const words = completeWord(last, await reader.words(last[0]!), MOST_COMPLETIONS)
  return words.map((word) => flat.slice(0, flat.length - last.length) + word)
}

/** Replaces Latin words that no document has by their likeliest spelling, in the flat text and in what was typed. */
async function correct({ matcher, reader, typed }: Asked, flat: FlatText) {
  let suggestion: string | undefined
  let corrected = flat
  for (const item of new Set(itemsOf(flat).filter((word) => isWord(word) && /^[a-z]{4,}$/.test(word)))) {
    if (await matcher.hasWord(item)) continue
    // A slip in the first letter is most often a swap with the second.
    const lists = await Promise.all(
      [...new Set([item[0]!, item[1]!])].map((initial) => reader.words(initial)),
    )
    const better = suggestWord(item, lists.flat())
    if (better === undefined) continue
    corrected = itemsOf(corrected)
      .map((word) => (word === item ? better : word))
      .join(' ')
    suggestion = (suggestion ?? typed).replace(new RegExp(`\\b${item}\\b`, 'i'), better)
  }
  return { flat: corrected, ...(suggestion === undefined ? {} : { suggestion }) }
}
