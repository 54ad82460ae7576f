import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Article } from '../../src/core/model/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import type { Lang } from '../../src/core/model/lang.ts'
import type { Registry } from '../../src/core/model/registry.ts'
import type { Source } from '../../src/core/model/source.ts'
import { readRegistry } from '../../src/registry.ts'
import { openFileStore } from '../../src/store/files.ts'

const LANGS: Lang[] = ['en', 'zh-Hans', 'zh-Hant']
const OUTLETS = 60
const SENTENCES: Record<Lang, (value: number, subject: string) => string> = {
  en: (value, subject) =>
    `In the second round of the made-up test, ${subject} failed in ${value}% of the runs, which the invented authors call a surprise.`,
  'zh-Hans': (value, subject) =>
    `在虚构测试的第二轮中，${subject}有${value}%的运行未能通过，编造的作者称这出乎意料。`,
  'zh-Hant': (value, subject) =>
    `在虛構測試的第二輪中，${subject}有${value}%的執行未能通過，編造的作者稱這出乎意料。`,
}
const SEEN = '2026-08-10T06:00:00Z'
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** Writes `total` made-up records: a third are articles, half figures, a sixth findings. The same number gives the same bytes. */
export async function writeRecords(folder: string, total: number): Promise<void> {
  const registry = readRegistry()
  const articleCount = Math.round(total / 3)
  const findingCount = Math.round(total / 6)
  const store = openFileStore(join(folder, 'content'))
  for (let index = 0; index < OUTLETS; index++) await store.write('sources', buildSource(index))
  const byFinding = new Map<number, { article: Article; figure: Figure }[]>()
  for (let index = 0; index < articleCount; index++) {
    const article = buildArticle(index, articleCount, findingCount, registry)
    await store.write('articles', article)
    for (const [nth, figure] of article.figures.entries()) {
      const group = findingOf(index, nth, findingCount)
      byFinding.set(group, [...(byFinding.get(group) ?? []), { article, figure }])
    }
  }
  for (const [index, members] of byFinding) await store.write('findings', buildFinding(index, members))
}

/** Figures alternate between one and two an article; three of them, a third of all apart, make a finding. */
const figuresOf = (article: number) => 1 + (article % 2)
const figuresBefore = (article: number) => article + Math.floor(article / 2)
const findingOf = (article: number, nth: number, findings: number) =>
  (figuresBefore(article) + nth) % findings
/** Moves on by one in each third, so that a finding is carried in three languages. */
const turn = (article: number, articles: number) => article + Math.floor((article * 3) / articles)

function buildSource(index: number): Source {
  const lang = LANGS[index % 3]!
  const name = `Outlet ${index}`
  return {
    id: `outlet-${index}`,
    names: { en: name, 'zh-Hans': `媒体${index}`, 'zh-Hant': `媒體${index}` },
    lang,
    region: 'INT',
    kind: 'press',
    tier: index < 6 ? 'primary' : 'press',
    method: 'feed',
    url: `https://outlet-${index}.example/feed`,
    homepage: `https://outlet-${index}.example/`,
    topics: [],
    intervalMinutes: 60,
    sample: true,
  }
}

function buildArticle(index: number, articles: number, findings: number, registry: Registry): Article {
  const turned = turn(index, articles)
  const lang = LANGS[turned % 3]!
  const url = `https://outlet-${turned % OUTLETS}.example/${index}`
  const id = sha(url).slice(0, 16)
  const groups = Array.from({ length: figuresOf(index) }, (_, nth) => findingOf(index, nth, findings))
  const lines = groups.map((group) =>
    SENTENCES[lang](percentOf(group), subjectOf(group, registry).names[lang]),
  )
  const text = lines.join('\n')
  const day = String(1 + (index % 28)).padStart(2, '0')
  return {
    id,
    sourceId: `outlet-${turned % OUTLETS}`,
    type: 'NewsArticle',
    url,
    lang,
    sample: true,
    title: `${lines[0]!.slice(0, 60)} (${index})`,
    authors: [`Author ${index % 200}`],
    published: `20${20 + (index % 6)}-0${1 + (index % 9)}-${day}`,
    firstSeenAt: SEEN,
    retrievedAt: SEEN,
    textHash: sha(text),
    textLength: text.length,
    tags: [],
    topics: [registry.topics[groups[0]! % registry.topics.length]!.id],
    entities: groups.map((group) => ({
      kind: 'model',
      name: subjectOf(group, registry).names[lang],
      entityId: subjectOf(group, registry).id,
      count: 1,
    })),
    references: [{ kind: 'url', id: `https://paper.example/${groups[0]}` }],
    figures: groups.map((group, nth) => buildFigure(id, nth, group, lang, lines, registry)),
    claims: [],
    revisions: [{ textHash: sha(text), retrievedAt: SEEN, appeared: [], vanished: [] }],
  }
}

const percentOf = (group: number) => 1 + (group % 97)
const subjectOf = (group: number, registry: Registry) => registry.entities[group % registry.entities.length]!

function buildFigure(
  articleId: string,
  nth: number,
  group: number,
  lang: Lang,
  lines: string[],
  registry: Registry,
): Figure {
  const offset = lines.slice(0, nth).join('\n').length + (nth > 0 ? 1 : 0)
  const exact = lines[nth]!
  const asWritten = `${percentOf(group)}%`
  const start = offset + exact.indexOf(asWritten)
  const subject = subjectOf(group, registry)
  return {
    id: `${articleId}-${nth + 1}`,
    articleId,
    asWritten,
    start,
    end: start + asWritten.length,
    value: percentOf(group),
    unit: 'percent',
    qualifier: 'exact',
    subject: subject.names[lang],
    subjectId: subject.id,
    metricId: registry.metrics[group % registry.metrics.length]!.id,
    polarity: 'asserted',
    tense: 'observed',
    quote: { exact, prefix: '', suffix: '', start: offset, end: offset + exact.length },
  }
}

function buildFinding(index: number, members: { article: Article; figure: Figure }[]): Finding {
  const [lead] = members
  const { value, unit, qualifier, subject, subjectId, metricId } = lead!.figure
  return {
    id: sha(`finding ${index}`).slice(0, 16),
    value,
    unit,
    qualifier,
    ...(subject ? { subject } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(metricId ? { metricId } : {}),
    topics: lead!.article.topics,
    members: members.map(({ article, figure }) => ({
      figureId: figure.id,
      articleId: article.id,
      sourceId: article.sourceId,
      lang: article.lang,
      ...(article.published ? { published: article.published } : {}),
      firstSeenAt: SEEN,
      relation: 'equal',
      reasons: ['made up'],
      comparison: 'not-checked',
    })),
    langs: [...new Set(members.map(({ article }) => article.lang))],
    independentSources: new Set(members.map(({ article }) => article.sourceId)).size,
    status: members.length > 1 ? 'corroborated' : 'single',
    updatedAt: SEEN,
  }
}
