import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Scores } from './measures.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FILE = resolve(ROOT, 'EVALUATION.md')

/** Columns of the table by commit: heading and score. */
const COLUMNS: [string, string][] = [
  ['F1', 'figures.all.f1'],
  ['unit', 'figures.all.unit'],
  ['qualifier', 'figures.all.qualifier'],
  ['subject', 'figures.all.subject'],
  ['metric', 'figures.all.metric'],
  ['speaker', 'figures.all.speaker'],
  ['strict F1', 'figures.all.strictF1'],
  ['key sentences', 'figures.all.keySentenceRecall'],
  ['held out: strict F1', 'heldOut.all.strictF1'],
  ['held out: key sentences', 'heldOut.all.keySentenceRecall'],
  ['unseen: F1', 'unseen.all.f1'],
  ['unseen: subject', 'unseen.all.subject'],
  ['unseen: strict F1', 'unseen.all.strictF1'],
  ['unseen: key sentences', 'unseen.all.keySentenceRecall'],
  ['links: recall', 'links.recall'],
  ['links: wrong', 'links.wrong'],
]
const SETS = ['all', 'en', 'zh-Hans', 'zh-Hant']
const PARTS: Record<string, string> = { heldOut: 'held out', annotated: 'annotated', unseen: 'unseen' }
const WORST = 20

/** Writes the scores of this commit into EVALUATION.md: one row of the table, the parts by language, the worst errors. */
export function record(scores: Scores, errors: string[]): void {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const [commit, date] = git('log', '-1', '--format=%h %cs').split(' ') as [string, string]
  const row = `| ${[commit, date, ...COLUMNS.map(([, name]) => format(scores[name]))].join(' | ')} |`
  const rows = section(text, 'commits')
    .split('\n')
    .filter((line) => /^\| [0-9a-f]{7,} \|/.test(line) && !line.startsWith(`| ${commit} |`))
  const head = ['commit', 'date', ...COLUMNS.map(([heading]) => heading)]
  const table = [line(head), line(head.map(() => '---')), ...rows, row].join('\n')
  let next = replace(text, 'commits', table)
  next = replace(next, 'languages', languageTable(scores))
  next = replace(next, 'suites', suiteTable(scores))
  next = replace(next, 'errors', errorTable(errors))
  writeFileSync(FILE, next)
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`

function git(...args: string[]): string {
  return spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout.trim()
}

function format(score: number | undefined): string {
  if (score === undefined) return '–'
  return Number.isInteger(score) && score > 1 ? String(score) : score.toFixed(3)
}

const marks = (name: string) => [`<!-- ${name} -->`, `<!-- /${name} -->`] as const

function section(text: string, name: string): string {
  const [open, close] = marks(name)
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  return start < 0 || end < 0 ? '' : text.slice(start + open.length, end)
}

function replace(text: string, name: string, body: string): string {
  const [open, close] = marks(name)
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  if (start < 0 || end < start)
    throw new Error(
      `EVALUATION.md: expected the lines ${open} and ${close} around the ${name}; put them back`,
    )
  return `${text.slice(0, start + open.length)}\n\n${body}\n\n${text.slice(end)}`
}

function languageTable(scores: Scores): string {
  const fields = COLUMNS.slice(0, 8)
  const head = ['set', ...fields.map(([heading]) => heading)]
  const rows = ['figures', 'heldOut', 'annotated', 'unseen'].flatMap((part) =>
    SETS.map((set) =>
      line([
        part === 'figures' ? set : `${set}, ${PARTS[part]}`,
        ...fields.map(([, name]) => format(scores[name.replace('figures.all', `${part}.${set}`)])),
      ]),
    ),
  )
  return [line(head), line(head.map(() => '---')), ...rows].join('\n')
}

function suiteTable(scores: Scores): string {
  const rows = Object.entries(scores)
    .filter(([name]) => !/^(?:figures|heldOut|annotated|unseen)\./.test(name))
    .map(([name, score]) => line([name, format(score)]))
  return [line(['score', 'value']), line(['---', '---']), ...rows].join('\n')
}

/** Errors of one kind share what is wrong and the language, not the words. */
function errorTable(errors: string[]): string {
  const counts = new Map<string, number>()
  for (const error of errors) {
    const kind = readKind(error)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const worst = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, WORST)
  return [
    line(['kind', 'count']),
    line(['---', '---']),
    ...worst.map(([kind, count]) => line([kind, String(count)])),
  ].join('\n')
}

function readKind(error: string): string {
  const [, lang, rest] = /^(en|zh-Han[st])-\d+: (.*)$/s.exec(error) ?? ['', '', error]
  const what =
    /^(missed|extra|text lost|value|unit|qualifier|subject|metric)/.exec(rest ?? '')?.[1] ?? 'other'
  const given = /gold (.*), got (.*)$/s.exec(rest ?? '')
  if (!given) return `${what}, ${lang}`
  if (what === 'unit' || what === 'qualifier') return `${what} ${given[1]} read as ${given[2]}, ${lang}`
  if (given[1] === '(none)') return `${what} given where none is stated, ${lang}`
  return `${what} ${given[2] === '(none)' ? 'not found' : 'other than stated'}, ${lang}`
}
