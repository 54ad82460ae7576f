import { hashText } from './hash.ts'
import { foldName, type Lexicon } from './lexicon.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'
import { simhashBands } from './similarity.ts'
import { originKey } from './texts.ts'

/** Works cited by an article that its figures are blocked by; survey articles cite hundreds. */
const MAX_WORKS = 8

/** Concepts of a sentence that telling numbers are blocked by. */
const MAX_CONCEPTS = 6

/**
 * Blocks of a figure: its value together with each thing that could join it to another: subject, metric, a work that
 * its article cites, a concept or the wording of its sentence. A value alone makes no block.
 */
export function figureKeys(node: FigureNode, lexicon: Lexicon): number[] {
  const { quantity } = node
  const subjects = subjectKeys(node)
  const metrics = node.metricId === undefined ? metricTextKey(node) : lexicon.metricLine(node.metricId)
  const keys = new Set<number>()
  const add = (value: string, context: string) => keys.add(hashText(`${value}|${context}`))
  for (const key of [...subjects, ...metrics]) add(quantity.key, key)
  for (const work of node.of.works.subarray(0, MAX_WORKS)) add(quantity.key, `w${work}`)
  if (quantity.specificity > 0)
    for (const concept of node.concepts.subarray(0, MAX_CONCEPTS)) add(quantity.key, `c${concept}`)
  for (const other of companyKeys(node)) add(quantity.key, `v${other}`)
  for (const word of node.words.subarray(0, 2)) add(quantity.key, `t${word}`)
  if (quantity.complementKey !== undefined && node.metricId !== undefined)
    for (const pair of complementPairs(node.metricId, lexicon)) add(quantity.complementKey, pair)
  if (quantity.complementKey !== undefined)
    for (const id of node.subject?.all ?? []) add(quantity.complementKey, `s${id}`)
  if (quantity.magnitudeKey !== undefined)
    for (const key of [...subjects, ...metrics, ...countedKeys(node)]) add(quantity.magnitudeKey, key)
  return [...keys]
}

const countedKeys = ({ counted }: FigureNode) =>
  Array.from(counted?.subarray(0, 2) ?? [], (hash) => `k${hash}`)

/** Values around a figure that it is blocked by. */
const MAX_COMPANY = 2

/** Telling values first; a pair of numbers without any information makes no block. */
function companyKeys({ quantity, company, tellingCompany }: FigureNode): Uint32Array {
  const telling = tellingCompany.subarray(0, MAX_COMPANY)
  return telling.length > 0 || quantity.specificity === 0 ? telling : company.subarray(0, 1)
}

function subjectKeys({ subject }: FigureNode): string[] {
  if (!subject) return []
  const ids = [...subject.all, subject.family].filter((id) => id !== undefined)
  return [...ids.map((id) => `s${id}`), `n${subject.name}`]
}

const metricTextKey = ({ metric }: FigureNode) => (metric === undefined ? [] : [`m${metric}`])

/** The unordered pairs of a metric and those whose percentage is 100 minus it. */
function complementPairs(id: string, lexicon: Lexicon): string[] {
  return lexicon.complementsOf(id).map((other) => [id, other].sort().join('/'))
}

/** Smallest shingles of a text that it is blocked by: a rewrite with 20 percent of the phrases shares one in 9 of 10 cases. */
const SKETCH_KEYS = 16

/** Blocks of an article among those whose text may be a copy of its own: same text, like text, same work, same title. */
export function copyKeys(node: ArticleNode): number[] {
  const { article, print, own } = node
  const works = [...own, originKey(node)].filter((key) => key !== undefined)
  const keys = [`h${article.textHash}`, ...works, `t${foldName(article.title)}`]
  if (print) keys.push(`x${print.exact}`, ...simhashBands(print))
  for (const hash of print?.sketch.subarray(0, SKETCH_KEYS) ?? []) keys.push(`k${hash}`)
  return [...new Set(keys)].map((key) => hashText(key))
}

/** Blocks of an article among those that may be its translation: names and numbers that both keep. */
export function markKeys({ marks }: ArticleNode): number[] {
  return [...marks]
}
