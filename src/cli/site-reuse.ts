import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkSiteFile } from './site-files.ts'

/** What of the present site a new one takes over: files whose keys, digests of all that they show, are the same. */
export class SiteReuse {
  readonly #present: string
  readonly #fresh: string
  readonly #known: Map<string, string>
  readonly #lines: string[] = []

  constructor(present: string, fresh: string) {
    this.#present = present
    this.#fresh = fresh
    this.#known = existsSync(join(present, 'index.html')) ? readKeys(present) : new Map()
  }

  /** Notes the key of what lies at a path, and says whether the present site has it with the same key. */
  isSame(path: string, key: string): boolean {
    this.#lines.push(`${path} ${key}\n`)
    return this.#known.get(path) === key
  }

  /** Puts a file of the present site into the new one. */
  take(file: string): void {
    linkSiteFile(join(this.#present, file), join(this.#fresh, file))
  }

  saveKeys(): void {
    writeFileSync(nextKeys(this.#present), this.#lines.join(''))
  }
}

const keysOf = (present: string) => `${present}.keys`
const nextKeys = (present: string) => `${present}.keys.next-${process.pid}`

function readKeys(present: string): Map<string, string> {
  const file = keysOf(present)
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map((line) => line.split(' ') as [string, string]))
}

/** Before the swap: from here on the present site has no keys, so that a kill leads to a full build, never to a mixed one. */
export const forgetKeys = (present: string): void => rmSync(keysOf(present), { force: true })

/** After the swap: the keys are those of the new site. */
export function keepKeys(present: string): void {
  if (existsSync(nextKeys(present))) renameSync(nextKeys(present), keysOf(present))
}

export const abandonKeys = (present: string): void => rmSync(nextKeys(present), { force: true })
