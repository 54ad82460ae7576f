import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { parseDocument } from '../../scrapers/parse/document.ts'
import { readPlainPlaces } from '../../scrapers/parse/source-places.ts'
import { buildQuantity } from '../core/cluster/key.ts'
import { link } from '../core/cluster/link.ts'
import { buildArticle, buildMatchers, type Matchers } from '../core/extract/article.ts'
import { isParseFailure } from '../core/extract/document.ts'
import { moveQuote, type SourcePlaces } from '../core/extract/source-places.ts'
import type { Article } from '../core/model/article.ts'
import type { Figure } from '../core/model/figure.ts'
import type { Finding } from '../core/model/finding.ts'
import { readRegistry } from '../registry.ts'
import { type DataOptions, EXIT, openContext } from './context.ts'
import { printLine } from './pipe.ts'

interface ReadArticle {
  article: Article
  text: string
  /** Of plain text, whose places are given as they are in the file. */
  places?: SourcePlaces | undefined
}

interface Options extends DataOptions {
  json?: boolean
}

/** `redline findings`: figures of several texts joined where they state the same result; of files, or of the store. */
export function register(program: Command): void {
  program
    .command('findings')
    .description('list the figures that several texts state; of files it stores nothing and needs no network')
    .argument('[files...]', 'text, Markdown, HTML or PDF; without any, the findings of the store')
    .option('--json', 'one JSON object a line: id and figures with their places')
    .option('--data <dir>', 'data folder to read findings from')
    .option('--sample', 'read the sample press')
    .addHelpText('after', '\nExample:\n  redline findings --json english.md chinese.md\n')
    .action(async (files: string[], options: Options) => {
      const lines = files.length > 0 ? await linkFiles(files, options) : listStored(options)
      for await (const line of lines) await printLine(line)
    })
}

async function linkFiles(paths: string[], { json }: Options): Promise<string[]> {
  const registry = readRegistry()
  const matchers = buildMatchers(registry)
  const read = new Map<string, ReadArticle & { path: string }>()
  const texts = new Map<string, string>()
  for (const path of new Set(paths)) {
    const found = await readArticle(path, matchers, (id) => read.has(id))
    if (typeof found === 'string') {
      process.exitCode = EXIT.someFailed
      process.stderr.write(`${path}: ${found}\n`)
      continue
    }
    read.set(found.article.id, { path, ...found })
    texts.set(found.article.textHash, found.text)
  }
  const articles = [...read.values()].map(({ article }) => article)
  const { findings } = link(articles, registry, { texts, now: new Date().toISOString() })
  const pathOf = (id: string) => read.get(id)!.path
  const byId = new Map(articles.map((article) => [article.id, article]))
  return findings.map((finding) =>
    json
      ? buildRecord(finding, byId, pathOf, (id) => read.get(id)?.places)
      : buildSummary(finding, byId, pathOf),
  )
}

/** The article of a file, or why there is none. Two files that name one address are two articles here. */
async function readArticle(
  path: string,
  matchers: Matchers,
  isTaken: (id: string) => boolean,
): Promise<ReadArticle | string> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    return `cannot be read: ${(cause as Error).message}; expected a readable file`
  }
  const now = new Date()
  const parsed = await parseDocument(bytes, { file: basename(path), now })
  if (isParseFailure(parsed)) return `${parsed.failure}: ${parsed.message}`
  const at = now.toISOString()
  const meta = { sourceId: 'file', retrievedAt: at, firstSeenAt: at, file: basename(path) }
  const article = buildArticle(parsed, meta, matchers)
  const read = { text: parsed.text, places: readPlainPlaces(path, bytes, parsed) }
  if (!isTaken(article.id)) return { article, ...read }
  const { url, ...unaddressed } = parsed
  const second = buildArticle(unaddressed, { ...meta, file: path }, matchers)
  return { article: { ...second, ...(url !== undefined && { url }) }, ...read }
}

/**
 * The record that ../shared/eval/README.md defines. It has no place for a unit of time, so durations of one finding are in
 * the unit of its first figure: 30 for `three decades` beside `三十年`. Members with another value are shown by `why`, not joined here. */
function buildRecord(
  { id, members }: Finding,
  articles: Map<string, Article>,
  pathOf: (id: string) => string,
  placesOf: (id: string) => SourcePlaces | undefined = () => undefined,
): string {
  const shown = members.filter(
    ({ relation, comparison }) => relation !== 'variant' && comparison !== 'different-subject',
  )
  const found = shown.map(({ articleId, figureId }) => findFigure(articles.get(articleId)!, figureId))
  const figures = found.map((figure, order) => {
    const { articleId } = shown[order]!
    const { start, end, asWritten, unit } = placeFigure(figure, placesOf(articleId))
    return { path: pathOf(articleId), start, end, asWritten, value: valueIn(found[0]!, figure), unit }
  })
  return JSON.stringify({ id, figures })
}

/** The figure where it stands in its file, else as it was read. */
function placeFigure(figure: Figure, places: SourcePlaces | undefined): Figure {
  const own = places && moveQuote(figure, places)
  return own ? { ...figure, asWritten: own.exact, start: own.start, end: own.end } : figure
}

function valueIn({ unitDetail }: Figure, figure: Figure): number {
  if (figure.unit !== 'duration' || figure.unitDetail === unitDetail) return figure.value
  const one = buildQuantity({ ...figure, value: 1, ...(unitDetail !== undefined && { unitDetail }) })
  const own = buildQuantity(figure)
  return own.kind === one.kind ? own.low / one.low : figure.value
}

function buildSummary(
  finding: Finding,
  articles: Map<string, Article>,
  pathOf: (id: string) => string,
): string {
  const { id, subject, metric, status } = finding
  const facts = [subject, metric].filter(Boolean).join(', ')
  const lines = finding.members.map(({ articleId, figureId, relation }) => {
    const { asWritten, quote } = findFigure(articles.get(articleId)!, figureId)
    return `  ${asWritten} (${relation}) ${pathOf(articleId)}: ${quote.exact.replace(/\s+/g, ' ')}`
  })
  return [`${id} ${status}${facts ? ` · ${facts}` : ''}`, ...lines].join('\n')
}

const findFigure = ({ figures }: Article, id: string) => figures.find((figure) => figure.id === id)!

async function* listStored(options: Options): AsyncIterable<string> {
  const context = openContext(options)
  const paths = new Map<string, string>()
  try {
    for await (const finding of context.store.list('findings')) {
      const articles = new Map<string, Article>()
      for (const { articleId } of finding.members) {
        const article = articles.get(articleId) ?? (await context.store.read('articles', articleId))
        if (article) articles.set(articleId, article)
        if (article) paths.set(articleId, article.url ?? article.file ?? article.id)
      }
      const held = { ...finding, members: finding.members.filter(({ articleId }) => articles.has(articleId)) }
      const pathOf = (id: string) => paths.get(id)!
      yield options.json ? buildRecord(held, articles, pathOf) : buildSummary(held, articles, pathOf)
    }
  } finally {
    await context.close()
  }
}
