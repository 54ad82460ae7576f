import { readFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isTemporary, removeLeftOver, writeAtomically } from './atomic.ts'
import { formatRecord, parseRecord } from './records.ts'
import type { Noun, Records, Store } from './store.ts'
import { ARCHIVE_SUFFIX, openYearArchive, writeYearArchive, type YearArchive } from './year-archive.ts'

/** Records of a list that are read at a stretch, some 5 ms, before others have their turn. */
const STRETCH = 64

/**
 * Records as files, one JSON each, below `contentDir` (layout in ARCHITECTURE.md). The default store: git is its history.
 * A record stays at the path where it was first stored, so that a corrected date moves no file.
 */
export function openFileStore(contentDir: string): Store {
  /** Paths by id, of the nouns looked through so far. */
  const indexes = new Map<Noun, Promise<Map<string, string>>>()
  const place = (path: string) => relative(contentDir, path)
  /** Years that were packed, by path; opened when a record of theirs is read. */
  const archives = new Map<string, Promise<YearArchive>>()

  async function scan(noun: Noun): Promise<Map<string, string>> {
    const folder = join(contentDir, noun)
    const paths = new Map<string, string>()
    for (const path of await filesBelow(folder)) {
      if (isTemporary(basename(path))) await removeLeftOver(path, Date.now())
      else if (path.endsWith('.json')) paths.set(basename(path, '.json'), path)
      else if (path.endsWith(ARCHIVE_SUFFIX)) archives.set(path, openYearArchive(path))
    }
    // A file of its own outranks the packed year: it is newer, or packing was interrupted.
    for (const [path, archive] of archives)
      if (path.startsWith(folder))
        for (const id of (await archive).ids) if (!paths.has(id)) paths.set(id, `${path}${IN}${id}`)
    return paths
  }

  /** The first write of a noun looks through its folder, which also removes what a killed writer left there. */
  async function prepare(noun: Noun): Promise<void> {
    if (!indexes.has(noun)) indexes.set(noun, scan(noun))
    await indexes.get(noun)
  }

  async function locate(noun: Noun, id: string): Promise<string | undefined> {
    const fixed = FIXED_PATHS[noun]?.(id)
    if (fixed !== undefined) return join(contentDir, noun, fixed)
    await prepare(noun)
    return (await indexes.get(noun)!).get(id)
  }

  async function readText(noun: Noun, id: string): Promise<{ path: string; json: string } | undefined> {
    const path = await locate(noun, id)
    if (path === undefined) return undefined
    const json = await readPlace(path)
    return json === undefined ? undefined : { path, json }
  }

  async function readPlace(path: string): Promise<string | undefined> {
    const [file, id] = path.split(IN) as [string, string?]
    return id === undefined ? readIfThere(path) : (await archives.get(file))?.read(id)
  }

  /** Leaves a record out of its packed year. */
  async function removePacked(path: string): Promise<void> {
    const [file, removed] = path.split(IN) as [string, string]
    const archive = await archives.get(file)!
    const kept = new Map<string, string>()
    for (const id of archive.ids) if (id !== removed) kept.set(id, (await archive.read(id))!)
    await writeYearArchive(file, kept)
    archives.set(file, openYearArchive(file))
  }

  return {
    async read(noun, id) {
      const found = await readText(noun, id)
      return found && parseRecord(noun, found.json, place(found.path))
    },
    async *list(noun) {
      const paths = await scan(noun)
      indexes.set(noun, Promise.resolve(paths))
      const ordered = [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path)
      for (const [index, path] of ordered.entries()) {
        if (index % STRETCH === 0) await setImmediate()
        // Without waiting: handing thousands of small files to Node's own threads takes twice as long as reading them.
        const json = path.includes(IN) ? await readPlace(path) : readAtOnce(path)
        if (json !== undefined) yield parseRecord(noun, json, place(path))
      }
    },
    async write(noun, record) {
      const json = formatRecord(noun, record)
      await prepare(noun)
      const found = await readText(noun, record.id)
      if (found?.json === json) return 'unchanged'
      const index = await indexes.get(noun)!
      const isOwn = found !== undefined && !found.path.includes(IN)
      const path = isOwn ? found.path : roomIn(join(contentDir, noun, FIRST_PATHS[noun](record)), index)
      await writeAtomically(path, json)
      index.set(record.id, path)
      return found ? 'changed' : 'added'
    },
    async remove(noun, id) {
      const path = await locate(noun, id)
      if (path === undefined) return
      if (path.includes(IN)) await removePacked(path)
      else await rm(path, { force: true })
      if (indexes.has(noun)) (await indexes.get(noun)!).delete(id)
    },
    async listIds(noun) {
      const paths = await scan(noun)
      indexes.set(noun, Promise.resolve(paths))
      return [...paths.keys()].sort()
    },
    async count(noun) {
      return (await scan(noun)).size
    },
    async close() {},
  }
}

/** Stands between a packed year's path and an id; no path of ours has it. */
const IN = '\0'
/** Entries that a folder may have; git and file browsers slow down above some thousands. */
const FULL = 4_000

/** Entries of each folder, by index; counted once and then kept up. */
const sizes = new WeakMap<ReadonlyMap<string, string>, Map<string, number>>()

/** The path, or one in a subfolder by the id's first two digits when its folder is full. */
function roomIn(path: string, index: ReadonlyMap<string, string>): string {
  let counts = sizes.get(index)
  if (!counts) {
    counts = new Map()
    for (const other of index.values()) counts.set(dirname(other), (counts.get(dirname(other)) ?? 0) + 1)
    sizes.set(index, counts)
  }
  const folder = dirname(path)
  const entries = counts.get(folder) ?? 0
  if (entries >= FULL) return join(folder, basename(path).slice(0, 2), basename(path))
  counts.set(folder, entries + 1)
  return path
}

const flat = (id: string) => `${id}.json`
const byDigits = (id: string) => join(id.slice(0, 2), `${id}.json`)

/** Nouns whose path follows from the id alone. */
const FIXED_PATHS: { [N in Noun]?: (id: string) => string } = {
  sources: flat,
  stories: byDigits,
  findings: byDigits,
  redirects: byDigits,
  digests: flat,
  aids: byDigits,
}

/** Where a new record goes. */
const FIRST_PATHS: { [N in Noun]: (record: Records[N]) => string } = {
  sources: ({ id }) => flat(id),
  articles: ({ id, published }) => join(dateFolder(published), flat(id)),
  stories: ({ id }) => byDigits(id),
  findings: ({ id }) => byDigits(id),
  redirects: ({ id }) => byDigits(id),
  digests: ({ id }) => flat(id),
  aids: ({ id }) => byDigits(id),
  runs: ({ id, startedAt }) => join(startedAt.slice(0, 4), startedAt.slice(5, 7), flat(id)),
}

/** `2026/08`; a date without a month lies in `2026/undated`, none in `undated`. */
function dateFolder(date: string | undefined): string {
  if (!date) return 'undated'
  return join(date.slice(0, 4), date.slice(5, 7) || 'undated')
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function readAtOnce(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'
