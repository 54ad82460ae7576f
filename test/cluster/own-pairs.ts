import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseDocument } from '../../scrapers/parse/document.ts'
import { type Linked, link } from '../../src/core/cluster/link.ts'
import { buildArticle, buildMatchers } from '../../src/core/extract/article.ts'
import { isParseFailure } from '../../src/core/extract/document.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import type { Registry } from '../../src/core/model/registry.ts'
import { readRegistry } from '../../src/registry.ts'

/**
 * Samples written for this test: articles, their translations and, as `r…`, reports that give the same numbers for other
 * things. People, firms and figures in them are invented. `{3|12%}` marks what states the finding 3 of its pair; both texts
 * of a pair, and several places of one text, may state it.
 */
const FOLDER = resolve(import.meta.dirname, 'pairs')

/** A place of a text that states the finding `id` of its pair: `{3|12%}` in the file. */
interface Mark {
  id: string
  start: number
  end: number
}

/** One text of `pairs/`, as read; texts of one pair share what their names begin with. */
export interface PairText {
  file: string
  pair: string
  article: Article
  text: string
  marks: Mark[]
}

export interface PairSet {
  registry: Registry
  texts: PairText[]
}

/** Reads the pairs without their marks; a mark is found again as the same occurrence, counted from the end. */
export async function readPairs(folder = FOLDER): Promise<PairSet> {
  const registry = readRegistry()
  const matchers = buildMatchers(registry)
  const texts: PairText[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()) {
    const marked = readFileSync(resolve(folder, file), 'utf8')
    const bytes = Buffer.from(marked.replace(MARK, '$2'))
    const at = '2026-11-20T00:00:00Z'
    const parsed = await parseDocument(bytes, { file, now: new Date(at) })
    if (isParseFailure(parsed)) throw new Error(`${file}: ${parsed.message}`)
    const meta = { sourceId: file, file, retrievedAt: at, firstSeenAt: at }
    const marks = placeMarks(marked, parsed.text, file)
    texts.push({
      file,
      pair: file.split('.')[0]!,
      article: buildArticle(parsed, meta, matchers),
      text: parsed.text,
      marks,
    })
  }
  return { registry, texts }
}

const MARK = /\{([\w-]+)\|([^{}|]+)\}/g

function placeMarks(marked: string, text: string, file: string): Mark[] {
  const places: Mark[] = []
  for (const { 1: id, 2: exact, 0: whole, index } of marked.matchAll(MARK)) {
    const rest = marked.slice(index + whole.length).replace(MARK, '$2')
    let start = text.length
    for (let left = rest.split(exact!).length; left > 0 && start >= 0; left--)
      start = start === 0 ? -1 : text.lastIndexOf(exact!, start - 1)
    // A heading is the title, and not in the text.
    if (start >= 0) places.push({ id: id!, start, end: start + exact!.length })
    else if (!/^#/m.test(marked.slice(marked.lastIndexOf('\n', index) + 1, index)))
      throw new Error(`${file}: "${exact}" of mark ${id} is not in the text that the parser reads`)
  }
  return places
}

export interface Score {
  /** Findings marked in both texts of a pair, and those that one record joins. */
  base: number
  joined: number
  /** Of the base, those that have a figure in both texts. */
  read: number
  /** One line each. */
  missed: string[]
  /** Joined within a pair though marked as two findings, or marked in one text only. */
  wrong: string[]
  /** Joined across pairs. */
  outside: string[]
  /** Joined within a pair, marked in neither text. */
  unmarked: string[]
}

/** Links all texts together and holds what is joined against the marks. */
export function scorePairs({ registry, texts }: PairSet): Score {
  const held = new Map(texts.map(({ article, text }) => [article.textHash, text]))
  const now = '2026-11-20T00:00:00Z'
  const linked = link(
    texts.map(({ article }) => article),
    registry,
    { texts: held, now },
  )
  const score: Score = { base: 0, joined: 0, read: 0, missed: [], wrong: [], outside: [], unmarked: [] }
  const joins = readJoins(linked, texts)
  for (const [a, b] of joins) judge(a, b, score)
  for (const [, pair] of Map.groupBy(texts, ({ pair }) => pair))
    if (pair.length === 2) countFound(pair[0]!, pair[1]!, joins, score)
  return score
}

interface Place {
  of: PairText
  figure: Figure
  ids: string[]
}

function readJoins({ findings }: Linked, texts: PairText[]): [Place, Place][] {
  const places = new Map(
    texts.flatMap((of) => of.article.figures.map((figure) => [figure.id, { of, figure }])),
  )
  return findings.flatMap(({ members }) => {
    const shown = members
      .filter(({ relation, comparison }) => relation !== 'variant' && comparison !== 'different-subject')
      .map(({ figureId }) => {
        const { of, figure } = places.get(figureId)!
        return { of, figure, ids: idsAt(of, figure) }
      })
    return shown.flatMap((a, at) =>
      shown
        .slice(at + 1)
        .filter((b) => b.of !== a.of)
        .map((b): [Place, Place] => (a.of.file < b.of.file ? [a, b] : [b, a])),
    )
  })
}

const idsAt = ({ marks }: PairText, { start, end }: Figure) =>
  marks.filter((mark) => mark.start < end && start < mark.end).map(({ id }) => id)

function judge(a: Place, b: Place, score: Score): void {
  const line = `${describe(a)} with ${describe(b)}`
  if (a.of.pair !== b.of.pair) score.outside.push(line)
  else if (a.ids.length + b.ids.length === 0) score.unmarked.push(line)
  else if (!a.ids.some((id) => b.ids.includes(id))) score.wrong.push(line)
}

const describe = ({ of, figure, ids }: Place) => `${of.file} ${ids.join('+') || '-'} ${figure.asWritten}`

function countFound(a: PairText, b: PairText, joins: [Place, Place][], score: Score): void {
  const found = new Set(
    joins
      .filter(([first, second]) => first.of === a && second.of === b)
      .flatMap(([first, second]) => first.ids.filter((id) => second.ids.includes(id))),
  )
  const own = new Set(b.marks.map(({ id }) => id))
  for (const id of new Set(a.marks.map((mark) => mark.id).filter((one) => own.has(one)))) {
    score.base++
    const isRead = [a, b].map((of) => of.article.figures.some((figure) => idsAt(of, figure).includes(id)))
    if (isRead.every(Boolean)) score.read++
    if (found.has(id)) score.joined++
    else
      score.missed.push(
        `${a.pair} ${id}: ${wordsOf(a, id)}${isRead[0] ? '' : ' (unread)'} | ${wordsOf(b, id)}${isRead[1] ? '' : ' (unread)'}`,
      )
  }
}

const wordsOf = ({ marks, text }: PairText, id: string) =>
  marks
    .filter((mark) => mark.id === id)
    .map(({ start, end }) => text.slice(start, end))
    .join(' / ')
