import { createHash } from 'node:crypto'
import type { Article } from '../core/model/article.ts'
import type { Quote } from '../core/model/quote.ts'

/** What is wrong with an article by itself, and against its text when that is at hand; one line each. */
export function checkArticle(article: Article, text: string | undefined): string[] {
  return [
    ...checkIds(article),
    ...(article.revisions.at(-1)!.textHash === article.textHash
      ? []
      : [`textHash: expected the hash of its last revision, ${article.revisions.at(-1)!.textHash}`]),
    ...(text === undefined ? [] : checkText(article, text)),
  ]
}

function checkIds({ id, url, figures, claims }: Article): string[] {
  const problems: string[] = []
  const own = url && createHash('sha256').update(url).digest('hex').slice(0, 16)
  if (own && own !== id) problems.push(`id: expected ${own}, the hash of its url`)
  const figureIds = new Set(figures.map((figure) => figure.id))
  if (figureIds.size < figures.length) problems.push('figures: two have the same id')
  if (new Set(claims.map((claim) => claim.id)).size < claims.length)
    problems.push('claims: two have the same id')
  for (const part of [...figures, ...claims])
    if (part.articleId !== id) problems.push(`${part.id}: articleId is ${part.articleId}, expected ${id}`)
  for (const claim of claims)
    for (const figureId of claim.figureIds)
      if (!figureIds.has(figureId)) problems.push(`claim ${claim.id}: there is no figure ${figureId}`)
  return problems
}

function checkText({ textLength, figures, claims }: Article, text: string): string[] {
  const problems: string[] = []
  const length = countCodePoints(text)
  if (length !== textLength) problems.push(`textLength: is ${textLength}, the text has ${length} code points`)
  for (const { id, quote } of [...figures, ...claims]) {
    const problem = checkQuote(quote, text)
    if (problem) problems.push(`${id}: ${problem}`)
  }
  for (const { id, start, end, asWritten } of figures)
    if (text.slice(start, end) !== asWritten)
      problems.push(`${id}: the text does not read "${asWritten}" at ${start}`)
  return problems
}

/** What differs between a quote with its surroundings and the text; undefined when all is as it says. */
export function checkQuote({ exact, prefix, suffix, start, end }: Quote, text: string): string | undefined {
  if (text.slice(start, end) !== exact) return `its quote is not verbatim at ${start}`
  if (!text.slice(0, start).endsWith(prefix)) return `the text before its quote is not "${prefix}"`
  if (!text.startsWith(suffix, end)) return `the text after its quote is not "${suffix}"`
  return undefined
}

/** UTF-16 units less one for each surrogate pair; a loop, because spreading a long text costs an array of it. */
export function countCodePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next >= 0xdc00 && next <= 0xdfff) count--
  }
  return count
}
