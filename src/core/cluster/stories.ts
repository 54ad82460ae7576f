import type { Story } from '../model/story.ts'
import type { Edge } from './blocks.ts'
import { countIndependent } from './findings.ts'
import { type LinkIndex, orderArticles } from './link-index.ts'
import type { ArticleNode } from './nodes.ts'
import type { TextRelation } from './texts.ts'

/** A story before it has an id. */
export type StoryDraft = Omit<Story, 'id'>

/** Stories of all articles connected with those given; an article that shares its text with none has no story. */
export function buildStories(index: LinkIndex, seeds: Iterable<ArticleNode>): StoryDraft[] {
  const seen = new Set<ArticleNode>()
  const stories: StoryDraft[] = []
  for (const seed of seeds) {
    if (seen.has(seed)) continue
    const nodes = collect(seed, index, seen)
    if (nodes.length > 1) stories.push(buildStory(nodes, index))
  }
  return stories
}

function collect(seed: ArticleNode, { texts }: LinkIndex, seen: Set<ArticleNode>): ArticleNode[] {
  const found = [seed]
  seen.add(seed)
  for (const node of found)
    for (const { a, b, value } of texts.edgesOf(node)) {
      if (value.relation === 'parallel') continue
      const other = a === node ? b : a
      if (!seen.has(other)) found.push(other) && seen.add(other)
    }
  return found
}

function buildStory(nodes: ArticleNode[], index: LinkIndex): StoryDraft {
  const ordered = nodes.sort(orderArticles)
  const origins = new Map<ArticleNode, Origin>()
  for (const node of ordered) {
    const origin = findOrigin(node, ordered, index)
    if (origin) origins.set(node, origin)
  }
  return {
    members: ordered.map((node) => {
      const edge = origins.get(node)
      if (!edge) return { articleId: node.article.id, relation: 'original' as const }
      const { relation, evidence } = edge.value
      return { articleId: node.article.id, relation, of: edge.a.article.id, evidence }
    }),
    firstSeenAt: ordered.map(({ article }) => article.firstSeenAt).sort()[0]!,
    independentSources: countIndependent(ordered, index),
  }
}

/** How much each relation says, strongest first. */
const STRENGTH = ['repost', 'duplicate', 'converted', 'near-duplicate', 'rewrite'] as const
type StoryRelation = (typeof STRENGTH)[number]
type Origin = Edge<ArticleNode, TextRelation> & { value: { relation: StoryRelation } }

const isOrigin = (edge: Edge<ArticleNode, TextRelation>): edge is Origin => edge.value.relation !== 'parallel'

/** The earlier text that an article stems from most evidently, the earliest of those. */
function findOrigin(node: ArticleNode, ordered: ArticleNode[], { texts }: LinkIndex): Origin | undefined {
  const strength = (edge: Origin) => STRENGTH.indexOf(edge.value.relation)
  return [...texts.edgesOf(node)]
    .filter(isOrigin)
    .filter(({ b }) => b === node)
    .sort((x, y) => strength(x) - strength(y) || ordered.indexOf(x.a) - ordered.indexOf(y.a))[0]
}
