import type { Story } from '../model/story.ts'
import { foldName } from './lexicon.ts'
import { type ArticleNode, DAY_MS } from './nodes.ts'
import { estimateContainment, hammingDistance, overlap } from './similarity.ts'
import { workKey } from './works.ts'

/** How the text of one article stems from another's, with what shows it. */
export interface TextRelation {
  relation: Exclude<Story['members'][number]['relation'], 'original'>
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

function isSameText(a: ArticleNode, b: ArticleNode): boolean {
  if (a.article.textHash === b.article.textHash) return true
  return a.print !== undefined && a.print.size > 0 && a.print.exact === b.print?.exact
}

/** The later article says that it repeats the earlier one: by address, or by the name of the outlet and the same words. */
function findOrigin(earlier: ArticleNode, later: ArticleNode): string | undefined {
  const { repostOf } = later.article
  if (repostOf === undefined) return undefined
  const key = originKey(later)
  if (key !== undefined) return earlier.own.includes(key) ? repostOf : undefined
  const isLike =
    isSameText(earlier, later) ||
    foldName(earlier.article.title) === foldName(later.article.title) ||
    (earlier.print && later.print && estimateContainment(earlier.print, later.print) > 0.5)
  return isLike ? repostOf : undefined
}

/** Both say that they come from one third page. */
function relateOrigins(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  const key = originKey(a)
  if (key === undefined || key !== originKey(b)) return undefined
  const evidence = `both come from ${a.article.repostOf}`
  if (isEnglish(a) === isEnglish(b)) return { relation: 'repost', evidence }
  return { relation: 'rewrite', evidence: `translation: ${evidence}`, isTranslation: true }
}

const isEnglish = ({ article }: ArticleNode) => article.lang === 'en'

/** The work that a repost names by its address. */
export function originKey({ article: { repostOf } }: ArticleNode): string | undefined {
  return repostOf !== undefined && /^https?:/.test(repostOf)
    ? workKey({ kind: 'url', id: repostOf })
    : undefined
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
const REWRITE_SHARE = 0.2

/** Names and numbers that a rewrite shares as well: an outlet's own page furniture is 50 percent of a short piece. */
const LEAST_MARKS = 3

function relatePrints(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  if (!a.print || !b.print || Math.min(a.print.size, b.print.size) < LEAST_SHINGLES) return undefined
  const share = estimateContainment(a.print, b.print)
  const bits = hammingDistance(a.print, b.print)
  if (bits <= NEAR_BITS && share > 0.5) return copyOf(a, b, `simhash distance ${bits} of 64`)
  const percent = `${Math.round(share * 100)} percent of its phrases`
  if (share >= COPY_SHARE) return copyOf(a, b, percent)
  const isRewrite =
    share >= REWRITE_SHARE &&
    a.article.sourceId !== b.article.sourceId &&
    overlap(a.marks, b.marks) >= LEAST_MARKS
  return isRewrite ? { relation: 'rewrite', evidence: percent } : undefined
}

/** Han characters for each Latin character of a translation: 0.26 to 0.76 in 24 pairs that people made. */
const HAN_PER_LATIN = [0.18, 0.95] as const

/** Of the Chinese side's Latin words and numbers, the share that its English side has; 0.71 and more in those pairs. */
const TRANSLATION_SHARE = 0.7

/** Names and numbers that a translation has at least in common with its original. */
const LEAST_COMMON = 5

/** Days between a text and its translation that are believed without the original being cited. */
const TRANSLATION_DAYS = 120

/** A text and its translation: names and numbers stay, whatever the language. */
export function relateTranslation(a: ArticleNode, b: ArticleNode): TextRelation | undefined {
  if (isEnglish(a) === isEnglish(b)) return undefined
  const [english, chinese] = isEnglish(a) ? [a, b] : [b, a]
  const ratio = chinese.article.textLength / english.article.textLength
  if (!(ratio >= HAN_PER_LATIN[0] && ratio <= HAN_PER_LATIN[1])) return undefined
  const common = overlap(chinese.neutral, english.neutral)
  const share = common / chinese.neutral.length
  if (common < LEAST_COMMON || share < TRANSLATION_SHARE) return undefined
  const isCited = overlap(a.works, b.works) > 0
  if (
    !isCited &&
    a.date !== undefined &&
    b.date !== undefined &&
    Math.abs(a.date - b.date) > TRANSLATION_DAYS * DAY_MS
  )
    return undefined
  const evidence = `translation: ${common} of ${chinese.neutral.length} names and numbers, ${Math.round(ratio * 100)} Han characters to 100 Latin ones`
  return { relation: 'rewrite', evidence, isTranslation: true }
}
