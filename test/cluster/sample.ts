import { parseDocument } from '../../scrapers/parse/document.ts'
import { readSampleArticles, type SampleArticle } from '../../scrapers/sample/articles.ts'
import { type ExpectedFigure, readSampleCases } from '../../scrapers/sample/cases.ts'
import { OUTLETS } from '../../scrapers/sample/outlets.ts'
import { buildArticlePage, buildPath } from '../../scrapers/sample/page.ts'
import { buildSources } from '../../scrapers/sample/sources.ts'
import { type ArticleMeta, buildArticle, buildMatchers } from '../../src/core/extract/article.ts'
import { isParseFailure } from '../../src/core/extract/document.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import type { Registry } from '../../src/core/model/registry.ts'
import { readRegistry } from '../../src/registry.ts'

const FIRST_SEEN = '2026-11-18T00:00:00Z'

/** The sample press read in process: pages as its server would send them, without the server. */
export interface SampleRun {
  registry: Registry
  articles: Article[]
  texts: Map<string, string>
  sources: ReturnType<typeof buildSources>[number]['source'][]
  /** By `<outlet>/<slug>`. */
  byKey: Map<string, Article>
  /** Expected figures that the extractor found, by their id in cases.json. */
  figures: Map<string, Figure>
}

export async function readSamplePress(): Promise<SampleRun> {
  const registry = readRegistry()
  const matchers = buildMatchers(registry)
  const byKey = new Map<string, Article>()
  const texts = new Map<string, string>()
  const all = readSampleArticles()
  for (const sample of all) {
    let article: Article | undefined
    for (const version of [sample, ...(sample.revised ? [sample.revised] : [])]) {
      const { parsed, url } = await parsePage(version, all)
      const meta: ArticleMeta = {
        sourceId: sample.outlet,
        url,
        firstSeenAt: FIRST_SEEN,
        retrievedAt: article ? '2026-11-19T00:00:00Z' : FIRST_SEEN,
        sample: true,
        ...(article && { previous: article }),
      }
      article = buildArticle(parsed, meta, matchers)
      texts.set(article.textHash, parsed.text)
    }
    byKey.set(`${sample.outlet}/${sample.slug}`, article!)
  }
  const origins = new Map(OUTLETS.map(({ id }) => [id, originOf(id)]))
  const { expectedFigures } = readSampleCases()
  return {
    registry,
    articles: [...byKey.values()],
    texts,
    sources: buildSources(origins).map(({ source }) => source),
    byKey,
    figures: new Map(
      expectedFigures.flatMap((expected) => {
        const article = byKey.get(expected.article)!
        const figure = findFigure(expected, article, texts.get(article.textHash)!)
        return figure ? [[expected.id, figure]] : []
      }),
    ),
  }
}

const originOf = (outlet: string) => `https://${outlet}.example`

async function parsePage(article: SampleArticle, all: SampleArticle[]) {
  const outlet = OUTLETS.find(({ id }) => id === article.outlet)!
  const url = `${originOf(article.outlet)}${buildPath(article)}`
  const source = all.find(({ outlet, slug }) => `${outlet}/${slug}` === article.repostOf)
  const page = buildArticlePage(article, {
    outlet,
    origin: originOf(article.outlet),
    related: [],
    ...(source && {
      original: {
        name: OUTLETS.find(({ id }) => id === source.outlet)!.names[outlet.lang],
        url: `${originOf(source.outlet)}${buildPath(source)}`,
      },
    }),
  })
  const hints = {
    url,
    contentType: 'text/html; charset=utf-8',
    timeZone: outlet.timeZone,
    now: new Date(FIRST_SEEN),
  }
  const parsed = await parseDocument(
    Buffer.from(page.replace(/charset=["']?(gbk|big5)/i, 'charset="utf-8')),
    hints,
  )
  if (isParseFailure(parsed)) throw new Error(`${article.outlet}/${article.slug}: ${parsed.failure}`)
  if (!article.arxiv) return { parsed, url }
  // The interface that papers come by says the moment and the version; the page alone says the day.
  const published = new Date(article.date).toISOString()
  return { parsed: { ...parsed, type: 'ScholarlyArticle' as const, arxiv: article.arxiv, published }, url }
}

/** The extracted figure at the place that cases.json describes. */
function findFigure(expected: ExpectedFigure, article: Article, text: string): Figure | undefined {
  const at = text.indexOf(expected.quote)
  if (at < 0) return undefined
  const start = at + Math.max(0, expected.quote.indexOf(expected.asWritten))
  const end = start + expected.asWritten.length
  return article.figures.find((figure) => figure.start < end && start < figure.end)
}
