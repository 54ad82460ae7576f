import { LANGS, type Lang } from '../model/lang.ts'

/** One measure of how well figures are read, by the language of the article. */
export interface Score {
  /** `f1`, `key-sentences`: also `score.<name>` in src/i18n. */
  name: string
  /** Shares from 0 to 1. */
  all: number
  byLang: Record<Lang, number>
}

/** The table of scores by language that `npm run eval -- --record` writes into EVALUATION.md; throws where it is not as expected. */
export function parseScoreSheet(markdown: string): Score[] {
  const table = /<!-- languages -->([\s\S]*?)<!-- \/languages -->/.exec(markdown)?.[1]
  const [head, , ...rows] = (table ?? '').trim().split('\n').map(cells)
  const bySet = new Map(rows.map(([set, ...values]) => [set, values.map(Number)]))
  const read = (set: string, column: number): number => {
    const value = bySet.get(set)?.[column]
    if (value === undefined || Number.isNaN(value))
      throw new Error(
        `EVALUATION.md: expected a score in row "${set}", column ${column + 2} of the table by language`,
      )
    return value
  }
  if (!head?.length)
    throw new Error('EVALUATION.md has no table between <!-- languages --> and <!-- /languages -->')
  return head.slice(1).map((title, column) => ({
    name: title.toLowerCase().replaceAll(' ', '-'),
    all: read('all', column),
    byLang: Object.fromEntries(LANGS.map((lang) => [lang, read(lang, column)])) as Record<Lang, number>,
  }))
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
