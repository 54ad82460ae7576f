import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import { replaceFile, stampsOf } from '../made-of.ts'

type ExtractionModule = typeof import('./extraction.ts')

const ROOT = realpathSync(resolve(import.meta.dirname, '../..'))
const ENTRY = 'src/cli/extraction.ts'
/** One folder below the clone, as `src` is, so that a module finds `../content` from here too. */
const BUNDLE = '.node/extraction.mjs'
/** What a bundle is made of besides the modules in it: how it is made, and by which esbuild. */
const MADE_BY = ['src/cli/extraction-quick.ts', 'package-lock.json']
/** Milliseconds before a build in which a source must not have been written: clocks of files are coarser than ours. */
const SETTLED = 1000

/**
 * The modules of extraction for a command that should answer at once: 160 of them as one file, made by an earlier command or
 * now. The sources themselves where that fails, which `NODE_DEBUG=redline` tells.
 */
export async function loadExtraction(): Promise<ExtractionModule> {
  const file = join(ROOT, BUNDLE)
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (realpathSync(dirname(file)) !== dirname(file))
      throw new Error('it would not find the sources from behind a link')
    return (await loadKept(file)) ?? (await loadAnew(file))
  } catch (error) {
    await tell('%s is not used: %s', error)
    return import('./extraction.ts')
  }
}

/** What an earlier command made; undefined where it is of other sources, or spoiled. */
async function loadKept(file: string): Promise<ExtractionModule | undefined> {
  if (!isFresh(file)) return undefined
  try {
    return (await import(pathToFileURL(file).href)) as ExtractionModule
  } catch (error) {
    await tell('%s is made again: %s', error)
    return undefined
  }
}

/** By a name of its own: Node remembers that a file could not be loaded. */
async function loadAnew(file: string): Promise<ExtractionModule> {
  await build(file)
  return (await import(`${pathToFileURL(file).href}?made`)) as ExtractionModule
}

async function tell(message: string, error: unknown): Promise<void> {
  const { debuglog } = await import('node:util')
  debuglog('redline')(message, BUNDLE, error instanceof Error ? error.message : error)
}

/** The first line of a bundle, as a comment. */
interface Head {
  node: string
  /** Bytes of all that follows: a file that was cut off is made again. */
  length: number
  /** Stamps of all that the bundle was made of. */
  madeOf: Record<string, string | undefined>
}

function isFresh(file: string): boolean {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const end = bytes.indexOf('\n') + 1
  const head = readHead(bytes.toString('utf8', 0, end))
  if (!head?.madeOf || head.node !== process.version || head.length !== bytes.length - end) return false
  const now = stampsOf(ROOT, Object.keys(head.madeOf))
  return Object.entries(head.madeOf).every(([path, stamp]) => now[path] === stamp)
}

/** Undefined where the line is none of ours. */
function readHead(line: string): Head | undefined {
  try {
    return JSON.parse(line.replace(/^\/\/ /, '')) as Head
  } catch {
    return undefined
  }
}

async function build(file: string): Promise<void> {
  accessSync(dirname(file), constants.W_OK)
  const settled = Date.now() - SETTLED
  const { code, inputs } = await bundle(dirname(file))
  const paths = [...MADE_BY, ...inputs]
  const madeOf = stampsOf(ROOT, paths)
  const changed = paths.find((path) => statSync(join(ROOT, path)).ctimeMs > settled)
  if (changed !== undefined) throw new Error(`${changed} was written just now; a later command makes it`)
  const head: Head = { node: process.version, length: Buffer.byteLength(code), madeOf }
  replaceFile(file, `// ${JSON.stringify(head)}\n${code}`)
}

/** Our own modules as one; packages, and what is imported when a document needs it, stay where they are. */
async function bundle(folder: string): Promise<{ code: string; inputs: string[] }> {
  const esbuild = await import('esbuild')
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    charset: 'utf8',
    packages: 'external',
    plugins: [keepLazy(folder)],
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  return { code: outputFiles[0]!.text, inputs: Object.keys(metafile.inputs) }
}

const keepLazy = (folder: string): Plugin => ({
  name: 'keep-lazy',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import'
        ? { path: relative(folder, join(resolveDir, path)).replaceAll('\\', '/'), external: true }
        : undefined,
    ),
})
