// `npm run eval -- --agreement`: how far two annotators agree, by the scorer that scores the extractor, and what the extractor
// gets on the same articles.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANGS } from '../../src/core/model/lang.ts'
import { type GoldDocument, type GoldFigure, readAnnotated, readGold, writeGold } from './annotations.ts'
import { nameMatches } from './match.ts'
import { FIGURE_SCORES, measureFigures, type Scores } from './measures.ts'

/**
 * Annotations made afresh by the guide, from the text alone, each before it was compared with the first. Of the 160 articles
 * that were annotated then, those whose `sha256('agreement ' + name)` comes first: 6, 6 and 4 unseen ones (en, zh-Hans,
 * zh-Hant) and 4 others of each language; of the gold set all 13 that had not been read to learn its habits.
 */
const SECOND = join(import.meta.dirname, 'second')
const PRINT = `${process.execPath} ${join(import.meta.dirname, 'print-annotations.ts')} --from `

/** An article as both annotated it; `gold` is one of ../shared/eval/figures. */
export interface Pair {
  group: 'unseen' | 'others' | 'gold'
  first: GoldDocument
  second: GoldDocument
}

/** Who is compared with whom, on what; scores by language and name, `zh-Hans.f1`. */
export interface AgreementRow {
  articles: string
  compared: string
  scores: Scores
}

const GROUPS: Record<string, Pair['group'][]> = {
  'unseen and others': ['unseen', 'others'],
  unseen: ['unseen'],
  others: ['others'],
  gold: ['gold'],
}

/** The articles annotated twice whose texts are at hand. */
export function readPairs(): Pair[] {
  const gold = readGold()
  const first = new Map(
    [...gold, ...readAnnotated({ only: readdirSync(SECOND) })].map((document) => [document.name, document]),
  )
  return readAnnotated({ from: SECOND }).flatMap((second) => {
    const other = first.get(second.name)
    if (!other) return []
    const group = gold.includes(other) ? 'gold' : other.heldOut ? 'unseen' : 'others'
    return [{ group, first: other, second }]
  })
}

/** The agreement on each group of articles, with the extractor's scores beside it. */
export function measureAgreement(pairs: readonly Pair[]): AgreementRow[] {
  return Object.entries(GROUPS).flatMap(([articles, groups]) => {
    const chosen = pairs.filter(({ group }) => groups.includes(group))
    if (chosen.length === 0) return []
    const first = chosen.map((pair) => pair.first)
    const second = chosen.map((pair) => pair.second)
    const rows = {
      'second by first': score(first, second),
      'first by second': score(second, first),
      'second by first, any name': score(first, preferAccepted(second, first)),
      'extractor by first': score(first),
      'extractor by second': score(second),
    }
    return Object.entries(rows).map(([compared, scores]) => ({ articles, compared, scores }))
  })
}

/** Prints the agreement, a line for each language. */
export function printAgreement(pairs = readPairs()): void {
  for (const articles of ['unseen', 'others', 'gold']) {
    const chosen = pairs.filter(({ group }) => group === articles)
    const count = (who: 'first' | 'second') => chosen.flatMap((pair) => pair[who].figures).length
    console.log(`${articles}: ${chosen.length} articles, ${count('first')} and ${count('second')} figures`)
  }
  printLine('articles', 'compared', 'set', FIGURE_SCORES)
  for (const { articles, compared, scores } of measureAgreement(pairs))
    for (const set of ['all', ...LANGS].filter((name) => scores[`${name}.f1`] !== undefined)) {
      const values = FIGURE_SCORES.map((name) => scores[`${set}.${name}`]?.toFixed(3) ?? '-')
      printLine(articles, compared, set, values)
    }
}

function printLine(articles: string, compared: string, set: string, values: string[]): void {
  const cells = values.map((value) => value.padEnd(9)).join(' ')
  console.log(`${articles.padEnd(18)} ${compared.padEnd(26)} ${set.padEnd(8)} ${cells}`.trimEnd())
}

/** Scores what was found against what is taken as right; what the extractor finds where nothing is given. */
function score(right: readonly GoldDocument[], found?: readonly GoldDocument[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'redline-agreement-'))
  try {
    writeGold(right, join(folder, 'right'))
    if (found) writeGold(found, join(folder, 'found'))
    const measured = measureFigures('', join(folder, 'right'), found && `${PRINT}${join(folder, 'found')}`)
    if ('reason' in measured) throw new Error(`the agreement could not be scored: ${measured.reason}`)
    return Object.fromEntries(Object.entries(measured.scores).map(([name, value]) => [name.slice(1), value]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * The figures with those of their names first that the other annotator accepts: one who writes `we; the institute` does not
 * disagree with one who writes `the institute`, though a scorer that takes one name says so.
 */
export function preferAccepted(
  documents: readonly GoldDocument[],
  others: readonly GoldDocument[],
): GoldDocument[] {
  return documents.map((document, index) => ({
    ...document,
    figures: document.figures.map((figure) => {
      const other = others[index]!.figures.find((candidate) => overlaps(figure, candidate, document.text))
      if (!other) return figure
      const subject = acceptedFirst(figure.subject, other.subject)
      return { ...figure, subject, speaker: acceptedFirst(figure.speaker, other.speaker) }
    }),
  }))
}

function overlaps(a: GoldFigure, b: GoldFigure, text: string): boolean {
  const [left, right] = [startOf(a, text), startOf(b, text)]
  return left < right + b.text.length && right < left + a.text.length
}

const startOf = ({ context, text: words }: GoldFigure, text: string) =>
  text.indexOf(context) + context.indexOf(words)

function acceptedFirst(names: readonly string[], accepted: readonly string[]): string[] {
  const rank = (name: string) => (nameMatches(accepted, name) ? 0 : 1)
  return [...names].sort((a, b) => rank(a) - rank(b))
}
