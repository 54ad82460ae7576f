import type { Story } from '../model/story.ts'
import { countCommonInOrder, longestRise } from './in-order.ts'
import { foldName } from './lexicon.ts'
import { type ArticleNode, DAY_MS } from './nodes.ts'
import { estimateContainment, hammingDistance, overlap } from './similarity.ts'
import { workKey } from './works.ts'

/** How the text of one article stems from another's, with what shows it. */
export interface TextRelation {
  /** `parallel`: names and numbers in the same order in two languages, which helps to pair figures and claims nothing. */
  relation: Exclude<Story['members'][number]['relation'], 'original'> | 'parallel'
  evidence: string
  /** A translation is written anew but tells nothing of its own. */
  isTranslation?: true
}

/** Shingles below which likeness of whole texts says nothing: three short sentences. */
const LEAST_SHINGLES = 24

/** Simhash bits that printings of one text differ by at most; unrelated articles of the corpus differ by 20 and more. */
const NEAR_BITS = 5

/** Relation of the later article's text to the earlier one's, or undefined when they are two texts. */
export function relateTexts(earlier: ArticleNode, later: ArticleNode): TextRelation | undefined {
  const origin = findOrigin(earlier, later)
  if (origin !== undefined) return { relation: 'repost', evidence: `says that it comes from ${origin}` }
  if (isSameText(earlier, later)) return copyOf(earlier, later, 'same text')
  return relateOrigins(earlier, later) ?? relateTranslation(earlier, later) ?? relatePrints(earlier, later)
}

/** The same for texts in two languages only: those that share names are many, and within a language other blocks find them. */
export function relateAcross(earlier: ArticleNode, later: ArticleNode): TextRelation | undefined {
  return isEnglish(earlier) === isEnglish(later) ? undefined : relateTexts(earlier, later)
}

function isSameText(a: ArticleNode, b: ArticleNode): boolean {
  if (a.article.textHash === b.article.textHash) return true
  return a.print !== undefined && a.print.size > 0 && a.print.exact === b.print?.exact
}

/** The later article says that it repeats the earlier one: by address, or by the name of the outlet and the same words. */
function findOrigin(earlier: ArticleNode, later: ArticleNode): string | undefined {
  const { origin } = later
  if (origin === undefined) return undefined
  const key = originKey(later)
  if (key !== undefined) return earlier.own.includes(key) ? origin : undefined
  const isLike =
    isSameText(earlier, later) ||
    foldName(earlier.article.title) === foldName(later.article.title) ||
    (earlier.print && later.print && estimateContainment(earlier.print, later.print) > 0.5)
  return isLike ? origin : undefined
}

/** Both say that they come from one third page. */
function relateOrigins(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  const key = originKey(a)
  if (key === undefined || key !== originKey(b)) return undefined
  const evidence = `both come from ${a.origin}`
  if (isEnglish(a) === isEnglish(b)) return { relation: 'repost', evidence }
  return { relation: 'rewrite', evidence: `translation: ${evidence}`, isTranslation: true }
}

const isEnglish = ({ article }: ArticleNode) => article.lang === 'en'

/** The work that a repost names by its address. */
export function originKey({ origin }: ArticleNode): string | undefined {
  return origin !== undefined && /^https?:/.test(origin) ? workKey({ kind: 'url', id: origin }) : undefined
}

function copyOf(a: ArticleNode, b: ArticleNode, evidence: string): TextRelation {
  return a.article.lang === b.article.lang
    ? { relation: evidence === 'same text' ? 'duplicate' : 'near-duplicate', evidence }
    : {
        relation: 'converted',
        evidence: `${evidence}, converted from ${a.article.lang} to ${b.article.lang}`,
      }
}

/** Share of the shorter text's shingles that the other has: a copy with cuts, and a text rewritten from another. */
const COPY_SHARE = 0.7
const REWRITE_SHARE = 0.24

/** Names and numbers that a rewrite shares as well: an outlet's own page furniture is 50 percent of a short piece. */
const LEAST_MARKS = 4

function relatePrints(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  if (!a.print || !b.print || Math.min(a.print.size, b.print.size) < LEAST_SHINGLES) return undefined
  const share = estimateContainment(a.print, b.print)
  const bits = hammingDistance(a.print, b.print)
  if (bits <= NEAR_BITS && share > 0.5) return copyOf(a, b, `simhash distance ${bits} of 64`)
  const percent = `${Math.round(share * 100)} percent of its phrases`
  if (share >= COPY_SHARE) return copyOf(a, b, percent)
  const isRewrite = share >= REWRITE_SHARE && !isSameSite(a, b) && overlap(a.marks, b.marks) >= LEAST_MARKS
  return isRewrite ? { relation: 'rewrite', evidence: percent } : undefined
}

/** Pages of one site share its furniture, whatever they tell; a site may be collected under several sources. */
function isSameSite({ article: a }: ArticleNode, { article: b }: ArticleNode): boolean {
  if (a.sourceId === b.sourceId) return true
  return a.url !== undefined && b.url !== undefined && new URL(a.url).host === new URL(b.url).host
}

/** Han characters for each Latin character of a translation: 0.26 to 0.76 in 24 pairs that people made. */
const HAN_PER_LATIN = [0.18, 0.95] as const

/** Of the Chinese side's Latin words and numbers, the share that its English side has: 0.84 and more in those pairs. */
const PARALLEL_SHARE = 0.7
const LEAST_COMMON = 5

/** Median distance of a name's places in both texts: up to 0.05 in translations, 0.08 and more in most retellings. */
const PARALLEL_DISTANCE = 0.06

/** So many names that nothing but a translation has them, in whatever order an editor put the parts. */
const MANY_COMMON = { count: 40, share: 0.9 }

/** Names and numbers in common from which on it is called a translation and told as one source. */
const TRANSLATION_COMMON = 20

/** Days between a text and its translation that are believed without the original being cited. */
const TRANSLATION_DAYS = 120

/** Han characters for each Latin one from which on a shortened translation is looked for. */
const LEAST_HAN_PER_LATIN = 0.06

/** Names in the same order in both texts, wherever they stand: by chance 12 of 40 do, 5 of 10. */
const ORDERED = { count: 10, share: 0.75 }

/** Figures with the same values in the same order: their number, their share of the shorter list, and what that is of the longer. */
const IN_ORDER = { count: 8, share: 0.6, size: 0.6 }

/** The same in whatever order, of the longer list. */
const MOVED = { count: 12, share: 0.7 }

/** A text and its translation, or its close retelling, in the other language: names and numbers stay, in the same places. */
function relateTranslation(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  if (isEnglish(a) === isEnglish(b)) return undefined
  const [english, chinese] = isEnglish(a) ? [a, b] : [b, a]
  const ratio = chinese.article.textLength / english.article.textLength
  if (!(ratio >= LEAST_HAN_PER_LATIN && ratio <= HAN_PER_LATIN[1]) || areFarApart(a, b)) return undefined
  return relateByNames(chinese, english, ratio) ?? relateByNumbers(chinese, english)
}

/** Latin words and numbers in digits, wherever they stand. */
function relateByNames(chinese: ArticleNode, english: ArticleNode, ratio: number): TextRelation | undefined {
  const places = findCommon(chinese, english)
  const [common, all] = [places.length, chinese.neutral.length]
  if (common < LEAST_COMMON || common < all * PARALLEL_SHARE) return undefined
  const evidence = `${common} of ${all} names and numbers in the same order`
  const isWhole = common >= MANY_COMMON.count && common >= all * MANY_COMMON.share
  if (ratio >= HAN_PER_LATIN[0] && (isWhole || medianShift(places) <= PARALLEL_DISTANCE))
    return common < TRANSLATION_COMMON
      ? { relation: 'parallel', evidence }
      : { relation: 'rewrite', evidence: `translation: ${evidence}`, isTranslation: true }
  const ordered = common < ORDERED.count ? 0 : countOrdered(places)
  return ordered >= common * ORDERED.share
    ? { relation: 'parallel', evidence: `${ordered} of ${all} names and numbers in the same order` }
    : undefined
}

/**
 * Values of figures, whatever they are written in: 九成六 for 96 percent. For texts whose names are all written in characters;
 * where paragraphs have moved nearly all values must be in both.
 */
function relateByNumbers(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  const [first, second] = [a, b].map(({ figures }) => figures.map(({ quantity }) => quantity.key))
  const [smaller, larger] = [first!.length, second!.length].sort((x, y) => x - y) as [number, number]
  if (smaller < IN_ORDER.count || smaller < larger * IN_ORDER.size) return undefined
  const ordered = countCommonInOrder(first!, second!)
  if (ordered < IN_ORDER.count || ordered < smaller * IN_ORDER.share)
    return relateByMost(first!, second!, larger)
  const evidence = `${ordered} of ${smaller} figures in the same order`
  return ordered < TRANSLATION_COMMON
    ? { relation: 'parallel', evidence }
    : { relation: 'rewrite', evidence: `translation: ${evidence}`, isTranslation: true }
}

function relateByMost(a: string[], b: string[], larger: number): TextRelation | undefined {
  const counts = Map.groupBy(b, (key) => key)
  const common = a.filter((key) => counts.get(key)?.pop() !== undefined).length
  return common >= MOVED.count && common >= larger * MOVED.share
    ? { relation: 'parallel', evidence: `${common} of ${larger} figures in both` }
    : undefined
}

function areFarApart(a: ArticleNode, b: ArticleNode): boolean {
  if (a.date === undefined || b.date === undefined || overlap(a.works, b.works) > 0) return false
  return Math.abs(a.date - b.date) > TRANSLATION_DAYS * DAY_MS
}

/** For each name and number in both texts its first place in the one and in the other, each as a share of its text. */
function findCommon(a: ArticleNode, b: ArticleNode): [number, number][] {
  const places: [number, number][] = []
  for (let left = 0, right = 0; left < a.neutral.length && right < b.neutral.length; ) {
    const difference = a.neutral[left]! - b.neutral[right]!
    if (difference === 0) places.push([a.places[left]!, b.places[right]!])
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return places
}

/** Middle one of the distances between both places. */
function medianShift(places: [number, number][]): number {
  return places.map(([a, b]) => Math.abs(a - b)).sort((x, y) => x - y)[places.length >> 1]!
}

/** Length of the longest run of names that come in the same order in both texts. */
const countOrdered = (places: [number, number][]) =>
  longestRise(places.sort(([a], [b]) => a - b).map(([, place]) => [place]))
