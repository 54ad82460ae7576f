import type { SearchGroup } from '../core/publish/search-words.ts'

/** Version of the files' layout; a reader of another version says so instead of guessing. */
export const FORMAT = 3

/** `manifest.json`, the only file at a fixed path; all others lie below the folder named after `build`. */
export interface Manifest {
  format: number
  /** First 16 hexadecimal digits of the SHA-256 of everything that was indexed. */
  build: string
  documents: number
  /** Units of text: title, names and stretches of body. */
  units: number
  /** A term's file is named by the first bits of its key. */
  bucketBits: number
  documentsPerFile: number
  /** Mean of the documents' lengths in tokens. */
  meanLength: number
  /** Initials that have a file of Latin words. */
  initials: string[]
  /** Initials that have a file of word forms. */
  formInitials: string[]
}

/** What a document shows; one letter a name, because every hit transfers one: id, path, language, title, names, excerpt, date. */
export interface StoredDocument {
  i: string
  p: string
  l: string
  t: string
  /** Titles per edition, in the order en, zh-Hans, zh-Hant, where they differ from `t`. */
  n?: [string, string, string]
  e: string
  /** Date, with the precision that the source gave. */
  d?: string
}

/** Why the index could not answer; `code` is also a translation key. */
export class SearchError extends Error {
  readonly code: 'index-missing' | 'index-damaged' | 'index-version' | 'index-unreachable'
  constructor(code: SearchError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'SearchError'
    this.code = code
  }
}

/** Reads one file of the index by its path below the index's folder; rejects with a SearchError. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>

/** A reader over HTTP; `base` ends in a slash. */
export function readByFetch(base: string, fetchFile: typeof fetch = fetch): ReadFile {
  return async (path) => {
    const url = base + path
    let response: Response
    try {
      response = await fetchFile(url)
    } catch (cause) {
      throw new SearchError('index-unreachable', `${url} could not be fetched; check the connection`, cause)
    }
    if (!response.ok) {
      const code = response.status === 404 ? 'index-missing' : 'index-unreachable'
      throw new SearchError(code, `${url} answered ${response.status}; expected a file of the search index`)
    }
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** First bytes of every unpacked file: letters and build, so that a file of another index is never taken for one of this. */
const MAGIC = 'RLSI'

/** What goes into a file before compression. */
export function headed(build: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(MAGIC + build)
  const bytes = new Uint8Array(head.length + payload.length)
  bytes.set(head)
  bytes.set(payload, head.length)
  return bytes
}

/**
 * Unpacks a file. They are gzip themselves, whatever the server does: a host that compresses nothing costs nothing, and gzip's
 * checksum finds damage. A server that declares them gzip has already unpacked them, so that is looked at, not assumed.
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  build: string,
  path: string,
): Promise<Uint8Array> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isGzip ? await gunzip(bytes, path) : bytes
  const head = new TextDecoder().decode(plain.subarray(0, MAGIC.length + build.length))
  if (head === MAGIC + build) return plain.subarray(head.length)
  const what = head.startsWith(MAGIC)
    ? `is of build ${head.slice(MAGIC.length)}`
    : 'is no file of a search index'
  throw new SearchError(
    'index-damaged',
    `${path} ${what}; expected build ${build}. Publish the whole index again`,
  )
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<Uint8Array> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch (cause) {
    throw new SearchError('index-damaged', `${path} is cut off or damaged; publish the index again`, cause)
  }
}

/** Reads and checks the manifest. */
export async function readManifest(read: ReadFile): Promise<Manifest> {
  const bytes = await read('manifest.json')
  let manifest: Manifest
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest
  } catch (cause) {
    throw new SearchError('index-damaged', 'manifest.json is not JSON; publish the index again', cause)
  }
  if (manifest?.format === FORMAT && /^[0-9a-f]{16}$/.test(manifest.build)) return manifest
  const found = manifest?.format ?? 'no version'
  throw new SearchError(
    'index-version',
    `the search index is of format ${found}; this page reads format ${FORMAT}. Publish site and index together`,
  )
}

/**
 * The glossary as a file: a group a line, its terms apart by tabs, a `+` before names. As JSON it would be a quarter larger, and
 * every first query reads it.
 */
export const packGlossary = (groups: Pick<SearchGroup, 'terms' | 'isName'>[]): string =>
  groups
    .map(
      ({ terms, isName }) => (isName ? '+' : '') + terms.map((term) => term.replace(/\s/g, ' ')).join('\t'),
    )
    .join('\n')

export const parseGlossary = (text: string): Pick<SearchGroup, 'terms' | 'isName'>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const isName = line.startsWith('+')
      const terms = (isName ? line.slice(1) : line).split('\t')
      return { terms, ...(isName ? { isName } : {}) }
    })

/** Path of the file that holds a bucket of terms. */
export const bucketPath = (bucket: number) => `t/${bucket.toString(16)}.bin`
/** Path of a term that is too long for its bucket. */
export const termPath = (key: number) => `h/${key.toString(16).padStart(8, '0')}.bin`
export const documentsPath = (file: number) => `d/${file}.bin`
export const wordsPath = (initial: string) => `w/${initial}.bin`
export const formsPath = (initial: string) => `f/${initial}.bin`
export const labelsPath = (lang: string) => `labels.${lang}.bin`
export const FACETS_PATH = 'facets.bin'
export const NUMBERS_PATH = 'numbers.bin'
export const GROUPS_PATH = 'groups.bin'
