import type { Article } from '../model/article.ts'
import type { Figure } from '../model/figure.ts'
import type { Finding } from '../model/finding.ts'
import type { Review } from '../model/review.ts'
import type { PairRules } from './groups.ts'
import { workKey } from './works.ts'

/** Articles as editors want them linked, and what to tell the editors. */
export interface Reviewed {
  articles: Article[]
  rules: PairRules
  /** One sentence for each entry that could not be applied, with its place. */
  warnings: string[]
}

/**
 * Applies what editors decided about figures before linking: rejected figures are left out, corrected ones changed, pairs
 * joined or parted, and what was taken down is gone. Articles that no entry touches stay the same objects.
 */
export function reviewArticles(articles: Article[], reviews: Review[]): Reviewed {
  const warnings: string[] = []
  const isTakenDown = buildTakedown(reviews)
  const kept = articles.filter((article) => !isTakenDown(article))
  const figures = new Map(
    kept.flatMap((article) => article.figures.map((figure) => [figure.id, figure] as const)),
  )
  const changes = new Map<string, Figure | undefined>()
  const rules: PairRules = { joined: [], parted: [] }
  for (const review of reviews) applyReview(review, { figures, changes, rules, warnings })
  for (const id of takenRecords(reviews)) if (figures.has(id)) changes.set(id, undefined)
  return { articles: kept.map((article) => changeFigures(article, changes)), rules, warnings }
}

/** Applies what editors decided about findings after linking: rejected and taken-down ones are left out. */
export function reviewFindings(
  findings: Finding[],
  reviews: Review[],
): { findings: Finding[]; warnings: string[] } {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const warnings: string[] = []
  for (const review of reviews) {
    if (!('finding' in review)) continue
    const finding = byId.get(review.finding)
    if (!finding) warnings.push(unknown(review.place, 'finding', review.finding))
    else if (review.do === 'reject') byId.delete(finding.id)
    else if (review.do === 'correct') byId.set(finding.id, { ...finding, ...defined(review.set) } as Finding)
  }
  for (const id of takenRecords(reviews)) byId.delete(id)
  return { findings: findings.flatMap(({ id }) => byId.get(id) ?? []), warnings }
}

/** Whether an article must not appear in any output: its source, its page or itself was taken down. */
function buildTakedown(reviews: Review[]): (article: Pick<Article, 'id' | 'sourceId' | 'url'>) => boolean {
  const sources = new Set(reviews.flatMap((review) => ('source' in review ? [review.source] : [])))
  const pages = new Set(reviews.flatMap((review) => ('page' in review ? [pageKey(review.page)] : [])))
  const records = new Set(takenRecords(reviews))
  return ({ id, sourceId, url }) =>
    sources.has(sourceId) || records.has(id) || (url !== undefined && pages.has(pageKey(url)))
}

const pageKey = (url: string) => workKey({ kind: 'url', id: url }) ?? url

const takenRecords = (reviews: Review[]) =>
  reviews.flatMap((review) => ('record' in review ? [review.record] : []))

interface Work {
  figures: Map<string, Figure>
  /** Figures to replace, or, undefined, to leave out. */
  changes: Map<string, Figure | undefined>
  rules: PairRules
  warnings: string[]
}

function applyReview(review: Review, { figures, changes, rules, warnings }: Work): void {
  if ('figures' in review) {
    const found = review.figures.map((ref) => findFigure(ref, review.place, figures, warnings))
    const ids = found.flatMap((figure) => (figure ? [figure.id] : []))
    const pairs = ids.flatMap((id, index) =>
      ids.slice(index + 1).map((other): [string, string] => [id, other]),
    )
    rules[review.do === 'merge' ? 'joined' : 'parted'].push(...pairs)
    return
  }
  if (!('figure' in review)) return
  const figure = findFigure(review, review.place, figures, warnings)
  if (!figure) return
  if (review.do === 'reject') changes.set(figure.id, undefined)
  if (review.do === 'correct') changes.set(figure.id, correct(changes.get(figure.id) ?? figure, review.set))
}

/** The figure, when it is held and its sentence still has the words that the editor saw. */
function findFigure(
  { figure: id, quote }: { figure: string; quote: string },
  place: string,
  figures: Map<string, Figure>,
  warnings: string[],
): Figure | undefined {
  const figure = figures.get(id)
  if (!figure) warnings.push(unknown(place, 'figure', id))
  else if (figure.quote.exact.includes(quote)) return figure
  else
    warnings.push(
      `${place}: the words "${quote}" are no longer in the sentence of figure ${id}; not applied. ${ADVICE}`,
    )
  return undefined
}

const ADVICE = 'Look at the record and correct or delete the entry.'

const unknown = (place: string, noun: string, id: string) =>
  `${place}: no ${noun} ${id} is held, its quote is gone or the id is wrong; not applied. ${ADVICE}`

/** A changed subject or metric no longer has the id that was read for the old one, unless the entry gives one. */
function correct(figure: Figure, set: Record<string, unknown>): Figure {
  const changed: Record<string, unknown> = { ...figure, ...set }
  if ('subject' in set && !('subjectId' in set)) delete changed['subjectId']
  if ('metric' in set && !('metricId' in set)) delete changed['metricId']
  return Object.fromEntries(
    Object.entries(changed).filter(([, value]) => value !== null),
  ) as unknown as Figure
}

function changeFigures(article: Article, changes: Map<string, Figure | undefined>): Article {
  if (!article.figures.some(({ id }) => changes.has(id))) return article
  const figures = article.figures.flatMap((figure) =>
    changes.has(figure.id) ? (changes.get(figure.id) ?? []) : figure,
  )
  const held = new Set(figures.map(({ id }) => id))
  const claims = article.claims.map((claim) => ({
    ...claim,
    figureIds: claim.figureIds.filter((id) => held.has(id)),
  }))
  return { ...article, figures, claims }
}

const defined = (set: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
