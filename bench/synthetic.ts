import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import type { Article } from '../src/core/model/article.ts'
import type { Figure } from '../src/core/model/figure.ts'
import { formatRecord } from '../src/store/records.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const SENTENCES = [
  (n: number) => `In ${n % 97}% of the runs the model kept the goal that it was given in training.`,
  (n: number) => `研究人员在第${n % 89}轮测试中发现，模型有${(n * 7) % 97}%的回答隐瞒了真实意图。`,
  (n: number) => `研究團隊表示，其中 ${(n * 13) % 83}% 的樣本在監督之下表現不同。`,
]
const LANGS = ['en', 'zh-Hans', 'zh-Hant'] as const

/** The at-th article of a made-up world and its text: two thousand characters, six figures, verbatim quotes. */
export function makeArticle(at: number): { article: Article; text: string } {
  const url = `https://outlet-${at % 400}.example/${at}`
  const id = sha256(url).slice(0, 16)
  const lang = LANGS[at % 3]!
  const lines = Array.from({ length: 24 }, (_, line) => SENTENCES[at % 3]!(at * 31 + line))
  // The last line makes every text another, as texts of different outlets are.
  const text = [...lines, `(${at})`].join('\n')
  const figures = lines.slice(0, 6).map((line, order) => makeFigure(id, line, text, order))
  const moment = new Date(Date.UTC(2020, 0, 1) + at * 2_000_000).toISOString()
  const article: Article = {
    id,
    sourceId: `outlet-${at % 400}`,
    type: 'NewsArticle',
    url,
    lang,
    title: `Article ${at}`,
    authors: [],
    published: moment.slice(0, 10),
    firstSeenAt: moment,
    retrievedAt: moment,
    textHash: sha256(text),
    textLength: text.length,
    tags: [],
    topics: [],
    sample: true,
    entities: [],
    references: [],
    figures,
    claims: [],
    revisions: [{ textHash: sha256(text), retrievedAt: moment, appeared: [], vanished: [] }],
  }
  return { article, text }
}

function makeFigure(articleId: string, line: string, text: string, order: number): Figure {
  const lineStart = text.indexOf(line)
  const found = /\d+ ?%/.exec(line)!
  const start = lineStart + found.index
  return {
    id: sha256(`${articleId} ${order}`).slice(0, 16),
    articleId,
    asWritten: found[0],
    start,
    end: start + found[0].length,
    value: Number.parseFloat(found[0]),
    unit: 'percent',
    polarity: 'asserted',
    tense: 'observed',
    qualifier: 'exact',
    quote: {
      exact: line,
      prefix: text.slice(Math.max(0, lineStart - 32), lineStart),
      suffix: text.slice(lineStart + line.length, lineStart + line.length + 32),
      start: lineStart,
      end: lineStart + line.length,
    },
  }
}

/** Writes `count` articles, their texts and their sources below a data folder, as the stores would lay them out. */
export function writeWorld(dataDir: string, count: number): void {
  const made = new Set<string>()
  const write = (path: string, bytes: string | Uint8Array) => {
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    made.add(dirname(path))
    writeFileSync(path, bytes)
  }
  for (let at = 0; at < Math.min(count, 400); at++) {
    const id = `outlet-${at}`
    const source = {
      id,
      names: { en: id, 'zh-Hans': id, 'zh-Hant': id },
      lang: LANGS[at % 3]!,
      region: 'INT',
      kind: 'press' as const,
      tier: 'press' as const,
      method: 'feed' as const,
      url: `https://${id}.example/feed`,
      topics: [],
      intervalMinutes: 60,
      sample: true,
    }
    write(join(dataDir, 'content/sources', `${id}.json`), formatRecord('sources', source))
  }
  for (let at = 0; at < count; at++) {
    const { article, text } = makeArticle(at)
    const month = article.published!.slice(0, 7).replace('-', '/')
    write(join(dataDir, 'content/articles', month, `${article.id}.json`), formatRecord('articles', article))
    const blob = join(dataDir, 'cache', article.textHash.slice(0, 2), `${article.textHash}.zst`)
    write(blob, zstdCompressSync(text))
  }
}
