import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { buildAnnotations } from '../core/publish/annotation.ts'
import {
  type ApiContext,
  buildApiArticle,
  buildApiFinding,
  buildApiIndex,
  buildApiLists,
} from '../core/publish/api.ts'
import { buildJsonSchemas } from '../core/publish/api-schema.ts'
import { csvLine } from '../core/publish/csv.ts'
import { buildCsvw, buildDataPackage, type DataFile } from '../core/publish/data-package.ts'
import { jsonRow, type Table } from '../core/publish/data-table.ts'
import { APPEARANCES, ARTICLES, FIGURES, FINDINGS, SOURCES } from '../core/publish/data-tables.ts'
import { buildDataReadme, buildLlmsText } from '../core/publish/llms.ts'
import { publishArticle } from '../core/publish/published-article.ts'
import { newestChange } from '../core/publish/view-changed.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { openPlaceCache, type RecordPlace } from '../store/open.ts'
import { openPublishedStore } from '../store/published.ts'
import type { Cache } from '../store/store.ts'
import { findText } from '../store/texts.ts'
import { readPublishedCorpus, siteAt, TRANSLATORS } from './published-corpus.ts'
import { encodeText } from './site-bytes.ts'
import { SiteWriter } from './site-files.ts'
import type { Put } from './site-job.ts'

/** What writing the data did. */
export interface WrittenData {
  files: number
  bytes: number
  /** Figures and claims left out because their words were not in the text. */
  dropped: number
  /** Files of the tables, below the site. */
  tables: string[]
}

/** Writes `/data/`, `/api/v1/` and `llms.txt` of a data folder into a site that was just built from it, tables row by row. */
export async function writeSiteData(
  folders: RecordPlace & { dataDir: string },
  out: string,
  origin: string,
): Promise<WrittenData> {
  const store = openPublishedStore(folders)
  const cache = openPlaceCache(folders)
  try {
    const corpus = await readPublishedCorpus(store, folders.contentDir)
    return await writeCorpusData(corpus, cache, { folder: out, put: new SiteWriter(out).put }, origin)
  } finally {
    await store.close()
    await cache.close()
  }
}

/** Where data goes: tables grow row by row below the folder, everything else is put. */
export interface DataTarget {
  folder: string
  put: Put
}

/** The same from records that were read already. */
export const writeCorpusData = (
  corpus: Corpus,
  cache: Pick<Cache, 'get'>,
  target: DataTarget,
  origin: string,
) => new DataWriter(corpus, cache, target, origin).write()

/** Records that are written at a stretch, before others have their turn: threads that write pages are started meanwhile. */
const STRETCH = 64

/** Guards what is counted while files are written. */
class DataWriter {
  readonly #corpus: Corpus
  readonly #cache: Pick<Cache, 'get'>
  readonly #target: DataTarget
  readonly #context: ApiContext
  readonly #changed: string
  readonly #written: WrittenData = { files: 0, bytes: 0, dropped: 0, tables: [] }

  constructor(corpus: Corpus, cache: Pick<Cache, 'get'>, target: DataTarget, origin: string) {
    this.#corpus = corpus
    this.#cache = cache
    this.#target = target
    this.#changed = newestChange(corpus)
    this.#context = { corpus, site: siteAt(origin), translators: TRANSLATORS }
  }

  async write(): Promise<WrittenData> {
    mkdirSync(join(this.#target.folder, 'data'), { recursive: true })
    const files = [...(await this.#findings()), ...(await this.#articles()), ...this.#sources()]
    this.#lists()
    this.#descriptions(files)
    return this.#written
  }

  async #findings(): Promise<DataFile[]> {
    const { corpus, site } = this.#context
    const findings = this.#open(FINDINGS)
    const appearances = this.#open(APPEARANCES)
    for (const [index, finding] of byId(corpus.findings).entries()) {
      if (index % STRETCH === 0) await setImmediate()
      const record = buildApiFinding(finding, this.#context)
      findings.add({ finding, title: record.title.en, url: record.pages.en })
      for (const member of finding.members) appearances.add({ finding, member })
      this.#json(`api/v1/findings/${finding.id}.json`, record)
    }
    for (const { id, to, at, reason } of corpus.redirects) {
      if (corpus.finding.has(id)) continue
      const movedTo = to.map((other) => `${site.origin}/api/v1/findings/${other}.json`)
      this.#json(`api/v1/findings/${id}.json`, { id, movedTo, at, reason })
    }
    return [...findings.close(), ...appearances.close()]
  }

  async #articles(): Promise<DataFile[]> {
    const { corpus } = this.#context
    const articles = this.#open(ARTICLES)
    const figures = this.#open(FIGURES)
    for (const [index, article] of byId(corpus.articles).entries()) {
      if (index % STRETCH === 0) await setImmediate()
      const text = await findText(this.#cache, article.textHash, () => this.#written.dropped++)
      const published = publishArticle(article, corpus.source.get(article.sourceId), text)
      this.#written.dropped += published.dropped
      articles.add({ article })
      for (const item of published.figures) {
        const findingId = corpus.findingOfFigure.get(item.figure.id)?.id
        figures.add({ published, item, findingId })
      }
      this.#json(`api/v1/articles/${article.id}.json`, buildApiArticle(published, this.#context))
      this.#json(`api/v1/annotations/${article.id}.json`, buildAnnotations(published, this.#context))
    }
    return [...articles.close(), ...figures.close()]
  }

  #sources(): DataFile[] {
    const sources = this.#open(SOURCES)
    for (const source of byId(this.#corpus.sources)) sources.add(source)
    return sources.close()
  }

  #lists(): void {
    const { origin } = this.#context.site
    const findings = byId(this.#corpus.findings).map(({ id, updatedAt }) => ({ id, updated: updatedAt }))
    const articles = byId(this.#corpus.articles).map(({ id, revisions, firstSeenAt }) => ({
      id,
      updated: revisions.at(-1)?.retrievedAt ?? firstSeenAt,
    }))
    for (const [noun, records] of [
      ['findings', findings],
      ['articles', articles],
    ] as const)
      for (const list of buildApiLists(noun, records, origin))
        this.#json(`api/v1/${noun}/page-${list.page}.json`, list)
  }

  #descriptions(files: DataFile[]): void {
    const { site } = this.#context
    const changed = this.#changed
    const rows = (name: string) => files.find(({ table }) => table.name === name)?.rows ?? 0
    const counts = Object.fromEntries(
      ['findings', 'appearances', 'figures', 'articles', 'sources'].map((name) => [name, rows(name)]),
    )
    this.#json('data/datapackage.json', buildDataPackage(files, site.origin, changed), 1)
    this.#json('data/csv-metadata.json', buildCsvw(files), 1)
    for (const { name, schema } of buildJsonSchemas(site.origin))
      this.#json(`data/schemas/${name}.schema.json`, schema, 1)
    this.#json('api/v1/index.json', buildApiIndex(counts, site, changed), 1)
    this.#text('data/README.md', buildDataReadme(site, changed))
    this.#text('llms.txt', buildLlmsText(counts, site, changed))
  }

  #open<Row>(table: Table<Row>) {
    const csv = openRows(join(this.#target.folder, 'data'), `${table.name}.csv`)
    const jsonl = openRows(join(this.#target.folder, 'data'), `${table.name}.jsonl`)
    csv.add(csvLine(table.columns.map(({ name }) => name)))
    let rows = 0
    return {
      add: (row: Row) => {
        rows++
        csv.add(csvLine(table.columns.map(({ value }) => value(row))))
        jsonl.add(`${JSON.stringify(jsonRow(table, row)).toWellFormed()}\n`)
      },
      close: (): DataFile[] => {
        const [own, lines] = [csv.close(), jsonl.close()]
        for (const { path, bytes } of [own, lines]) {
          this.#written.tables.push(`data/${path}`)
          this.#count(bytes)
        }
        return [
          { ...own, table, format: 'csv', rows },
          { ...lines, table, format: 'jsonl', rows },
        ]
      },
    }
  }

  #json(path: string, value: unknown, indent?: number): void {
    this.#text(path, `${JSON.stringify(value, undefined, indent)}\n`)
  }

  #text(path: string, text: string): void {
    this.#target.put(path, text)
    this.#count(Buffer.byteLength(text))
  }

  #count(bytes: number): void {
    this.#written.files++
    this.#written.bytes += bytes
  }
}

const byId = <T extends { id: string }>(records: T[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Rows are encoded, hashed and written when they are as many characters: row by row it takes three times as long. */
const CHUNK_CHARS = 1 << 18

/** A file that grows row by row, hashed as it is written. */
function openRows(folder: string, path: string) {
  const file = openSync(join(folder, path), 'w')
  const hash = createHash('sha256')
  let bytes = 0
  let waiting = ''
  const flush = () => {
    const chunk = encodeText(waiting)
    waiting = ''
    bytes += chunk.length
    hash.update(chunk)
    writeFileSync(file, chunk)
  }
  return {
    add(line: string) {
      waiting += line
      if (waiting.length > CHUNK_CHARS) flush()
    },
    close() {
      flush()
      closeSync(file)
      return { path, bytes, sha256: hash.digest('hex') }
    },
  }
}
