import type { Registry } from '../model/registry.ts'
import { buildMatcher, type EntityMatcher } from './entities.ts'
import { buildMetricMatcher, type MetricMatcher } from './metrics.ts'
import { buildTopicMatcher, type TopicMatcher } from './topics.ts'

/** The registry, made ready for matching; built once and used for every document. */
export interface Matchers {
  entities: EntityMatcher
  topics: TopicMatcher
  metrics: MetricMatcher
}

export function buildMatchers(registry: Registry): Matchers {
  return {
    entities: buildMatcher(registry),
    topics: buildTopicMatcher(registry.topics),
    metrics: buildMetricMatcher(registry.metrics),
  }
}
