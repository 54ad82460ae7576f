import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeText } from './site-bytes.ts'

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

  readonly put = (file: string, content: string | Uint8Array): void => {
    this.files.push(file)
    const bytes = typeof content === 'string' ? encodeText(content) : content
    if (this.#present && holds(join(this.#present, file), bytes)) return
    // Put together by hand: `join` and `dirname` look at a path letter by letter.
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')))
    if (!this.#made.has(folder)) mkdirSync(`${this.#fresh}/${folder}`, { recursive: true })
    this.#made.add(folder)
    writeFileSync(`${this.#fresh}/${file}`, bytes)
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && statSync(path).size === bytes.length && readFileSync(path).equals(bytes)
}
