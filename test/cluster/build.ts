import { createHash } from 'node:crypto'
import { type Article, articleSchema } from '../../src/core/model/article.ts'
import type { Entity } from '../../src/core/model/entity.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import type { Lang } from '../../src/core/model/lang.ts'
import type { Registry } from '../../src/core/model/registry.ts'
import type { Source } from '../../src/core/model/source.ts'
import type { Metric } from '../../src/core/model/vocabulary.ts'

/** What a test says about a figure; the rest is what most figures are. */
export type FigurePlan = Partial<Omit<Figure, 'quote' | 'id' | 'articleId' | 'start' | 'end'>> & {
  value: number
  /** The sentence; one that names the value is made up when absent. */
  sentence?: string
}

export type ArticlePlan = Partial<Omit<Article, 'figures' | 'id'>> & {
  id: string
  text?: string
  figures?: FigurePlan[]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** An Article of the schema whose quotes hold in its text: each figure's sentence is a paragraph of it. */
export function buildArticle({ text, figures = [], ...plan }: ArticlePlan): Article {
  const sentences = figures.map((figure) => figure.sentence ?? `The value is ${writtenAs(figure)}.`)
  const body = [text ?? plan.title ?? `Article ${plan.id}`, ...new Set(sentences)].join('\n')
  return articleSchema.parse({
    sourceId: `outlet-${plan.id}`,
    type: 'NewsArticle',
    url: `https://${plan.id}.example/story`,
    lang: 'en' satisfies Lang,
    title: `Article ${plan.id}`,
    authors: [],
    firstSeenAt: '2026-09-01T00:00:00Z',
    retrievedAt: '2026-09-01T00:00:00Z',
    textHash: sha256(body),
    textLength: [...body].length,
    tags: [],
    topics: [],
    entities: [],
    references: [],
    claims: [],
    revisions: [{ textHash: sha256(body), retrievedAt: '2026-09-01T00:00:00Z' }],
    ...plan,
    figures: figures.map((figure, order) => buildFigure(figure, order, plan.id, sentences[order]!, body)),
  })
}

/** Texts by hash, as the cache would give them. */
export function textOf({ text, figures = [], ...plan }: ArticlePlan): [string, string] {
  const sentences = figures.map((figure) => figure.sentence ?? `The value is ${writtenAs(figure)}.`)
  const body = [text ?? plan.title ?? `Article ${plan.id}`, ...new Set(sentences)].join('\n')
  return [sha256(body), body]
}

function buildFigure(
  { sentence: _, ...plan }: FigurePlan,
  order: number,
  articleId: string,
  sentence: string,
  body: string,
): Figure {
  const asWritten = writtenAs(plan)
  const start = body.indexOf(sentence)
  const at = sentence.includes(asWritten) ? sentence.indexOf(asWritten) : 0
  return {
    unit: 'percent',
    qualifier: 'exact',
    polarity: 'asserted',
    tense: 'observed',
    ...plan,
    id: `${articleId}-${order}`,
    articleId,
    asWritten,
    start: start + at,
    end: start + at + asWritten.length,
    quote: { exact: sentence, prefix: '', suffix: '', start, end: start + sentence.length },
  }
}

const writtenAs = ({ asWritten, value, unit }: FigurePlan) =>
  asWritten ?? `${value}${(unit ?? 'percent') === 'percent' ? '%' : ''}`

const names = (en: string, zh: string = en, hant: string = zh) => ({ en, 'zh-Hans': zh, 'zh-Hant': hant })

const model = (id: string, name: string, family?: string, maker?: string): Entity => ({
  id,
  kind: 'model',
  names: names(name),
  aliases: [],
  ...(family !== undefined && { family }),
  ...(maker !== undefined && { maker }),
})

const metric = (id: string, en: string, zh: string, extra: Partial<Metric> = {}): Metric => ({
  id,
  names: names(en, zh),
  aliases: [],
  ...extra,
})

/** A registry just large enough for the tests. */
export const registry: Registry = {
  entities: [
    model('claude', 'Claude', undefined, 'anthropic'),
    model('claude-opus-4', 'Claude Opus 4', 'claude', 'anthropic'),
    model('claude-sonnet-4', 'Claude Sonnet 4', 'claude', 'anthropic'),
    model('gpt-4-1', 'GPT-4.1', undefined, 'openai'),
    model('grok-3', 'Grok 3', undefined, 'xai'),
    { ...model('phoenix-one', 'Phoenix One'), aliases: ['Phoenix'] },
    { ...model('phoenix-two', 'Phoenix Two'), aliases: ['Phoenix'] },
    { id: 'anthropic', kind: 'organization', names: names('Anthropic'), aliases: [] },
    { id: 'openai', kind: 'organization', names: names('OpenAI'), aliases: [] },
  ],
  metrics: [
    metric('rate', 'rate', '比率'),
    metric('blackmail-rate', 'blackmail rate', '勒索率', {
      aliases: ['敲诈率', 'blackmail'],
      broader: 'rate',
    }),
    metric('success-rate', 'success rate', '成功率', { broader: 'rate' }),
    metric('detection-rate', 'detected', '检出率', { complement: 'miss-rate' }),
    metric('miss-rate', 'undetected', '漏检率', { complement: 'detection-rate' }),
    metric('incidents', 'incidents', '事件'),
  ],
  topics: [],
  glossary: [
    { id: 'executive', names: names('executive', '高管'), aliases: [] },
    { id: 'shutdown', names: names('shut down', '关闭', '關閉'), aliases: ['shutdown'] },
    { id: 'experiment', names: names('experiment', '实验', '實驗'), aliases: [] },
    { id: 'web-access', names: names('web access', '联网'), aliases: [] },
  ],
}

/** A primary source of that id. */
export const primarySource = (id: string): Source => ({
  id,
  names: names(id),
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  method: 'feed',
  url: `https://${id}.example/feed`,
  topics: [],
  intervalMinutes: 60,
  sample: false,
})

/** The figure most tests are about. */
export const blackmail: FigurePlan = {
  value: 96,
  subject: 'Claude Opus 4',
  metric: 'blackmail rate',
  sentence:
    'In the experiment Claude Opus 4 had a blackmail rate of 96% when an executive wanted to shut it down.',
}

export const blackmailHans: FigurePlan = {
  value: 96,
  subject: 'Claude Opus 4',
  metric: '勒索率',
  sentence: '实验中，当高管要关闭系统时，Claude Opus 4的勒索率达到96%。',
}
