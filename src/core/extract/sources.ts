import type { Figure } from '../model/figure.ts'
import { splitBlocks } from '../text/blocks.ts'
import { openFormulas } from '../text/formulas.ts'
import { detectLang, foldChars } from '../text/script.ts'
import { addSentences, type Span } from '../text/sentences.ts'
import { readUnits } from '../text/units.ts'
import { findAttribution } from './attribution.ts'
import type { ClaimSources } from './claims.ts'
import type { Block, ParsedDocument, TextDocument } from './document.ts'
import { type EntityMatcher, findEntities } from './entities.ts'
import { extractFigures } from './figures.ts'
import type { Matchers } from './matchers.ts'
import { findMetric } from './metrics.ts'
import { readName, readTextTokens } from './tokens.ts'
import { findTurns, type Turn } from './turns.ts'

/** A document to be read, and the id of its article. */
export interface SourceText {
  doc: TextDocument & Partial<ParsedDocument>
  articleId: string
}

/** What claims are chosen by, and what else was found on the way there. */
export interface Sources extends ClaimSources {
  figures: Figure[]
  blocks: Block[]
  dropped: number
}

/** Structure, names and figures of some texts, step by step for all of them; their tokens last until the next call. */
export function readSources(texts: readonly SourceText[], matchers: Matchers): Sources[] {
  const contexts = readContexts(texts, matchers)
  const found = extractFigures(contexts)
  for (const [at, { figures }] of found.entries()) identifyAll(figures, texts[at]!.doc, matchers)
  return found.map(({ figures, dropped, reading }, at) => {
    const { title } = texts[at]!.doc
    return {
      ...contexts[at]!,
      ...(title ? { title } : {}),
      figures,
      dropped,
      findSpeaker: (sentence) => findAttribution(reading, sentence),
    }
  })
}

/** Language, structure and names of some texts, and the texts folded. */
function readContexts(texts: readonly SourceText[], matchers: Matchers) {
  const blocks = texts.map(({ doc }) => doc.blocks ?? splitBlocks(doc.text))
  const turns = texts.map(({ doc }, at) => findTurns(doc.text, blocks[at]!))
  const sentences = texts.map(({ doc }, at) => readSentences(doc.text, blocks[at]!, turns[at]!))
  const folded = texts.map(({ doc }) => openFormulas(foldChars(doc.text)))
  const tokens = folded.map((words, at) => readTextTokens(words, at))
  const entities = texts.map(({ doc }, at) => findEntities(doc.text, matchers.entities, tokens[at]!))
  return texts.map(({ doc: { text }, articleId }, at) => ({
    text,
    articleId,
    lang: detectLang(text),
    blocks: blocks[at]!,
    turns: turns[at]!,
    sentences: sentences[at]!,
    folded: folded[at]!,
    tokens: tokens[at]!,
    entities: entities[at]!,
  }))
}

/** `2. `, `（三）`, `- `: the mark of a list item is no part of its sentence. */
const ITEM_MARK = /^(?:[-*+•·●▪◦–][ \t]+|\d{1,3}[.)、．](?!\d)\s*|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)/

/** A row or a heading is one sentence whatever stops it holds; code has none; the label of a turn belongs to none. */
export function readSentences(text: string, blocks: readonly Block[], turns: readonly Turn[]): Span[] {
  const sentences: Span[] = []
  const units = readUnits(text)
  let turn = 0
  for (const { kind, start, end } of blocks) {
    if (kind === 'code') continue
    if (kind === 'table-row' || kind === 'table-head' || kind === 'heading') {
      sentences.push({ start, end })
      continue
    }
    while (turn < turns.length && turns[turn]!.start <= start) turn++
    const opening = turns[turn]?.start ?? end
    const mark = kind === 'list-item' ? (ITEM_MARK.exec(text.slice(start, start + 8))?.[0].length ?? 0) : 0
    addSentences(text, units, opening < end ? opening : start + mark, end, sentences)
  }
  return sentences
}

function identifyAll(figures: readonly Figure[], doc: Partial<ParsedDocument>, matchers: Matchers): void {
  const findId = buildLookUp(matchers.entities)
  for (const figure of figures) identify(figure, doc, matchers, findId)
}

/** Adds what the registry knows about a figure's subject, metric and speaker, and the page of a PDF. */
function identify(
  figure: Figure,
  doc: Partial<ParsedDocument>,
  matchers: Matchers,
  findId: (name: string | undefined) => string | undefined,
): void {
  const subjectId = figure.subjectId ?? findId(figure.subject)
  const speakerId = figure.speakerId ?? findId(figure.speaker)
  const metricId =
    figure.metricId ?? (figure.metric ? findMetric(figure.metric, matchers.metrics) : undefined)
  const page = doc.pages?.find(({ start, end }) => figure.start >= start && figure.start < end)?.page
  if (subjectId) figure.subjectId = subjectId
  if (speakerId) figure.speakerId = speakerId
  if (metricId) figure.metricId = metricId
  if (page) figure.page = page
}

/** Finds names in the registry, each once; a model that only its shape gives away has no id, nor has its family's. */
function buildLookUp(matcher: EntityMatcher): (name: string | undefined) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (name) => {
    if (!name) return undefined
    if (!known.has(name)) known.set(name, findFirstId(name, matcher))
    return known.get(name)
  }
}

const findFirstId = (name: string, matcher: EntityMatcher) =>
  findEntities(name, matcher, readName(foldChars(name)))[0]?.entityId
