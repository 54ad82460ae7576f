import type { Metric } from '../model/vocabulary.ts'
import { foldChars } from '../text/script.ts'
import { readName } from './tokens.ts'
import { buildTrie, matchNames, type Trie } from './trie.ts'

/** Names and aliases of metrics, ready for `findMetric`. */
export interface MetricMatcher {
  root: Trie<string>
}

export function buildMetricMatcher(metrics: readonly Metric[]): MetricMatcher {
  const names = metrics.map((metric) => [...Object.values(metric.names), ...metric.aliases])
  const ids = metrics.flatMap(({ id }, index) => names[index]!.map(() => id))
  return { root: buildTrie('metrics', names.flat(), ids) }
}

/** Id of the metric that a figure's words name: the longest name in them, the later one of equals (heads come last). */
export function findMetric(words: string, matcher: MetricMatcher): string | undefined {
  const tokens = readName(foldChars(words))
  let best: { id: string; size: number } | undefined
  for (const { value, first, last } of matchNames(tokens, matcher.root)) {
    const size = tokens.ends[last]! - tokens.starts[first]!
    if (!best || size >= best.size) best = { id: value, size }
  }
  return best?.id
}
