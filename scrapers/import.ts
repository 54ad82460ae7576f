import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { isParseFailure, type ParsedDocument, type ParseFailure } from '../src/core/extract/document.ts'
import type { Source } from '../src/core/model/source.ts'
import { SourceError } from './error.ts'
import type { Fetch } from './fetch.ts'
import { decodeBytes } from './parse/decode.ts'
import { parseDocument } from './parse/document.ts'
import { parseFeed } from './parse/feed.ts'
import { entryToDocument } from './parse/feed-document.ts'
import { lowerLimit, parseRobotsTag } from './robots-meta.ts'
import { type TakeContext, type Taken, takeDocument } from './take.ts'

/** What importing needs; `sources` are those whose address a document may bear. */
export interface ImportContext extends TakeContext {
  fetch: Fetch
  sources: Source[]
  now: () => Date
  readInput: () => Promise<Uint8Array>
}

/** What became of one thing that was to be imported; exactly one of `taken` and `failure`. */
export interface Imported {
  /** As given, or below the folder given. */
  name: string
  taken?: Taken
  failure?: { code: string; message: string }
}

/** Kinds of files that are documents; everything else in a folder is named and passed over. */
const EXTENSIONS = new Set(
  '.atom .htm .html .json .markdown .md .mdx .pdf .rdf .rss .text .txt .xhtml .xml'.split(' '),
)
/** Documents that name no address, or that of no source we know. `.invalid` never resolves (RFC 2606). */
const IMPORTED: Source = {
  id: 'imported',
  names: { en: 'Imported files', 'zh-Hans': '导入的文件', 'zh-Hant': '匯入的檔案' },
  lang: 'en',
  region: 'INT',
  kind: 'repository',
  tier: 'press',
  method: 'file',
  url: 'https://imported.invalid/',
  topics: [],
  intervalMinutes: 60,
  sample: false,
}

/** Imports files, folders, addresses and `-` (standard input), one after the other; what fails is told and stops nothing. */
export async function* importAll(targets: string[], context: ImportContext): AsyncIterable<Imported> {
  for (const target of targets) {
    if (target === '-') yield* importBytes('standard input', await context.readInput(), {}, context)
    else if (/^https?:\/\//i.test(target)) yield* importUrl(target, context)
    else yield* importPath(target, context)
  }
}

async function* importPath(path: string, context: ImportContext): AsyncIterable<Imported> {
  const found = await listFiles(path)
  if (!Array.isArray(found)) return yield found
  for (const file of found) {
    const name = file === path ? path : join(path, relative(path, file))
    if (file !== path && !EXTENSIONS.has(extname(file).toLowerCase())) {
      yield failed(name, 'unsupported', `${name}: files of kind ${extname(file) || '(none)'} are not read`)
      continue
    }
    const bytes = await readFile(file).catch((cause: Error) =>
      failed(name, 'unreadable', `${name}: ${cause.message}`),
    )
    if (bytes instanceof Uint8Array) yield* importBytes(name, bytes, { file: basename(file) }, context)
    else yield bytes
  }
}

/** The file itself, or the files of a folder in order of path, hidden ones left out. */
async function listFiles(path: string): Promise<string[] | Imported> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !relative(path, file)
            .split(/[\\/]/)
            .some((part) => part.startsWith('.')),
      )
    return files.length > 0
      ? files.sort()
      : failed(path, 'empty', `${path}: an empty folder; expected documents`)
  } catch (cause) {
    return failed(path, 'unreadable', `${path}: ${(cause as Error).message}`)
  }
}

async function* importUrl(url: string, context: ImportContext): AsyncIterable<Imported> {
  try {
    const { body, headers, finalUrl } = await context.fetch({ url })
    const { excerptLimit } = parseRobotsTag(headers['x-robots-tag'])
    const contentType = headers['content-type']
    yield* importBytes(
      url,
      body,
      { url: finalUrl, ...(contentType && { contentType }), excerptLimit },
      context,
    )
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    yield failed(url, error.code, error.message)
  }
}

interface Hints {
  url?: string
  file?: string
  contentType?: string
  excerptLimit?: number | undefined
}

async function* importBytes(
  name: string,
  bytes: Uint8Array,
  { excerptLimit, ...hints }: Hints,
  context: ImportContext,
): AsyncIterable<Imported> {
  for (const document of await parseAll(bytes, hints, context.now())) {
    if (isParseFailure(document)) {
      yield failed(name, document.failure, document.message)
      continue
    }
    const limit = lowerLimit(document.excerptLimit, excerptLimit)
    try {
      const taken = await take(
        { ...document, ...(limit !== undefined && { excerptLimit: limit }) },
        bytes,
        hints,
        context,
      )
      yield { name, taken }
    } catch (error) {
      // Shrunken texts and records that their schema refuses; the disk's own failures end the run.
      if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error
      const { code, message } = error as SourceError
      yield failed(name, code ?? 'unexpected', `${name}: ${message}`)
    }
  }
}

/** A feed gives a document for each entry that carries its text; everything else is one document. */
async function parseAll(
  bytes: Uint8Array,
  hints: Omit<Hints, 'excerptLimit'>,
  now: Date,
): Promise<(ParsedDocument | ParseFailure)[]> {
  const start = decodeBytes(bytes.subarray(0, 4096), hints.contentType)?.text ?? ''
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(start) || /"version"\s*:\s*"https:\/\/jsonfeed/.test(start)) {
    const feed = await parseFeed(bytes, hints)
    if (!('failure' in feed) && feed.entries.length > 1)
      return feed.entries.map((entry) => entryToDocument(entry, {}))
  }
  return [await parseDocument(bytes, { ...hints, now })]
}

async function take(
  document: ParsedDocument,
  bytes: Uint8Array,
  hints: Hints,
  context: ImportContext,
): Promise<Taken> {
  const { store, cache, sources, now } = context
  const source = findSource(document.url ?? hints.url, sources) ?? IMPORTED
  await store.write('sources', source)
  const snapshot = document.noArchive ? undefined : await cache.put(bytes)
  return takeDocument(
    {
      document,
      sourceId: source.id,
      ...(hints.url !== undefined && { url: hints.url }),
      ...(hints.file !== undefined && { file: hints.file }),
      ...(snapshot !== undefined && { snapshot }),
      retrievedAt: now(),
    },
    context,
  )
}

/** The source of our registry whose site an address is on. */
function findSource(url: string | undefined, sources: Source[]): Source | undefined {
  const host = bareHost(url)
  return host === undefined
    ? undefined
    : sources.find((source) => [source.homepage, source.url].some((own) => bareHost(own) === host))
}

const bareHost = (url: string | undefined) =>
  URL.parse(url ?? '')?.host.replace(/^(?:www|export|feeds?|rss)\./, '')

const failed = (name: string, code: string, message: string): Imported => ({
  name,
  failure: { code, message },
})
