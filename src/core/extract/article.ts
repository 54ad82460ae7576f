import { createHash } from 'node:crypto'
import type { Article, Revision } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { EntityMention } from '../model/entity.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import type { Reference } from '../model/reference.ts'
import type { Registry } from '../model/registry.ts'
import { splitBlocks } from '../text/blocks.ts'
import { detectLang, foldChars } from '../text/script.ts'
import { type Span, splitSentences } from '../text/sentences.ts'
import { normalizeUrl } from '../text/url.ts'
import { findAttribution } from './attribution.ts'
import { type ClaimSources, extractClaims } from './claims.ts'
import type { Block, ParsedDocument, TextDocument } from './document.ts'
import { buildMatcher, type EntityMatcher, type EntitySpan, findEntities } from './entities.ts'
import { extractFigures } from './figures.ts'
import { buildMetricMatcher, findMetric, type MetricMatcher } from './metrics.ts'
import { extractReferences } from './references.ts'
import { readTokens } from './tokens.ts'
import { buildTopicMatcher, findTopics, type TopicMatcher } from './topics.ts'
import { findTurns, type Turn } from './turns.ts'

/** The registry, made ready for matching; built once and used for every document. */
export interface Matchers {
  entities: EntityMatcher
  topics: TopicMatcher
  metrics: MetricMatcher
}

/** Everything that is read out of one text. */
export interface Extraction {
  lang: Lang
  figures: Figure[]
  /** Best first. */
  claims: Claim[]
  references: Reference[]
  /** In order of first mention. */
  entities: EntityMention[]
  /** Ids of the topic tree, best first. */
  topics: string[]
  /** Records left out because their quote failed the invariant. */
  dropped: number
}

/** What the collector knows about a document besides its bytes. */
export interface ArticleMeta {
  sourceId: string
  /** Where it was read, when the document names no canonical address. */
  url?: string
  /** Name of an imported file. */
  file?: string
  retrievedAt: string
  firstSeenAt: string
  /** SHA-256 of the response body. */
  snapshot?: string
  /** The record of an earlier version. */
  previous?: Article
  sample?: boolean
  /** Told how many records were left out because their quote failed the invariant. */
  onDropped?: (count: number) => void
}

const LONGEST_TITLE = 120

export function buildMatchers(registry: Registry): Matchers {
  return {
    entities: buildMatcher(registry),
    topics: buildTopicMatcher(registry.topics),
    metrics: buildMetricMatcher(registry.metrics),
  }
}

/** Reads figures, claims, references, entities and topics out of one text. Pure: the same text gives the same ids. */
export function extract(
  doc: TextDocument & Partial<ParsedDocument>,
  matchers: Matchers,
  articleId = buildId('text', doc.text),
): Extraction {
  const { dropped, ...sources } = readSources(doc, matchers, articleId)
  const claims = extractClaims(doc.text, sources)
  return {
    lang: sources.lang,
    figures: sources.figures,
    claims: claims.claims,
    references: extractReferences({ ...doc, blocks: sources.blocks }),
    entities: countMentions(sources.entities),
    topics: findTopics(sources.tokens, matchers.topics, doc.title).map(({ id }) => id),
    dropped: dropped + claims.dropped,
  }
}

/** Structure, names and figures of a text: what claims are chosen by. */
export function readSources(
  doc: TextDocument & Partial<ParsedDocument>,
  matchers: Matchers,
  articleId: string,
): ClaimSources & { figures: Figure[]; blocks: Block[]; dropped: number } {
  const { text } = doc
  const lang = detectLang(text)
  const blocks = doc.blocks ?? splitBlocks(text)
  const turns = findTurns(text, blocks)
  const sentences = readSentences(text, blocks, turns)
  const folded = foldChars(text)
  const tokens = readTokens(folded)
  const entities = findEntities(text, matchers.entities, tokens)
  const found = extractFigures(doc, {
    lang,
    blocks,
    sentences,
    entities,
    turns,
    articleId,
    buildId: (sentence, asWritten, nth) => buildId('figure', articleId, sentence, asWritten, String(nth)),
  })
  const findId = buildLookUp(matchers.entities)
  const figures = found.figures.map((figure) => identify(figure, doc, matchers, findId))
  return {
    ...(doc.title ? { title: doc.title } : {}),
    lang,
    blocks,
    sentences,
    figures,
    entities,
    turns,
    articleId,
    buildId: (sentence) => buildId('claim', articleId, sentence),
    folded,
    tokens,
    findSpeaker: (sentence) => findAttribution(found.reading, sentence),
    dropped: found.dropped,
  }
}

/** The record of a document: what the page said about itself, what was read out of its text, and its earlier versions. */
export function buildArticle(parsed: ParsedDocument, meta: ArticleMeta, matchers: Matchers): Article {
  const url = normalizeUrl(parsed.url ?? meta.url ?? '')
  const title = parsed.title ?? findFirstLine(parsed.text) ?? meta.file ?? url ?? meta.sourceId
  const id = buildId(url ?? `file:${meta.file ?? ''} ${title}`)
  const { dropped, ...extraction } = extract({ ...parsed, title }, matchers, id)
  if (dropped > 0) meta.onDropped?.(dropped)
  const textHash = sha256(parsed.text)
  return {
    id,
    sourceId: meta.sourceId,
    type: parsed.type,
    ...(url ? { url } : {}),
    ...(meta.file ? { file: meta.file } : {}),
    title,
    authors: parsed.authors,
    ...(parsed.published ? { published: parsed.published } : {}),
    ...(parsed.modified ? { modified: parsed.modified } : {}),
    firstSeenAt: meta.previous?.firstSeenAt ?? meta.firstSeenAt,
    retrievedAt: meta.retrievedAt,
    textHash,
    textLength: countCodePoints(parsed.text),
    ...(meta.snapshot ? { snapshot: meta.snapshot } : {}),
    ...(parsed.summary ? { summary: parsed.summary } : {}),
    tags: parsed.tags,
    ...(parsed.arxiv ? { arxiv: readArxiv(parsed.arxiv) } : {}),
    ...(parsed.repostOf ? { repostOf: parsed.repostOf } : {}),
    ...(parsed.excerptLimit === undefined ? {} : { excerptLimit: parsed.excerptLimit }),
    sample: meta.sample ?? false,
    ...extraction,
    revisions: buildRevisions(textHash, meta, extraction.figures),
  }
}

/** First 16 hexadecimal digits of the SHA-256 of the parts. */
function buildId(...parts: string[]): string {
  return sha256(parts.join('\n')).slice(0, 16)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** `2. `, `（三）`, `- `: the mark of a list item is no part of its sentence. */
const ITEM_MARK = /^(?:[-*+•·●▪◦–][ \t]+|\d{1,3}[.)、．](?!\d)\s*|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)/

/** A row or a heading is one sentence whatever stops it holds; code has none; the label of a turn belongs to none. */
function readSentences(text: string, blocks: readonly Block[], turns: readonly Turn[]): Span[] {
  let turn = 0
  return blocks.flatMap(({ kind, start, end }) => {
    if (kind === 'code') return []
    if (kind === 'table-row' || kind === 'table-head' || kind === 'heading') return [{ start, end }]
    while (turn < turns.length && turns[turn]!.start <= start) turn++
    const opening = turns[turn]?.start ?? end
    const mark = kind === 'list-item' ? (ITEM_MARK.exec(text.slice(start, start + 8))?.[0].length ?? 0) : 0
    return splitSentences(text, opening < end ? opening : start + mark, end)
  })
}

/** Adds what the registry knows about a figure's subject, metric and speaker, and the page of a PDF. */
function identify(
  figure: Figure,
  doc: Partial<ParsedDocument>,
  matchers: Matchers,
  findId: (name: string | undefined) => string | undefined,
): Figure {
  const subjectId = figure.subjectId ?? findId(figure.subject)
  const speakerId = figure.speakerId ?? findId(figure.speaker)
  const metricId =
    figure.metricId ?? (figure.metric ? findMetric(figure.metric, matchers.metrics) : undefined)
  const page = doc.pages?.find(({ start, end }) => figure.start >= start && figure.start < end)?.page
  return {
    ...figure,
    ...(subjectId ? { subjectId } : {}),
    ...(speakerId ? { speakerId } : {}),
    ...(metricId ? { metricId } : {}),
    ...(page ? { page } : {}),
  }
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

const findFirstId = (name: string, matcher: EntityMatcher) => findEntities(name, matcher)[0]?.entityId

function countMentions(spans: readonly EntitySpan[]): EntityMention[] {
  const mentions = new Map<string, EntityMention>()
  for (const { name, kind, entityId } of spans) {
    const key = entityId ?? name.toLowerCase().replace(/[\s-]+/g, '')
    const known = mentions.get(key)
    if (known) known.count++
    else mentions.set(key, { kind, name, ...(entityId ? { entityId } : {}), count: 1 })
  }
  return [...mentions.values()]
}

function findFirstLine(text: string): string | undefined {
  const line = text.trim().split('\n', 1)[0]?.trim()
  return line ? line.slice(0, LONGEST_TITLE).toWellFormed() : undefined
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function readArxiv({ id, version, categories }: NonNullable<ParsedDocument['arxiv']>): Article['arxiv'] {
  return { id, ...(version === undefined ? {} : { version }), categories }
}

/** Adds a revision when the text changed, with the figures that came and went. */
function buildRevisions(textHash: string, meta: ArticleMeta, figures: readonly Figure[]): Revision[] {
  const { previous, retrievedAt } = meta
  if (!previous) return [{ textHash, retrievedAt, appeared: [], vanished: [] }]
  if (previous.textHash === textHash) return previous.revisions
  const before = new Set(previous.figures.map(({ asWritten }) => asWritten))
  const now = new Set(figures.map(({ asWritten }) => asWritten))
  const appeared = [...now].filter((words) => !before.has(words))
  const vanished = [...before].filter((words) => !now.has(words))
  return [...previous.revisions, { textHash, retrievedAt, appeared, vanished }]
}
