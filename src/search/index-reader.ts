import type { Lang } from '../core/model/lang.ts'
import type { SearchLabels } from '../core/publish/search-words.ts'
import { type FlatGroup, flattenGroups } from './expand.ts'
import { type Facts, parseFacets } from './facets.ts'
import { decodePostings, type Postings } from './postings.ts'
import {
  bucketPath,
  documentsPath,
  FACETS_PATH,
  formsPath,
  GROUPS_PATH,
  labelsPath,
  type Manifest,
  NUMBERS_PATH,
  parseGlossary,
  type ReadFile,
  readManifest,
  type StoredDocument,
  termPath,
  unpack,
  wordsPath,
} from './static-files.ts'
import { likelyForms, stemEnglish } from './stem.ts'
import { type KnownWord, parseWords } from './suggest.ts'
import { type TermKey, wordKey } from './term-key.ts'
import { VarintReader } from './varint.ts'

/** A term of the index before its postings are decoded. */
export interface TermEntry {
  /** In how many units it occurs. */
  count: number
  /** Whether its postings are a file of their own, not yet read. */
  isLong: boolean
  /** Of a term that is in its bucket. */
  bytes?: Uint8Array
}

/** Numbers of all documents, by column. */
export interface NumberColumns {
  value: (number | null)[]
  maxValue: (number | null)[]
  date: string[]
  spread: number[]
}

/** Files kept unpacked: some two megabytes, far more than one query needs. */
const FILES_KEPT = 256

/** The files of one index, each read when a query first needs it and then kept. */
export class IndexReader {
  readonly manifest: Manifest
  readonly #read: ReadFile
  readonly #files = new Map<string, Promise<Uint8Array>>()
  #facts: Promise<Facts> | undefined
  #numbers: Promise<NumberColumns> | undefined
  #groups: Promise<FlatGroup[]> | undefined

  constructor(manifest: Manifest, read: ReadFile) {
    this.manifest = manifest
    this.#read = read
  }

  static async open(read: ReadFile): Promise<IndexReader> {
    return new IndexReader(await readManifest(read), read)
  }

  /** What every document is: kind, facets, units. */
  facts(): Promise<Facts> {
    this.#facts ??= this.#file(FACETS_PATH).then((bytes) => parseFacets(bytes, this.manifest.documents))
    return this.#facts
  }

  numbers(): Promise<NumberColumns> {
    this.#numbers ??= this.#json<NumberColumns>(NUMBERS_PATH)
    return this.#numbers
  }

  /** The glossary, its words in the script of the edition that asks first: a reader stays in one. */
  groups(edition: Lang): Promise<FlatGroup[]> {
    this.#groups ??= this.#file(GROUPS_PATH).then((bytes) =>
      flattenGroups(parseGlossary(new TextDecoder().decode(bytes)), edition),
    )
    return this.#groups
  }

  labels(lang: string): Promise<SearchLabels['en']> {
    return this.#json(labelsPath(lang))
  }

  /** Latin words with an initial, commonest first; none when the index has none. */
  async words(initial: string): Promise<KnownWord[]> {
    if (!this.manifest.initials.includes(initial)) return []
    return parseWords(new TextDecoder().decode(await this.#file(wordsPath(initial))))
  }

  /** Other forms of an English word that the index has, commonest first. */
  async forms(word: string): Promise<string[]> {
    const stem = stemEnglish(word)
    const line = this.manifest.formInitials.includes(stem[0]!)
      ? new TextDecoder()
          .decode(await this.#file(formsPath(stem[0]!)))
          .split('\n')
          .find((one) => one.startsWith(`${stem} `))
      : undefined
    const forms = line?.split(' ').slice(1) ?? (await this.#likelyForms(word))
    return forms.filter((form) => form !== word)
  }

  /** The lists name words with several forms. Of a word with one, or of two written as one, the likely forms are looked up. */
  async #likelyForms(word: string): Promise<string[]> {
    const has = async (form: string) => (await this.#entry(wordKey(form))) !== undefined
    const likely = (await has(word)) ? [`${word}s`] : likelyForms(word)
    const found = await Promise.all(likely.map(async (form) => ((await has(form)) ? [form] : [])))
    return found.flat()
  }

  /** Looks terms up in their buckets; a term that is in no document has no entry. */
  async entries(keys: Iterable<TermKey>): Promise<Map<TermKey, TermEntry>> {
    const wanted = [...new Set(keys)]
    const found = await Promise.all(wanted.map((key) => this.#entry(key)))
    return new Map(wanted.flatMap((key, at) => (found[at] ? [[key, found[at]]] : [])))
  }

  async postings(key: TermKey, entry: TermEntry): Promise<Postings> {
    return decodePostings(entry.bytes ?? (await this.#file(termPath(key))), entry.count)
  }

  /** What documents show, in the order asked. */
  stored(documents: number[]): Promise<StoredDocument[]> {
    const { documentsPerFile } = this.manifest
    return Promise.all(
      documents.map(async (document) => {
        const file = await this.#json<StoredDocument[]>(
          documentsPath(Math.floor(document / documentsPerFile)),
        )
        return file[document % documentsPerFile]!
      }),
    )
  }

  async #entry(key: TermKey): Promise<TermEntry | undefined> {
    const { bucketBits } = this.manifest
    const bucket = Math.floor(key / 2 ** (32 - bucketBits))
    const bytes = await this.#file(bucketPath(bucket))
    const reader = new VarintReader(bytes)
    const headLength = reader.read()
    const headEnd = reader.at + headLength
    let postingsAt = headEnd
    for (let at = bucket * 2 ** (32 - bucketBits); reader.at < headEnd; ) {
      at += reader.read()
      const count = reader.read()
      const length = reader.read()
      if (at === key) {
        if (length === 0) return { count, isLong: true }
        return { count, isLong: false, bytes: bytes.subarray(postingsAt, postingsAt + length) }
      }
      if (at > key) return undefined
      postingsAt += length
    }
    return undefined
  }

  async #json<T>(path: string): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.#file(path))) as T
  }

  #file(path: string): Promise<Uint8Array> {
    const known = this.#files.get(path)
    if (known) {
      this.#files.delete(path)
      this.#files.set(path, known)
      return known
    }
    const full = `${this.manifest.build}/${path}`
    const file = this.#read(full).then((bytes) => unpack(bytes, this.manifest.build, full))
    // A failure is not kept, so that the next query tries again.
    file.catch(() => this.#files.delete(path))
    this.#files.set(path, file)
    if (this.#files.size > FILES_KEPT) this.#files.delete(this.#files.keys().next().value!)
    return file
  }
}
