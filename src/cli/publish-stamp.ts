import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Corpus } from '../core/publish/view-corpus.ts'
import { PROJECT_ROOT } from './context.ts'

/** What a site was built from, so that a build from the same can end before it begins. */
export interface Stamp {
  /** Digest of the records, the texts, the code and the address. */
  inputs: string
  pages: number
}

/** Everything of ours that shapes a site besides the records. Packages change only with the lockfile. */
const CODE = ['public', 'src', 'astro.config.mjs', 'package-lock.json', 'EVALUATION.md']

/** A hash of all that shapes pages, besides the records. */
export function hashCode(): string {
  const hash = createHash('sha256')
  for (const path of CODE.flatMap(filesBelow))
    hash.update(relative(PROJECT_ROOT, path)).update(readFileSync(path))
  return hash.digest('hex')
}

function filesBelow(name: string): string[] {
  const path = join(PROJECT_ROOT, name)
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(name)) return [path]
  return namesBelow(path).map((file) => join(path, file))
}

function namesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** The digest of everything that a site is built from. Texts are named by their hashes, so their names say what they hold. */
export function hashInputs(corpus: Corpus, textFolder: string, salt: string): string {
  const hash = createHash('sha256').update(salt)
  add(hash, corpus.registry)
  for (const list of [corpus.sources, corpus.articles, corpus.findings, corpus.redirects, corpus.digests])
    for (const record of list) add(hash, record)
  for (const story of new Set(corpus.storyOfArticle.values())) add(hash, story)
  for (const aid of corpus.aid.values()) add(hash, aid)
  for (const run of corpus.runs) add(hash, run)
  return hash.update(namesBelow(textFolder).filter(isText).join()).digest('hex')
}

const add = (hash: Hash, record: object) => hash.update(JSON.stringify(record))
const isText = (name: string) => name.endsWith('.zst')

const stampOf = (site: string) => `${site}.stamp`

export function readStamp(site: string): Stamp | undefined {
  if (!existsSync(stampOf(site)) || !existsSync(join(site, 'index.html'))) return undefined
  return JSON.parse(readFileSync(stampOf(site), 'utf8')) as Stamp
}

export const writeStamp = (site: string, stamp: Stamp): void =>
  writeFileSync(stampOf(site), JSON.stringify(stamp))

/** Before the site is touched: a kill in between leads to a build, never to a site that counts as built. */
export const removeStamp = (site: string): void => rmSync(stampOf(site), { force: true })
