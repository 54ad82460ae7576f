import { transcode } from 'node:buffer'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes the files of a site that nobody reads yet. Without waiting: handing a hundred thousand small files to Node's own threads
 * takes twice as long as writing them.
 */
export class SiteWriter {
  /** What was put so far, below the site. */
  readonly files: string[] = []
  readonly #fresh: string
  readonly #present: string | undefined
  /** Folders that were made already: a site has one for each page. */
  readonly #made = new Set<string>()

  /** Where the present site is given, only what differs from it is written. */
  constructor(fresh: string, present?: string) {
    this.#fresh = fresh
    this.#present = present
  }

  readonly put = (file: string, text: string): void => {
    this.files.push(file)
    const bytes = encodeText(text)
    if (this.#present && holds(join(this.#present, file), bytes)) return
    const path = join(this.#fresh, file)
    const folder = dirname(path)
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true })
    this.#made.add(folder)
    writeFileSync(path, bytes)
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && statSync(path).size === bytes.length && readFileSync(path).equals(bytes)
}

/** Room for the UTF-16 of one text; grows with the longest. */
let units = Buffer.allocUnsafeSlow(1 << 20)

/**
 * UTF-8, by way of UTF-16: in a text with a single Chinese letter V8 counts and encodes unit by unit, which takes longer than
 * copying its units and having simdutf encode them. Writing a page takes a fifth less time so.
 */
function encodeText(text: string): Uint8Array {
  if (text.length * 2 > units.length) units = Buffer.allocUnsafeSlow(text.length * 2)
  const length = units.write(text, 'utf16le')
  try {
    return transcode(units.subarray(0, length), 'utf16le', 'utf8')
  } catch (error) {
    // Half a surrogate pair; written as U+FFFD.
    if ((error as NodeJS.ErrnoException).code === 'U_INVALID_CHAR_FOUND') return Buffer.from(text)
    throw error
  }
}
