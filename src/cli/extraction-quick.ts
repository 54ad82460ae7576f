import { accessSync, constants, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import { replaceFile, stampOf, stampsOf } from '../made-of.ts'
import { type KeptScript, runScript } from './kept-script.ts'

type ExtractionModule = typeof import('./extraction.ts')

const ROOT = realpathSync(resolve(import.meta.dirname, '../..'))
const ENTRY = 'src/cli/extraction.ts'
/** One folder below the clone, as `src` is, so that a module finds `../content` from here too. */
const BUNDLE = '.node/extraction.cjs'
/** What V8 made of it. */
const CODE = '.node/extraction.code'
/** What a bundle is made of besides the modules in it: how it is made, and by which esbuild. */
const MADE_BY = ['src/cli/extraction-quick.ts', 'package-lock.json']
/** Milliseconds before a build in which a source must not have been written: clocks of files are coarser than ours. */
const SETTLED = 1000

/**
 * The modules of extraction for a command that should answer at once: 190 of them as one file, made by an earlier command or
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
  const script = readScript(file)
  if (!script || !isFresh(script.source)) return undefined
  try {
    return load(script)
  } catch (error) {
    await tell('%s is made again: %s', error)
    return undefined
  }
}

async function loadAnew(file: string): Promise<ExtractionModule> {
  await build(file)
  return load(readScript(file)!)
}

/** Undefined where there is no such file. */
function readScript(file: string): KeptScript | undefined {
  const stamp = stampOf(file)
  return stamp === undefined ? undefined : { file, stamp, source: readFileSync(file, 'utf8') }
}

/** How a bundle begins and ends: as a function of what Node tells each module. */
const OPENING = "(function (require, module, import_meta, import_later) { 'use strict';"
const CLOSING = '})'
type Bundle = (
  require: NodeJS.Require,
  module: { exports: unknown },
  meta: Pick<ImportMeta, 'dirname' | 'url' | 'resolve'>,
  importLater: (path: string) => Promise<unknown>,
) => void

function load(script: KeptScript): ExtractionModule {
  const { file } = script
  const run = runScript(script, join(ROOT, CODE)) as Bundle
  const module = { exports: {} }
  const url = pathToFileURL(file).href
  const meta = { dirname: dirname(file), url, resolve: import.meta.resolve }
  run(createRequire(url), module, meta, (path) => import(new URL(path, url).href))
  return module.exports as ExtractionModule
}

async function tell(message: string, error: unknown): Promise<void> {
  const { debuglog } = await import('node:util')
  debuglog('redline')(message, BUNDLE, error instanceof Error ? error.message : error)
}

/** The first line of a bundle, as a comment. */
interface Head {
  node: string
  /** UTF-16 units of all that follows: a file that was cut off is made again. */
  length: number
  /** Stamps of all that the bundle was made of. */
  madeOf: Record<string, string | undefined>
}

function isFresh(source: string): boolean {
  const end = source.indexOf('\n') + 1
  const head = readHead(source.slice(0, end))
  if (!head?.madeOf || head.node !== process.version || head.length !== source.length - end) return false
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
  const head: Head = { node: process.version, length: code.length, madeOf }
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
    format: 'cjs',
    banner: { js: OPENING },
    footer: { js: CLOSING },
    define: { 'import.meta': 'import_meta' },
    target: 'esnext',
    charset: 'utf8',
    packages: 'external',
    plugins: [keepLazy(folder)],
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  // A script has no `import` of its own.
  const code = outputFiles[0]!.text.replaceAll(/(?<=\bawait )import(?=\("\.)/g, 'import_later')
  return { code, inputs: Object.keys(metafile.inputs) }
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
