import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { SearchDocument } from '../core/publish/search-document.ts'
import { FACETS } from '../core/publish/search-facets.ts'
import type { SearchGroup, SearchLabels } from '../core/publish/search-words.ts'
import { PostingArena } from './arena.ts'
import { indexText, UNIT, UNIT_CHARS } from './index-text.ts'
import {
  bucketPath,
  documentsPath,
  FACETS_PATH,
  FORMAT,
  formsPath,
  GROUPS_PATH,
  headed,
  labelsPath,
  type Manifest,
  NUMBERS_PATH,
  packGlossary,
  type StoredDocument,
  termPath,
  wordsPath,
} from './static-files.ts'
import { VarintWriter } from './varint.ts'
import { Vocabulary } from './vocabulary.ts'

/** Mean unpacked bytes of a bucket: small, because one query term costs one bucket; a quarter of it would double the files. */
const BUCKET_BYTES = 6_000
/** A term with more bytes of postings has a file of its own, so that rare terms do not pay for it. */
const LONGEST_IN_BUCKET = 2_000
/** Shown records in one file: a page of ten hits reads up to ten files. */
const DOCUMENTS_PER_FILE = 4

/** One file of the index, by its path below the index's folder. */
export interface IndexFile {
  path: string
  bytes: Uint8Array
}

/**
 * Builds the static index: documents go in one at a time, with their bodies; files come out. Nothing of a body is in them
 * but which terms occur in which stretch of {@link UNIT_CHARS} characters.
 */
export class StaticIndexBuilder {
  readonly #arena = new PostingArena()
  readonly #vocabulary = new Vocabulary()
  readonly #hash = createHash('sha256').update(`format ${FORMAT}`)
  readonly #stored: string[] = []
  readonly #facts: Facts[] = []
  #units = 0
  #tokens = 0

  /** Adds a document; the order of adding is the order among equals. */
  add(document: SearchDocument): void {
    const { title, titles, excerpt, names, body = '', textHash: _, ...facts } = document
    this.#hash.update(JSON.stringify(document))
    const first = this.#units
    const index = (text: string, unitOf: (at: number) => number) =>
      indexText(this.#arena, text, first, unitOf, (key, folded, start, end) =>
        this.#vocabulary.note(key, folded, start, end, this.#facts.length),
      )
    const shown = titles ? [...new Set(Object.values(titles))].join('\n') : title
    let tokens = index(shown, () => first + UNIT.title)
    tokens += index([...names, excerpt].join('\n'), () => first + UNIT.names)
    tokens += index(body, (at) => first + UNIT.body + Math.floor(at / UNIT_CHARS))
    this.#units += UNIT.body + Math.ceil(body.length / UNIT_CHARS)
    this.#tokens += tokens
    this.#facts.push({ ...facts, tokens, units: this.#units - first })
    this.#stored.push(JSON.stringify(stored(document)))
  }

  /** All files; the manifest last, so that a writer that stops half way has changed nothing. */
  *files(groups: SearchGroup[], labels: SearchLabels): Generator<IndexFile> {
    const build = this.#hash
      .update(JSON.stringify([groups, labels]))
      .digest('hex')
      .slice(0, 16)
    const pack = (path: string, payload: Uint8Array | string): IndexFile => ({
      path: `${build}/${path}`,
      bytes: gzipSync(
        headed(build, typeof payload === 'string' ? new TextEncoder().encode(payload) : payload),
      ),
    })
    const { bits, terms } = yield* this.#packTerms(pack)
    yield* this.#packDocuments(pack)
    yield pack(FACETS_PATH, packFacets(this.#facts))
    yield pack(NUMBERS_PATH, packNumbers(this.#facts))
    yield pack(GROUPS_PATH, packGlossary(groups))
    for (const [lang, values] of Object.entries(labels)) yield pack(labelsPath(lang), JSON.stringify(values))
    const words = this.#vocabulary.byInitial()
    for (const [initial, list] of words) yield pack(wordsPath(initial), list)
    const forms = this.#vocabulary.formsByInitial()
    for (const [initial, list] of forms) yield pack(formsPath(initial), list)
    const manifest: Manifest & { terms: number } = {
      format: FORMAT,
      build,
      documents: this.#facts.length,
      units: this.#units,
      terms,
      bucketBits: bits,
      documentsPerFile: DOCUMENTS_PER_FILE,
      meanLength: Math.round(this.#tokens / Math.max(1, this.#facts.length)),
      initials: [...words.keys()],
      formInitials: [...forms.keys()],
    }
    yield { path: 'manifest.json', bytes: new TextEncoder().encode(`${JSON.stringify(manifest)}\n`) }
  }

  *#packTerms(pack: Pack): Generator<IndexFile, { bits: number; terms: number }> {
    const terms = this.#arena.sorted()
    const bits = this.#bucketBits(terms)
    let bucket = 0
    let head = new VarintWriter()
    let postings = new VarintWriter()
    let lastKey = 0
    const close = (): IndexFile => {
      const file = pack(
        bucketPath(bucket),
        new VarintWriter().write(head.length).append(head.finish()).append(postings.finish()).finish(),
      )
      bucket++
      head = new VarintWriter()
      postings = new VarintWriter()
      lastKey = bucket * 2 ** (32 - bits)
      return file
    }
    for (const term of terms) {
      const { key, count, bytes } = this.#arena.read(term)
      while (Math.floor(key / 2 ** (32 - bits)) > bucket) yield close()
      const isLong = bytes.length > LONGEST_IN_BUCKET
      head
        .write(key - lastKey)
        .write(count)
        .write(isLong ? 0 : bytes.length)
      if (isLong) yield pack(termPath(key), bytes)
      else postings.append(bytes)
      lastKey = key
    }
    while (bucket < 2 ** bits) yield close()
    return { bits, terms: terms.length }
  }

  #bucketBits(terms: Uint32Array): number {
    let bytes = 0
    for (const term of terms) bytes += 4 + Math.min(this.#arena.length(term), LONGEST_IN_BUCKET)
    return Math.max(0, Math.min(16, Math.round(Math.log2(bytes / BUCKET_BYTES))))
  }

  *#packDocuments(pack: Pack): Generator<IndexFile> {
    for (let at = 0; at < this.#stored.length; at += DOCUMENTS_PER_FILE) {
      const some = this.#stored.slice(at, at + DOCUMENTS_PER_FILE)
      yield pack(documentsPath(at / DOCUMENTS_PER_FILE), `[${some.join(',')}]`)
    }
  }
}

type Pack = (path: string, payload: Uint8Array | string) => IndexFile

type Facts = Omit<SearchDocument, 'title' | 'titles' | 'excerpt' | 'names' | 'body' | 'textHash'> & {
  tokens: number
  units: number
}

function stored({ id, path, lang, title, titles, excerpt, date }: SearchDocument): StoredDocument {
  const shown: StoredDocument = { i: id, p: path, l: lang, t: title, e: excerpt }
  if (date) shown.d = date
  if (titles) shown.n = [titles.en, titles['zh-Hans'], titles['zh-Hant']]
  return shown
}

/** Values of all facets, then for every document its kind, units, length and facet values. */
function packFacets(facts: Facts[]): Uint8Array {
  const values = new Map<string, Map<string, number>>()
  const rows = new VarintWriter()
  const numberOf = (facet: string, value: string) => {
    if (!values.has(facet)) values.set(facet, new Map())
    const known = values.get(facet)!
    if (!known.has(value)) known.set(value, known.size)
    return known.get(value)!
  }
  const write = (facet: string, list: string[]) => {
    rows.write(list.length)
    for (const value of list) rows.write(numberOf(facet, value))
  }
  // One column after another: equal neighbours are what gzip is good at.
  for (const fact of facts) rows.write(fact.units)
  for (const fact of facts) rows.write(fact.tokens)
  for (const fact of facts) rows.write(fact.isMember ? 1 : 0)
  for (const fact of facts) write('kind', [fact.kind])
  for (const facet of FACETS) for (const fact of facts) write(facet, fact.facets[facet] ?? [])
  const head = JSON.stringify(
    Object.fromEntries([...values].map(([facet, known]) => [facet, [...known.keys()]])),
  )
  const encoded = new TextEncoder().encode(head)
  return new VarintWriter().write(encoded.length).append(encoded).append(rows.finish()).finish()
}

/** Values, dates and spread: read only when a filter or an order asks for them. */
function packNumbers(facts: Facts[]): string {
  return JSON.stringify({
    value: facts.map(({ value }) => value ?? null),
    maxValue: facts.map(({ maxValue }) => maxValue ?? null),
    date: facts.map(({ date }) => date ?? ''),
    spread: facts.map(({ spread }) => spread ?? 0),
  })
}
