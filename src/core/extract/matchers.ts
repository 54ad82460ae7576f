import type { Registry } from '../model/registry.ts'
import { buildMatcher, type EntityMatcher } from './entities.ts'
import { buildMetricMatcher, type MetricMatcher } from './metrics.ts'
import { buildTopicMatcher, type TopicMatcher } from './topics.ts'
import { openTrie } from './trie.ts'

/** The registry, made ready for matching; built once and used for every document. */
export interface Matchers {
  entities: EntityMatcher
  topics: TopicMatcher
  metrics: MetricMatcher
}

/** Makes the registry ready for matching, once for many texts. */
export function buildMatchers(registry: Registry): Matchers {
  return {
    entities: buildMatcher(registry),
    topics: buildTopicMatcher(registry.topics),
    metrics: buildMetricMatcher(registry.metrics),
  }
}

/** Makes ready what `buildMatchers` of the same code gave to another process. */
export function reviveMatchers(matchers: Matchers): Matchers {
  for (const { root } of [matchers.entities, matchers.topics, matchers.metrics]) openTrie(root)
  return matchers
}
