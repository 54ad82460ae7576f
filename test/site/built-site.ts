import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { publish } from '../../src/cli/publish.ts'
import { writeFixture } from './fixture.ts'

const root = resolve(import.meta.dirname, '../..')
const FOLDER = join(root, '.redline', 'test-site')
/** A build takes ten seconds here; another worker may be at it. */
const LONGEST_BUILD_MS = 280_000

/** Where the fixture's site was built to: once for all test files, and again only when a source file changed. */
export async function builtSite(): Promise<string> {
  const folder = join(FOLDER, hashSources())
  const done = join(folder, 'done')
  mkdirSync(FOLDER, { recursive: true })
  if (takeBuild(folder)) {
    forgetOthers(folder)
    try {
      await writeFixture(folder)
      await publish({ contentDir: join(folder, 'content'), dataDir: folder, out: join(folder, 'site') })
      writeFileSync(done, '')
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }
  const giveUpAt = Date.now() + LONGEST_BUILD_MS
  while (!existsSync(done)) {
    if (Date.now() > giveUpAt || !existsSync(folder))
      throw new Error(`${folder} was not built by the other worker`)
    await sleep(200)
  }
  return join(folder, 'site')
}

/** Whether this worker is the one to build: the folder's creation decides. One left by a killed run is taken over. */
function takeBuild(folder: string): boolean {
  const owner = join(folder, 'owner')
  if (existsSync(owner) && !existsSync(join(folder, 'done')) && !isAlive(Number(readFileSync(owner, 'utf8'))))
    rmSync(folder, { recursive: true, force: true })
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(owner, String(process.pid))
  return true
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Another run may still read an older build, so only those of long ago go. */
const LONGEST_RUN_MS = 3_600_000

function forgetOthers(folder: string): void {
  for (const name of readdirSync(FOLDER)) {
    const other = join(FOLDER, name)
    const isOld = Date.now() - statSync(other).mtimeMs > LONGEST_RUN_MS
    if (other !== folder && isOld) rmSync(other, { recursive: true, force: true })
  }
}

/** What the built pages depend on. */
const INPUTS = [
  'public',
  'src/components',
  'src/content-reader',
  'src/core/model',
  'src/core/publish',
  'src/i18n',
  'src/layouts',
  'src/pages',
  'src/record-pages',
  'src/scripts',
  'src/search',
  'src/store',
  'src/styles',
  'test/fixtures/site',
]
const INPUT_FILES = [
  'astro.config.mjs',
  'EVALUATION.md',
  'src/registry.ts',
  'src/cli/publish.ts',
  'src/cli/publish-astro.ts',
  'src/cli/publish-data.ts',
  'src/cli/publish-feeds.ts',
  'src/cli/publish-pages.ts',
  'test/site/fixture.ts',
]

function hashSources(): string {
  const hash = createHash('sha256')
  const below = INPUTS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const path of [...below.sort(), ...INPUT_FILES.map((file) => join(root, file))])
    hash.update(relative(root, path)).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** Every HTML page of a built site, by its address. */
export function readPages(site: string): Map<string, string> {
  const pages = new Map<string, string>()
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(site, path).replaceAll('\\', '/')}`.replace(/index\.html$/, '')
    pages.set(address, readFileSync(path, 'utf8'))
  }
  return pages
}
