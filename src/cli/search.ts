import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { LANGS, type Lang } from '../core/model/lang.ts'
import { FACETS } from '../core/publish/search-facets.ts'
import { readFromDisk } from '../search/disk.ts'
import { noticeOf } from '../search/notice.ts'
import type { HitKind, SearchEngine, SearchHit, SearchQuery, SearchResult } from '../search/search.ts'
import { StaticSearch } from '../search/static.ts'
import { buildIndexFiles, readSearchContent } from '../search/write.ts'
import { type Context, type DataOptions, EXIT } from './context.ts'
import { openPublishedContext } from './published-context.ts'

interface Options extends DataOptions {
  index?: string
  edition: Lang
  kind: HitKind[]
  filter: string[]
  min?: number
  max?: number
  from?: string
  to?: string
  sort: 'relevance' | 'date' | 'spread'
  page: number
  limit: number
  expand: boolean
  apart?: boolean
  json?: boolean
}

const KINDS: HitKind[] = ['finding', 'figure', 'article', 'entity', 'source']

const HELP = `
The same engine and the same results as the site's search page. Simplified, Traditional and English find the same records;
96%, 九成六 and 96 per cent find each other. "quotation marks" ask for exactly these words, -word leaves records out.
Facets for --filter: ${FACETS.join(', ')}.

Examples:
  redline search --sample 勒索
  redline search --sample '"self-replication" -llama' --kind article
  redline search --sample 96% --filter lang=zh-Hant --sort date
  redline search --sample 成功率 --min 50 --max 90 --json

Exit codes: 0 answered, with or without hits; 1 no index and no records to make one of; 2 wrong usage.
`

/** `redline search`: what the search page finds, in the terminal. */
export function register(program: Command): void {
  program
    .command('search')
    .description('search findings, figures, articles, entities and sources in three scripts')
    .argument('<query...>', 'words, a sentence, a number')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--index <folder>', 'a static index (default: site/search in the data folder)')
    .option(
      '--edition <lang>',
      `language of titles that have one in each: ${LANGS.join(', ')}`,
      parseOneOf(LANGS),
      'en',
    )
    .option('--kind <kind>', `only this kind, may be repeated: ${KINDS.join(', ')}`, collectOneOf(KINDS), [])
    .option('--filter <facet=value>', 'only this value of a facet, may be repeated', collectFilter, [])
    .option('--min <number>', 'least value of a figure', parseNumber)
    .option('--max <number>', 'largest value of a figure', parseNumber)
    .option('--from <date>', 'published on or after, YYYY-MM-DD', parseDay)
    .option('--to <date>', 'published on or before, YYYY-MM-DD', parseDay)
    .option(
      '--sort <order>',
      'relevance, date or spread',
      parseOneOf(['relevance', 'date', 'spread'] as const),
      'relevance',
    )
    .option('--page <number>', 'page of results', parseCount, 1)
    .option('--limit <number>', 'results on a page, at most 100', parseCount, 10)
    .option('--no-expand', 'without the glossary’s translations')
    .option('--apart', 'words anywhere in a text too, below those that have them in a row')
    .option('--json', 'the whole answer as JSON')
    .addHelpText('after', HELP)
    .action(async (words: string[], options: Options) => {
      const context = openPublishedContext(options)
      try {
        const engine = await openEngine(context, options)
        const result = await engine.search(buildQuery(words.join(' '), options))
        process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : format(result, options))
      } catch (error) {
        process.stderr.write(`redline search: ${(error as Error).message}\n`)
        process.exitCode = EXIT.someFailed
      } finally {
        await context.close()
      }
    })
}

/** The index on disk; where there is none, one made in memory of the records, which takes a second for a thousand articles. */
export async function openEngine(
  context: Context,
  { index, edition }: Pick<Options, 'index' | 'edition'>,
): Promise<SearchEngine> {
  const folder = index ?? join(context.dataDir, 'site/search')
  if (index !== undefined || existsSync(join(folder, 'manifest.json'))) {
    return new StaticSearch(readFromDisk(folder), edition)
  }
  const content = await readSearchContent(context)
  if (content.documents.length === 0) {
    throw new Error(`no records in ${context.contentDir}; run \`redline start\` or \`redline collect\` first`)
  }
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { path, bytes } of await buildIndexFiles(content, context.cache))
    files.set(path, new Uint8Array(bytes))
  return new StaticSearch(async (path) => files.get(path)!, edition)
}

function buildQuery(text: string, options: Options): SearchQuery {
  const filters: Record<string, string[]> = {}
  for (const filter of options.filter) {
    const [facet, value] = filter.split(/=(.*)/s) as [string, string]
    filters[facet] = [...(filters[facet] ?? []), value]
  }
  return {
    text,
    kinds: options.kind,
    filters,
    value: defined({ min: options.min, max: options.max }),
    dates: defined({ from: options.from, to: options.to }),
    sort: options.sort,
    page: options.page,
    perPage: options.limit,
    expand: options.expand,
    apart: options.apart === true,
  }
}

function defined<T extends object>(bounds: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined)) as never
}

const NOTICES: Record<NonNullable<SearchResult['notice']>, string> = {
  nothing: 'The query has no letter or digit.',
  cut: 'Only the first 10,000 characters were read.',
  apart: 'Nothing has these words in a row; these have all of them.',
  unfinished: 'Nothing has the last word as it stands; it was taken as the beginning of one.',
  corrected: 'Nothing was found as spelt; searched for the suggestion.',
  partly: 'Nothing has all of it; these come nearest.',
  fallback: 'The search server did not answer; searched the static index.',
}

function format(result: SearchResult, { page, limit }: Options): string {
  const { hits, total, expansions, suggestion } = result
  const notice = noticeOf(result)
  const lines: string[] = []
  if (notice) lines.push(NOTICES[notice])
  if (suggestion) lines.push(`Did you mean: ${suggestion}`)
  for (const { term, added } of expansions)
    lines.push(`${term} also as ${added.join(', ')} (--no-expand leaves them out)`)
  if (result.isNarrow)
    lines.push('These have the words in a row; --apart adds those that have them anywhere.')
  const first = (page - 1) * limit
  lines.push(
    total === 0
      ? 'No results.'
      : `${total} ${total === 1 ? 'result' : 'results'}, ${first + 1} to ${first + hits.length}:`,
  )
  for (const [at, hit] of hits.entries()) lines.push('', ...formatHit(hit, first + at + 1))
  return `${lines.join('\n')}\n`
}

function formatHit({ kind, title, excerpt, lang, path, highlights }: SearchHit, number: number): string[] {
  const quote = excerpt === '' ? [] : [`    ${mark(excerpt.replaceAll('\n', ' '), highlights.excerpt)}`]
  return [
    `${String(number).padStart(3)} ${mark(title, highlights.title)}  [${kind}, ${lang}]`,
    ...quote,
    `    ${path}`,
  ]
}

/** Matches in bold where the terminal shows it. */
function mark(text: string, ranges: [number, number][]): string {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return text
  let marked = ''
  let from = 0
  for (const [start, end] of ranges) {
    marked += `${text.slice(from, start)}\x1b[1m${text.slice(start, end)}\x1b[22m`
    from = end
  }
  return marked + text.slice(from)
}

const parseOneOf =
  <T extends string>(values: readonly T[]) =>
  (value: string): T => {
    if ((values as readonly string[]).includes(value)) return value as T
    throw new InvalidArgumentError(`expected one of ${values.join(', ')}.`)
  }

const collectOneOf =
  <T extends string>(values: readonly T[]) =>
  (value: string, before: T[]): T[] => [...before, parseOneOf(values)(value)]

function collectFilter(text: string, before: string[]): string[] {
  const facet = text.split('=', 1)[0]!
  if (!text.includes('=') || !(FACETS as readonly string[]).includes(facet)) {
    throw new InvalidArgumentError(`expected facet=value, with a facet of ${FACETS.join(', ')}.`)
  }
  return [...before, text]
}

function parseNumber(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new InvalidArgumentError('expected a number.')
}

function parseCount(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new InvalidArgumentError('expected a whole number from 1.')
}

function parseDay(text: string): string {
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return text
  throw new InvalidArgumentError('expected a date like 2026-08-03.')
}
