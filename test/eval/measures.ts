import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readAnnotated, writeGold } from './annotations.ts'

/** Scores by name, `figures.all.f1`; a count of faults is a score too and is listed in LOWER_IS_BETTER. */
export type Scores = Record<string, number>

/** What a measurement gave, or why it could not be made. */
export type Measured = { scores: Scores } | { reason: string }

export interface Measure {
  name: string
  run: () => Measured
}

const ROOT = resolve(import.meta.dirname, '../..')
/** Gold sets, peer suites and scorers; beside the project, never part of it. */
export const SHARED = resolve(ROOT, '../shared/eval')
/** What the scorers call. */
export const REDLINE = `${process.execPath} ${join(ROOT, 'bin/redline.mjs')}`

/** Names that end so count faults. */
export const LOWER_IS_BETTER = /\.wrong$/
/**
 * Joins of figures across pairs are right where two articles report one finding: to be read, not to be pinned. Of the annotated
 * articles, what is chosen by weights moves by a figure or two with each fit; only what is read is pinned.
 */
export const NOT_PINNED = /\.outside$|^(?:annotated|unseen)\.(?!all\.(?:f1|unit|qualifier)$)/

/** What score-figures.mjs gives that is kept. */
export const FIGURE_SCORES = [
  'f1',
  'unit',
  'qualifier',
  'subject',
  'metric',
  'speaker',
  'strictF1',
  'keySentenceRecall',
]

/** For each peer suite: the field that names a row, and what to read from it. */
const SUITES: Record<string, { row: string; scores: Record<string, (row: Row) => number | undefined> }> = {
  articles: { row: 'set', scores: pick('F1', 'segF1', 'title', 'author', 'date', 'encoding') },
  dates: { row: 'suite', scores: { right: ({ right, strings }) => ratio(right, strings) } },
  feeds: { row: 'group', scores: pick('share') },
  quantities: { row: 'spec', scores: pick('F1') },
  robots: { row: 'part', scores: pick('share') },
  sanitize: { row: 'suite', scores: { safe: ({ safe, cases }) => ratio(safe, cases) } },
  script: { row: 'config', scores: { right: ({ right, pairs }) => ratio(right, pairs) } },
}

type Row = Record<string, unknown>

export const MEASURES: Measure[] = [
  { name: 'figures', run: () => measureFigures('figures') },
  { name: 'figures held out', run: measureHeldOut },
  { name: 'annotated', run: () => measureAnnotated('annotated', false) },
  { name: 'unseen', run: () => measureAnnotated('unseen', true) },
  { name: 'links', run: measureLinks },
  ...Object.keys(SUITES).map((suite) => ({ name: suite, run: () => measureSuite(suite) })),
]

/** The scorer's lines on what is wrong, for counting kinds of errors. */
export function readFigureErrors(): string[] {
  const run = node([
    join(SHARED, 'score-figures.mjs'),
    '--cmd',
    `${REDLINE} extract --json`,
    '--errors',
    '100000',
  ])
  return run.stdout.split('\n').filter((line) => /^[a-zA-Z]+-\w*-?\d+: /.test(line))
}

/** Scores what a command prints of the texts of a folder that writeGold filled, or of the gold set of ../shared. */
export function measureFigures(
  name: string,
  folder?: string,
  command = `${REDLINE} extract --json`,
): Measured {
  const folders = folder ? ['--gold', join(folder, 'gold'), '--text', join(folder, 'text')] : []
  const run = node([join(SHARED, 'score-figures.mjs'), '--cmd', command, '--json', ...folders])
  if (run.status !== 0) return { reason: reasonOf(run) }
  const report = JSON.parse(run.stdout) as Record<string, Record<string, number | null>>
  const scores: Scores = {}
  for (const [set, values] of Object.entries(report))
    for (const field of FIGURE_SCORES) {
      const value = values[field]
      if (typeof value === 'number') scores[`${name}.${set}.${field}`] = value
    }
  return { scores }
}

/** The half of the gold documents that nobody should look at while tuning, by the hash of the name. */
function measureHeldOut(): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'redline-eval-'))
  try {
    for (const part of ['gold', 'text']) {
      mkdirSync(join(folder, part))
      for (const file of readdirSync(join(SHARED, 'figures', part)))
        if (isHeldOut(file.replace(/\.\w+$/, '')))
          symlinkSync(join(SHARED, 'figures', part, file), join(folder, part, file))
    }
    return measureFigures('heldOut', folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Articles of ../shared/corpus that were annotated here: those that weights were fitted on, or those left out of it. */
function measureAnnotated(name: string, heldOut: boolean): Measured {
  const documents = readAnnotated().filter((document) => document.heldOut === heldOut)
  if (documents.length === 0) return { reason: 'the annotated articles of ../shared/corpus are not here' }
  const folder = mkdtempSync(join(tmpdir(), 'redline-eval-'))
  try {
    writeGold(documents, folder)
    return measureFigures(name, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const isHeldOut = (name: string) => createHash('sha256').update(name).digest()[0]! % 2 === 1

function measureLinks(): Measured {
  const run = node([join(SHARED, 'score-links.mjs'), '--cmd', `${REDLINE} findings --json`, '--json'])
  if (run.status !== 0) return { reason: reasonOf(run) }
  const { recall, wrong, outside } = JSON.parse(run.stdout) as Record<string, number>
  return { scores: { 'links.recall': recall ?? 0, 'links.wrong': wrong ?? 0, 'links.outside': outside ?? 0 } }
}

function measureSuite(suite: string): Measured {
  const adapter = join(import.meta.dirname, 'adapters', `${suite}.ts`)
  if (!existsSync(adapter)) return { reason: `no adapter test/eval/adapters/${suite}.ts` }
  const run = node([join(SHARED, 'suites', `run-${suite}.mjs`), adapter, '--json'])
  if (run.status !== 0) return { reason: reasonOf(run) }
  const { row: label, scores: readers } = SUITES[suite]!
  const scores: Scores = {}
  for (const row of (JSON.parse(run.stdout) as { rows: Row[] }).rows)
    for (const [field, read] of Object.entries(readers)) {
      const value = read(row)
      if (value !== undefined) scores[`${suite}.${String(row[label]).replaceAll(' ', '-')}.${field}`] = value
    }
  return { scores }
}

function pick(...fields: string[]): Record<string, (row: Row) => number | undefined> {
  return Object.fromEntries(fields.map((field) => [field, (row: Row) => toNumber(row[field])]))
}

const toNumber = (value: unknown) => (typeof value === 'number' ? value : undefined)

function ratio(part: unknown, whole: unknown): number | undefined {
  const [a, b] = [toNumber(part), toNumber(whole)]
  return a === undefined || !b ? undefined : a / b
}

function node(args: string[]) {
  return spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30, cwd: ROOT })
}

/** The last thing that the scorer said, in one line. */
function reasonOf({ stderr, status }: { stderr: string; status: number | null }): string {
  const lines = stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at |^npm warn|^Node\.js/.test(line))
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? `ended with ${status}`)
    .trim()
    .slice(0, 200)
}
