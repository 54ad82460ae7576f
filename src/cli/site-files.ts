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
    if (this.#present && holds(join(this.#present, file), text)) return
    const path = join(this.#fresh, file)
    const folder = dirname(path)
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true })
    this.#made.add(folder)
    writeFileSync(path, text)
  }
}

function holds(path: string, text: string): boolean {
  if (!existsSync(path)) return false
  const bytes = Buffer.from(text)
  return statSync(path).size === bytes.length && bytes.equals(readFileSync(path))
}
