import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Aid } from '../../src/core/model/aid.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import type { Finding, FindingMember } from '../../src/core/model/finding.ts'
import type { Source } from '../../src/core/model/source.ts'
import type { RecordLists } from '../../src/core/publish/view-corpus.ts'
import { openFileStore } from '../../src/store/files.ts'
import { hostile } from '../fixtures/site/hostile.ts'
import { articles, type SampleArticle, type SampleFigure, sources } from '../fixtures/site/press.ts'
import { entities, glossary, metrics, topics } from '../fixtures/site/registry.ts'

/** A ledger with nothing in it. */
export const NO_RECORDS: RecordLists = {
  sources: [],
  articles: [],
  stories: [],
  findings: [],
  redirects: [],
  digests: [],
  runs: [],
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const SEEN = '2026-08-10T06:00:00Z'

/** Writes a data folder made of the hand-written sample records; `isHostile` adds the ones that try to break the pages. */
export async function writeFixture(directory: string, isHostile = true): Promise<void> {
  const content = join(directory, 'content')
  writeRegistry(content)
  const store = openFileStore(content)
  for (const source of sources) await store.write('sources', buildSource(source))
  const press = [...articles, ...(isHostile ? [...hostile, ...crowd()] : [])]
  const built = press.map(buildArticle)
  for (const { article } of built) await store.write('articles', article)
  for (const finding of buildFindings(built)) await store.write('findings', finding)
  await writeStory(store, built)
  await store.write('redirects', redirect(built))
  for (const run of runs()) await store.write('runs', run)
  await store.write('aids', buildAid(built[0]!.article))
}

/** What a language model might have said about the first article; its third quote would pass the caps on quotes. */
function buildAid({ id, textHash, lang, claims }: Article): Aid {
  const words = {
    en: 'Made by a machine. For a test.',
    'zh-Hans': '机器所写。用于测试。',
    'zh-Hant': '機器所寫。用於測試。',
  }
  const { [lang]: _, ...titles } = {
    en: 'A title by a machine',
    'zh-Hans': '机器译的标题',
    'zh-Hant': '機器譯的標題',
  }
  return {
    id,
    textHash,
    model: 'stub-model',
    requestHash: sha('request'),
    at: SEEN,
    titles,
    summary: words,
    claims: claims.slice(0, 1).map(({ quote }) => ({ quote })),
    links: [],
    dropped: {},
  }
}

/** The registries of the fixture, without any record. */
export function writeRegistry(content: string): void {
  const lines = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  mkdirSync(join(content, 'entities'), { recursive: true })
  for (const kind of ['model', 'organization'])
    writeFileSync(
      join(content, 'entities', `${kind}.jsonl`),
      lines(entities.filter((row) => row.kind === kind)),
    )
  writeFileSync(join(content, 'metrics.jsonl'), lines(metrics))
  writeFileSync(join(content, 'topics.jsonl'), lines(topics))
  writeFileSync(join(content, 'glossary.jsonl'), lines(glossary))
}

function buildSource(source: (typeof sources)[number]): Source {
  const url = `https://${source.id}.example/feed.xml`
  const homepage = `https://${source.id}.example/`
  return { ...source, url, homepage, topics: [], intervalMinutes: 60, sample: true } as Source
}

interface Built {
  article: Article
  sample: SampleArticle
}

function buildArticle(sample: SampleArticle): Built {
  const url = `https://${sample.source}.example/${sample.slug}`
  const id = sha(url).slice(0, 16)
  const figures = sample.figures.map((figure, index) => buildFigure(figure, index, sample, id))
  const named = new Map(
    figures.flatMap((figure) => (figure.subjectId ? [[figure.subjectId, figure.subject!]] : [])),
  )
  const article: Article = {
    id,
    sourceId: sample.source,
    type: 'NewsArticle',
    url,
    lang: sample.lang,
    title: sample.title,
    authors: sample.authors ?? [],
    ...(sample.published ? { published: sample.published } : {}),
    firstSeenAt: SEEN,
    retrievedAt: SEEN,
    textHash: sha(sample.text),
    textLength: [...sample.text].length,
    tags: [],
    topics: sample.topics ?? [],
    sample: true,
    entities: [...named].map(([entityId, name]) => ({ kind: 'model' as const, name, entityId, count: 1 })),
    references: [],
    figures,
    claims: figures.slice(0, 1).map((figure) => ({
      id: `c-${figure.id}`,
      articleId: id,
      kind: 'finding' as const,
      score: 0.9,
      figureIds: [figure.id],
      quote: figure.quote,
    })),
    revisions: [{ textHash: sha(sample.text), retrievedAt: SEEN, appeared: [], vanished: [] }],
  }
  return { article, sample }
}

function buildFigure(figure: SampleFigure, index: number, sample: SampleArticle, articleId: string): Figure {
  const from = sample.figures.slice(0, index).filter((earlier) => earlier.written === figure.written).length
  const start = nthIndex(sample.text, figure.written, from)
  const end = start + figure.written.length
  const quote = sentenceAround(sample.text, start, end)
  const { written, detail, finding: _finding, relation: _relation, comparison: _comparison, ...rest } = figure
  const unit = (figure.unit ?? 'percent') as Figure['unit']
  const qualifier = (figure.qualifier ?? 'exact') as Figure['qualifier']
  return {
    ...rest,
    id: `${articleId}-${index + 1}`,
    articleId,
    asWritten: written,
    start,
    end,
    unit,
    qualifier,
    ...(detail ? { unitDetail: detail } : {}),
    polarity: 'asserted',
    tense: 'observed',
    quote,
  }
}

function nthIndex(text: string, part: string, nth: number): number {
  let at = text.indexOf(part)
  for (let count = 0; count < nth; count++) at = Math.max(text.indexOf(part, at + 1), at)
  if (at < 0) throw new Error(`the sample text does not hold "${part}": ${text.slice(0, 60)}`)
  return at
}

function sentenceAround(text: string, start: number, end: number): Figure['quote'] {
  let from = start
  while (from > 0 && !/[\n。]/.test(text[from - 1]!)) from--
  let to = end
  while (to < text.length && !/[\n。]/.test(text[to]!)) to++
  if (text[to] === '。') to++
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - 32), from),
    suffix: text.slice(to, to + 32),
    start: from,
    end: to,
  }
}

function buildFindings(built: Built[]): Finding[] {
  const groups = new Map<string, { article: Article; figure: Figure; sample: SampleFigure }[]>()
  for (const { article, sample } of built)
    for (const [index, planned] of sample.figures.entries()) {
      const group = groups.get(planned.finding) ?? []
      group.push({ article, figure: article.figures[index]!, sample: planned })
      groups.set(planned.finding, group)
    }
  return [...groups].map(([key, group]) => buildFinding(key, group))
}

function buildFinding(
  key: string,
  group: { article: Article; figure: Figure; sample: SampleFigure }[],
): Finding {
  const primary = group.find(({ article }) => /lab|arxiv/.test(article.sourceId))
  const lead = (primary ?? group[0]!).figure
  const members = group.map(({ article, figure, sample }) => {
    const isPrimary = figure === primary?.figure
    return {
      figureId: figure.id,
      articleId: article.id,
      sourceId: article.sourceId,
      lang: article.lang,
      ...(article.published ? { published: article.published } : {}),
      firstSeenAt: article.firstSeenAt,
      relation: sample.relation ?? 'equal',
      reasons: [`value ${figure.value} ${figure.unit}`],
      comparison: isPrimary ? 'same' : (sample.comparison ?? 'not-checked'),
      ...(primary && !isPrimary ? { primaryFigureId: primary.figure.id } : {}),
    } as FindingMember
  })
  const { value, maxValue, unit, unitDetail, qualifier, subject, subjectId, metric, metricId, condition } =
    lead
  const facts = {
    value,
    maxValue,
    unit,
    unitDetail,
    qualifier,
    subject,
    subjectId,
    metric,
    metricId,
    condition,
  }
  const isDisputed = members.some((member) => member.relation === 'variant')
  const independent = new Set(members.map((member) => member.sourceId)).size
  return {
    ...JSON.parse(JSON.stringify(facts)),
    id: `f-${key}`,
    topics: group[0]!.article.topics,
    members,
    ...(primary ? { primary: { articleId: primary.article.id, figureId: primary.figure.id } } : {}),
    langs: [...new Set(members.map((member) => member.lang))],
    independentSources: independent,
    status: isDisputed ? 'disputed' : independent > 1 ? 'corroborated' : 'single',
    ...(key === 'faking-12' ? { supersededBy: 'f-faking-78' } : {}),
    updatedAt: SEEN,
  }
}

/** Five hundred short articles that all repeat one figure. */
function crowd(): SampleArticle[] {
  return Array.from({ length: 500 }, (_, index) => ({
    source: index % 2 ? 'sample-island' : 'sample-tech-daily',
    lang: index % 2 ? 'zh-Hant' : 'zh-Hans',
    slug: `crowd-${index}`,
    published: `2026-03-${String((index % 28) + 1).padStart(2, '0')}`,
    title: index % 2 ? `轉載第${index}篇` : `转载第${index}篇`,
    topics: ['misinformation'],
    text: index % 2 ? `調查顯示，幻覺率為37%，第${index}篇。` : `调查显示，幻觉率为37%，第${index}篇。`,
    figures: [
      {
        written: '37%',
        value: 37,
        metric: index % 2 ? '幻覺率' : '幻觉率',
        metricId: 'hallucination-rate',
        finding: 'crowd',
      },
    ],
  }))
}

async function writeStory(store: ReturnType<typeof openFileStore>, built: Built[]): Promise<void> {
  const same = built.filter(({ sample }) =>
    sample.figures.some((figure) => figure.finding === 'blackmail-claude-opus-4'),
  )
  await store.write('stories', {
    id: 's-blackmail',
    members: same.map(({ article }, index) =>
      index === 0
        ? { articleId: article.id, relation: 'original' as const }
        : {
            articleId: article.id,
            relation: 'rewrite' as const,
            of: same[0]!.article.id,
            evidence: 'simhash distance 3 of 64',
          },
    ),
    firstSeenAt: SEEN,
    independentSources: same.length,
  })
}

function redirect(built: Built[]) {
  return { id: `f-old-${built.length}`, to: ['f-blackmail-claude-opus-4'], at: SEEN, reason: 'merged' }
}

function runs() {
  const base = { items: 4, added: 2, changed: 0, elapsedMs: 812 }
  return [1, 2].map((n) => ({
    id: `run-2026080${n}`,
    startedAt: `2026-08-0${n}T06:00:00Z`,
    finishedAt: `2026-08-0${n}T06:00:09Z`,
    sources: [
      { sourceId: 'sample-lab', outcome: 'ok' as const, ...base },
      { sourceId: 'sample-herald', outcome: 'unchanged' as const, ...base, added: 0 },
      {
        sourceId: 'sample-harbour',
        outcome: 'failed' as const,
        code: 'http-5xx',
        ...base,
        items: 0,
        added: 0,
        message:
          'sample-harbour: https://sample-harbour.example/feed.xml answered 500; expected 200. Tried 3 times; it is asked again in 1 h.',
      },
    ],
    counts: { articles: 15, figures: 29, findings: 20 },
  }))
}
