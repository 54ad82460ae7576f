import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from '../../scrapers/parse/document.ts'
import { type Linked, link } from '../../src/core/cluster/link.ts'
import { buildArticle, buildMatchers } from '../../src/core/extract/article.ts'
import { isParseFailure } from '../../src/core/extract/document.ts'
import type { Article } from '../../src/core/model/article.ts'
import { readRegistry } from '../../src/registry.ts'
import { primarySource } from './build.ts'

const shared = resolve(import.meta.dirname, '../../../shared')
const isHere = existsSync(shared)
if (!isHere) console.log('cluster/seeds.test: ../shared is not here; its documents are not compared')

const DOCUMENTS = {
  paper: 'seeds/001_8f9be65ee751a2b1.txt',
  blog: 'seeds/003_6f43dd9ae9984b46.txt',
  lab: 'corpus/en/161-agentic-misalignment.md',
}

describe.runIf(isHere)('the seeds beside their primary source', () => {
  let linked: Linked
  const articles = new Map<string, Article>()

  beforeAll(async () => {
    const registry = readRegistry()
    const matchers = buildMatchers(registry)
    const texts = new Map<string, string>()
    const at = '2026-11-20T00:00:00Z'
    for (const [sourceId, path] of Object.entries(DOCUMENTS)) {
      const file = basename(path)
      const parsed = await parseDocument(readFileSync(resolve(shared, path)), { file, now: new Date(at) })
      if (isParseFailure(parsed)) throw new Error(`${path}: ${parsed.message}`)
      const article = buildArticle(parsed, { sourceId, file, retrievedAt: at, firstSeenAt: at }, matchers)
      articles.set(sourceId, article)
      texts.set(article.textHash, parsed.text)
    }
    linked = link([...articles.values()], registry, { texts, sources: [primarySource('lab')], now: at })
  })

  /** Comparison and primary figure of each percentage of a document, by value. */
  function comparisons(document: keyof typeof DOCUMENTS) {
    const figures = new Map(
      [...articles.values()].flatMap((one) => one.figures.map((figure) => [figure.id, figure])),
    )
    const own = articles.get(document)!
    return linked.findings.flatMap(({ members }) =>
      members
        .filter(
          ({ articleId, figureId }) => articleId === own.id && figures.get(figureId)!.unit === 'percent',
        )
        .map(({ figureId, comparison, primaryFigureId }) => ({
          value: figures.get(figureId)!.value,
          subject: figures.get(figureId)!.subject,
          comparison,
          primary: primaryFigureId === undefined ? undefined : figures.get(primaryFigureId),
        })),
    )
  }

  it.each([
    [96, 'Claude Opus 4'],
    [80, 'Grok 3 Beta'],
    [79, 'DeepSeek-R1'],
    [12, 'Llama 4 Maverick'],
  ])('%i percent of %s is the same in the post', (value, subject) => {
    const [found, ...others] = comparisons('blog').filter(
      (one) => one.value === value && one.subject === subject,
    )
    expect(others).toEqual([])
    expect(found).toMatchObject({ comparison: 'same', primary: { value, unit: 'percent' } })
  })

  it('96 percent said of `Claude` alone is shown beside the post and not called the same', () => {
    const found = comparisons('blog').filter(({ subject }) => subject === 'Claude')
    expect(found).toMatchObject([{ value: 96, comparison: 'not-checked', primary: { value: 96 } }])
  })

  it('95 percent of Gemini 2.5 Pro is not in the part of the post that is held', () => {
    const found = comparisons('blog').filter(({ value }) => value === 95)
    expect(found.map(({ comparison }) => comparison)).toEqual(['not-in-held-part'])
  })

  it('the models of the Chinese summary are not those of the English abstract', () => {
    const found = comparisons('paper').filter(({ subject }) => /^(Llama3-70B|Qwen2-72B)/.test(subject ?? ''))
    expect(new Set(found.map(({ value }) => value))).toEqual(new Set([50, 90]))
    for (const { comparison, value, primary } of found) {
      expect(comparison).toBe('different-subject')
      expect(primary?.value).toBe(value)
      expect(primary?.subject).toMatch(/^(Llama31-70B|Qwen25-72B)/)
    }
  })
})
