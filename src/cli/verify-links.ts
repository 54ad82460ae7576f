import type { Aid } from '../core/model/aid.ts'
import type { Article } from '../core/model/article.ts'
import type { Finding } from '../core/model/finding.ts'
import type { Story } from '../core/model/story.ts'
import type { Redirect } from '../store/store.ts'
import { checkQuote } from './verify-article.ts'

/** Ids that other records may name; small enough to be held for all articles. */
export class Known {
  readonly sources = new Set<string>()
  /** Figure ids of each article, joined by spaces: a tenth of the memory of a set for each. */
  readonly figures = new Map<string, string>()
  readonly origins = new Map<string, string>()
  readonly topics: ReadonlySet<string>
  readonly findings = new Set<string>()
  readonly stories = new Set<string>()
  readonly redirects = new Set<string>()

  constructor(topics: Iterable<string>) {
    this.topics = new Set(topics)
  }

  add({ id, sourceId, lang, figures }: Article): void {
    this.figures.set(id, ` ${figures.map((figure) => figure.id).join(' ')} `)
    this.origins.set(id, `${sourceId} ${lang}`)
  }

  hasFigure = (articleId: string, figureId: string) =>
    this.figures.get(articleId)?.includes(` ${figureId} `) ?? false
}

/** Imported files have no source. */
const NO_SOURCE = /^(file|import|local)/

export function checkArticleLinks({ sourceId, topics }: Article, known: Known): string[] {
  return [
    ...(known.sources.has(sourceId) || NO_SOURCE.test(sourceId)
      ? []
      : [`sourceId: there is no source ${sourceId}`]),
    ...topics
      .filter((topic) => known.topics.size > 0 && !known.topics.has(topic))
      .map((topic) => `topics: there is no topic ${topic}`),
  ]
}

export function checkStory({ members }: Story, known: Known): string[] {
  const ids = new Set(members.map(({ articleId }) => articleId))
  return members.flatMap(({ articleId, of }) => [
    ...(known.figures.has(articleId) ? [] : [`members: there is no article ${articleId}`]),
    ...(of === undefined || ids.has(of)
      ? []
      : [`members: ${of}, that ${articleId} relates to, is not one of them`]),
  ])
}

export function checkFinding({ members, primary, supersededBy }: Finding, known: Known): string[] {
  const problems = members.flatMap(({ articleId, figureId, sourceId, lang }) => {
    if (!known.hasFigure(articleId, figureId))
      return [`members: article ${articleId} has no figure ${figureId}`]
    const origin = known.origins.get(articleId)
    return origin === `${sourceId} ${lang}`
      ? []
      : [`members: ${articleId} is of ${origin}, not ${sourceId} ${lang}`]
  })
  if (primary && !known.hasFigure(primary.articleId, primary.figureId))
    problems.push(`primary: article ${primary.articleId} has no figure ${primary.figureId}`)
  if (supersededBy !== undefined && !known.findings.has(supersededBy))
    problems.push(`supersededBy: there is no finding ${supersededBy}`)
  return problems
}

export function checkRedirect({ id, to }: Redirect, known: Known): string[] {
  const isLive = (target: string) => known.findings.has(target) || known.stories.has(target)
  return [
    ...to.filter((target) => !isLive(target)).map((target) => `to: there is no finding or story ${target}`),
    // One that was split stays and stands in its own `to`.
    ...(isLive(id) && !to.includes(id) ? ['id: a finding or story of this id exists still'] : []),
  ]
}

/** A machine-written record, against the text that it was made from where that is at hand. */
export function checkAid({ id, claims, links }: Aid, text: string | undefined, known: Known): string[] {
  if (!known.figures.has(id)) return [`id: there is no article ${id}`]
  const isKnown = (finding: string) => known.findings.has(finding) || known.redirects.has(finding)
  return [
    ...claims.flatMap(({ quote }) => (text === undefined ? [] : (checkQuote(quote, text) ?? []))),
    ...links
      .filter(({ findingId }) => !isKnown(findingId))
      .map(({ findingId }) => `links: there is no finding ${findingId}`),
  ]
}
