import { describe, expect, it } from 'vitest'
import { findMetrics } from '../../src/core/extract/metric-candidates.ts'
import { readMetricFeatures, weighMetric } from '../../src/core/extract/metric-features.ts'
import { METRIC_WEIGHTS } from '../../src/core/extract/metric-weights.ts'
import { readPlace } from '../../src/core/extract/place.ts'
import { buildReading } from '../../src/core/extract/reading.ts'
import { selectQuantities } from '../../src/core/extract/selection.ts'
import { splitBlocks } from '../../src/core/text/blocks.ts'
import { detectLang, foldChars } from '../../src/core/text/script.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'

/** The candidates for the metric of a text's first figure, each with its names and its evidence, asked twice. */
function weighAll(text: string) {
  const blocks = splitBlocks(text)
  const sentences = splitSentences(text)
  const reading = buildReading(text, foldChars(text), {
    lang: detectLang(text),
    blocks,
    sentences,
    entities: [],
  })
  const place = readPlace(reading, selectQuantities(reading)[0]!, undefined)
  const metricPlace = { place, subject: undefined }
  return findMetrics(place, undefined, undefined).map((candidate) => ({
    words: candidate.span && text.slice(candidate.span.start, candidate.span.end),
    names: readMetricFeatures(candidate, metricPlace),
    evidence: [weighMetric(candidate, metricPlace), weighMetric(candidate, metricPlace)],
  }))
}

const TEXTS = [
  'In our tests the refusal rate of the model fell to 62%, which nobody had planned.',
  '在我们的测试中，该模型的拒答率降至62%，没有人料到。',
  '在我們的測試中，該模型的拒答率降至62%，沒有人料到。',
]

describe('the evidence for a metric', () => {
  it.each(TEXTS)('is the sum of the weights of its features, whoever asked before: %s', (text) => {
    const found = weighAll(text)
    expect(found.length).toBeGreaterThan(3)
    for (const { words, names, evidence } of found) {
      const sum = names.reduce((total, name) => total + Math.round(1000 * (METRIC_WEIGHTS[name] ?? 0)), 0)
      expect([words, ...evidence]).toEqual([words, sum, sum])
    }
  })

  it('is told by the ends of a span, what lies between and how many searches found it', () => {
    const [english, simplified, traditional] = TEXTS.map((text) =>
      weighAll(text).find(({ words }) => /^(?:refusal rate|拒答率)$/.test(words ?? '')),
    )
    expect(english?.names).toEqual(
      expect.arrayContaining(['word>rate', 'char>e', 'first:latin', 'verbs:3|metric']),
    )
    expect(simplified?.names).toEqual(
      expect.arrayContaining(['word>答率', 'char>率', 'ending:quality', 'next:verb|metric']),
    )
    expect(traditional?.names).toEqual(simplified?.names)
    for (const one of [english, simplified])
      expect(one?.names.filter((name) => /^votes:[1-5]$/.test(name))).toHaveLength(1)
  })
})
