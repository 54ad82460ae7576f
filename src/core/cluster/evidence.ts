import {
  contradicts,
  countsAlike,
  isBroader,
  isSameFamily,
  LEAST_COMPANY,
  sameScript,
  weighAround,
} from './contradictions.ts'
import { AGE, type Relation, relate } from './key.ts'
import type { Lexicon } from './lexicon.ts'
import { type ArticleNode, DAY_MS, type FigureNode } from './nodes.ts'
import { overlap } from './similarity.ts'
import type { Subject } from './subject.ts'

/** Why two figures belong together. */
export interface Evidence {
  relation: Relation
  /** Sum of the points below; `LINK_POINTS` join two figures. */
  points: number
}

/** Points that join figures of two articles; docs/findings.md shows what they were measured on. */
const LINK_POINTS = 7

/** Points that join two mentions inside one article, where a repetition is what one expects. */
const SAME_ARTICLE_POINTS = 5

/** A page with a text in two languages says in the one what it says in the other: an abstract and its summary. */
const ORIGINAL_POINTS = 2

/** 数百 and hundreds are said of everything. */
const ROUND_WORD_POINTS = 2

/**
 * Weighs two figures of different texts. Undefined when their values do not agree, when something contradicts, or when
 * the evidence is too thin: a number alone never joins, nor does a number said of the same person. `reasons`, when given, is filled with one phrase for each point made.
 */
export function weigh(
  a: FigureNode,
  b: FigureNode,
  lexicon: Lexicon,
  reasons?: string[],
): Evidence | undefined {
  const relation = relate(a.quantity, b.quantity)
  if (relation === undefined || contradicts(a, b, lexicon)) return undefined
  const isSamePage = a.of === b.of
  const isSameArticle = isSamePage && a.isHan === b.isHan
  reasons?.push(describeValue(a, b, relation))
  const subject = weighSubject(a, b, reasons)
  const metric = weighMetric(a, b, lexicon, reasons)
  const words = weighWords(a, b, subject, metric, reasons)
  const company = isSameArticle ? 0 : isSamePage ? weighAround(a, b, reasons) : weighCompany(a, b, reasons)
  if (subject <= 0 && metric <= 0 && words < 2 && company === 0) return undefined
  const counted = weighCounted(a, b, relation, reasons)
  // A metric that is the noun counted is one piece of evidence, not two.
  const thing = metric === 1 ? metric + counted : Math.max(metric, counted)
  const both = [a.quantity.specificity, b.quantity.specificity] as const
  const specificity = relation === 'compatible' ? Math.max(...both) : Math.min(...both)
  let points = subject + thing + words + company + specificity
  const isCovered = subject >= NAMED && specificity >= 1 && !isSamePage && isCoverage(a.of, b.of)
  if (thing + words <= 0 && (isSameArticle || (specificity < 2 && company < LEAST_COMPANY && !isCovered)))
    return undefined
  if (thing + words + Math.max(0, subject) <= 0 && areOtherSentences(a, b)) return undefined
  if (relation === 'complement') points++
  if (a.quantity.isInexact && b.quantity.isInexact) points -= ROUND_WORD_POINTS
  if (isSamePage && !isSameArticle) points += ORIGINAL_POINTS
  if (isSamePage) return points >= SAME_ARTICLE_POINTS ? { relation, points } : undefined
  points += weighArticles(a, b, reasons) + (isCovered ? COVERED_POINTS : 0)
  return points >= LINK_POINTS ? { relation, points } : undefined
}

/** Points from which on a subject is one by name or by the registry. */
const NAMED = 1.5

/** A telling number said of the same subject on the page that the other points to. */
const COVERED_POINTS = 1

const isCoverage = (a: ArticleNode, b: ArticleNode) =>
  a.cited.some((work) => b.own.includes(work)) || b.cited.some((work) => a.own.includes(work))

/** Two sentences of one language, long enough to share a word if they stated the same result, that share none. */
function areOtherSentences(a: FigureNode, b: FigureNode): boolean {
  return (
    sameScript(a, b) &&
    Math.min(a.words.length, b.words.length) >= LEAST_WORDS &&
    overlap(a.words, b.words) <= 2
  )
}

const SUBJECT_POINTS = { model: 3, benchmark: 2, law: 2, organization: 2, person: 1.5, place: 1.5 } as const

function weighSubject(a: FigureNode, b: FigureNode, reasons?: string[]): number {
  const [first, second] = [a.subject, b.subject]
  if (!first || !second) return 0
  const shared = first.all.find((id) => second.all.includes(id))
  if (shared !== undefined) {
    reasons?.push(`subject ${shared}`)
    if (a.quantity.kind === AGE) return 0
    return SUBJECT_POINTS[(first.kind === second.kind ? first.kind : undefined) ?? 'person']
  }
  if (isSameFamily(a, b)) {
    reasons?.push(`subjects of one family: ${first.id}, ${second.id}`)
    return 1.5
  }
  if (first.name === second.name && first.name.length > 1) {
    reasons?.push(`subject "${a.figure.subject}" in both`)
    return 2
  }
  if (overlap(first.concepts, second.concepts) > 0) {
    reasons?.push(`subjects of one kind: ${a.figure.subject}, ${b.figure.subject}`)
    return 1
  }
  const makes = (subject: Subject, other: Subject) =>
    subject.maker !== undefined && subject.maker === other.id
  if (makes(first, second) || makes(second, first)) return 0.5
  return first.id === undefined && second.id === undefined && sameScript(a, b) ? -1 : 0
}

function weighMetric(a: FigureNode, b: FigureNode, lexicon: Lexicon, reasons?: string[]): number {
  const [first, second] = [a.metricId, b.metricId]
  if (first !== undefined && second !== undefined) {
    if (first === second) {
      reasons?.push(`metric ${first}`)
      return 2
    }
    if (lexicon.areComplements(first, second)) {
      reasons?.push(`metric ${first} against ${second}`)
      return 2
    }
    if (isBroader(first, second, lexicon)) {
      reasons?.push(`metrics ${first} and ${second}, one the broader`)
      return 1
    }
  } else if (a.metric !== undefined && a.metric === b.metric && a.metric.length >= (a.isHan ? 3 : 5)) {
    reasons?.push(`metric "${a.figure.metric}" in both`)
    return 1.5
  }
  if (overlap(a.nearMetrics, b.nearMetrics) > 0) {
    reasons?.push('the same metric named beside both')
    return 1
  }
  return first !== undefined && second !== undefined ? -1 : 0
}

/** Least words of a sentence that likeness says something about. */
const LEAST_WORDS = 5

/** Likeness of the two sentences: by words inside a language, by concepts, names and numbers across. One sentence is like itself, which says nothing. */
function weighWords(
  a: FigureNode,
  b: FigureNode,
  subject: number,
  metric: number,
  reasons?: string[],
): number {
  if (a.of === b.of && a.figure.quote.start === b.figure.quote.start) return 0
  if (sameScript(a, b)) {
    const size = Math.min(a.words.length, b.words.length)
    const share = size < LEAST_WORDS ? 0 : overlap(a.words, b.words) / size
    const points = share >= 0.8 && size > 8 ? 5 : share >= 0.55 ? 3 : share >= 0.35 ? 1.5 : 0
    if (points > 0) reasons?.push(`${Math.round(share * 100)} percent of the words of the sentence`)
    return points
  }
  const known = (subject > 0 ? 1 : 0) + (metric > 0 ? 1 : 0)
  const concepts = Math.max(0, overlap(a.nearConcepts, b.nearConcepts) - known)
  const names = Math.max(0, overlap(a.words, b.words) - 1 - (subject > 0 ? 2 : 0))
  if (concepts + names === 0) return 0
  reasons?.push(`${concepts} concepts and ${names} names or numbers of the sentence`)
  return Math.min(4, 0.8 * concepts + 0.5 * names)
}

function weighCounted(a: FigureNode, b: FigureNode, relation: Relation, reasons?: string[]): number {
  if (!a.counted || !b.counted || !countsAlike(a, b)) return 0
  reasons?.push(`counts the same: ${a.figure.unitDetail}, ${b.figure.unitDetail}`)
  // Of 数百 and 350 the things counted are all that can agree.
  return relation === 'compatible' ? 2 : 1.5
}

/** Of the smaller article's telling numbers, the share that both need to have to be about one event. */
const COMPANY_SHARE = 0.4

/** A telling number in the company of others: around both, in both articles, or with three digits where names agree. */
function weighCompany(a: FigureNode, b: FigureNode, reasons?: string[]): number {
  return Math.min(4, weighAround(a, b, reasons) + weighNumbers(a, b, reasons))
}

function weighNumbers(a: FigureNode, b: FigureNode, reasons?: string[]): number {
  const [first, second] = [a.of, b.of]
  const others = overlap(first.numbers, second.numbers) - (a.quantity.specificity >= 1 ? 1 : 0)
  const smaller = Math.min(first.numbers.length, second.numbers.length)
  if (others >= 2 && others >= smaller * COMPANY_SHARE) {
    reasons?.push(`${others} other telling numbers in both articles`)
    return 2
  }
  return a.quantity.specificity >= 2 && overlap(first.marks, second.marks) >= 4 ? 2 : 0
}

/** Works of an article (its own addresses included) that is about one of them; a survey cites hundreds. */
const FEW_WORKS = 8

/** What their articles have in common: the work, other names and numbers, the time. */
function weighArticles(a: FigureNode, b: FigureNode, reasons?: string[]): number {
  const [first, second] = [a.of, b.of]
  let points = 0
  const isCiting = overlap(first.works, second.works) > 0
  if (isCiting) {
    points += Math.min(first.works.length, second.works.length) <= FEW_WORKS ? 3 : 2
    reasons?.push('both are, or point to, the same work')
  }
  const marks = Math.max(0, overlap(first.marks, second.marks) - 2)
  if (marks > 0) {
    points += Math.min(3, 0.75 * marks)
    reasons?.push(`${marks} other names and numbers of the articles in common`)
  }
  if (!isCiting && isStudy(first) && isStudy(second)) points -= 3
  return points + weighTime(first, second, reasons)
}

/** Two papers with the same number are two results, unless one cites the other. */
const isStudy = ({ article }: ArticleNode) => article.type === 'ScholarlyArticle'

function weighTime({ date: a }: ArticleNode, { date: b }: ArticleNode, reasons?: string[]): number {
  if (a === undefined || b === undefined) return 0
  const days = Math.round(Math.abs(a - b) / DAY_MS)
  if (days > 730) return -1
  if (days > 30) return 0
  reasons?.push(`${days} days apart`)
  return 0.5
}

function describeValue(a: FigureNode, b: FigureNode, relation: Relation): string {
  const { low, high, kind } = a.quantity
  const value = `${high === undefined ? low : `${low} to ${high}`} ${kind === 'share' ? 'percent' : kind}`
  if (relation === 'equal') return `value ${value}`
  if (relation === 'complement') return `value ${value} is 100 minus ${b.quantity.low}`
  return `${a.figure.asWritten} may stand for ${b.figure.asWritten}`
}
