import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Story } from '../model/story.ts'
import type { Takedown } from '../model/takedown.ts'

/** Whether an article was asked to be removed, by its id, its address or its source. */
export function isTakenDown(article: Pick<Article, 'id' | 'url' | 'sourceId'>, list: Takedown[]): boolean {
  return list.some(
    ({ article: id, url, source }) =>
      id === article.id || (url !== undefined && url === article.url) || source === article.sourceId,
  )
}

/** The finding without the members of articles that are gone; undefined when none is left. */
export function withoutMembers(finding: Finding, gone: ReadonlySet<string>): Finding | undefined {
  if (!finding.members.some(({ articleId }) => gone.has(articleId))) return finding
  const isPrimaryGone = finding.primary !== undefined && gone.has(finding.primary.articleId)
  const members = finding.members
    .filter(({ articleId }) => !gone.has(articleId))
    .map(({ primaryFigureId, ...member }) =>
      isPrimaryGone
        ? { ...member, comparison: 'not-checked' as const }
        : { ...member, ...(primaryFigureId ? { primaryFigureId } : {}) },
    )
  if (members.length === 0) return undefined
  const sources = new Set(members.map(({ sourceId }) => sourceId)).size
  const independentSources = Math.min(finding.independentSources, sources)
  const { primary, ...rest } = finding
  return {
    ...rest,
    ...(primary && !isPrimaryGone ? { primary } : {}),
    members,
    langs: finding.langs.filter((lang) => members.some((member) => member.lang === lang)),
    independentSources,
    status: independentSources === 1 && finding.status === 'corroborated' ? 'single' : finding.status,
  }
}

/** The story without the articles that are gone; undefined when none is left. */
export function withoutArticles(story: Story, gone: ReadonlySet<string>): Story | undefined {
  if (!story.members.some(({ articleId }) => gone.has(articleId))) return story
  const members = story.members
    .filter(({ articleId }) => !gone.has(articleId))
    .map(({ of, ...member }) => ({ ...member, ...(of && !gone.has(of) ? { of } : {}) }))
  if (members.length === 0) return undefined
  return { ...story, members, independentSources: Math.min(story.independentSources, members.length) }
}
