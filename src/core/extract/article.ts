import type { Article, Revision } from '../model/article.ts'
import type { Claim } from '../model/claim.ts'
import type { EntityMention } from '../model/entity.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import type { Reference } from '../model/reference.ts'
import { normalizeUrl } from '../text/url.ts'
import { extractClaims } from './claims.ts'
import type { ParsedDocument, TextDocument } from './document.ts'
import type { EntitySpan } from './entities.ts'
import { buildId, sha256 } from './id.ts'
import type { Matchers } from './matchers.ts'
import { extractReferences } from './references.ts'
import { readSources, type SourceText } from './sources.ts'
import { findTopics } from './topics.ts'

export { buildMatchers, type Matchers } from './matchers.ts'

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

/** Reads figures, claims, references, entities and topics out of one text. Pure: the same text gives the same ids. */
export const extract = (
  doc: TextDocument & Partial<ParsedDocument>,
  matchers: Matchers,
  articleId = buildId('text', doc.text),
): Extraction => extractTogether([{ doc, articleId }], matchers)[0]!

/** Texts that are read together: more gain nothing and only hold memory. */
export const TOGETHER = 32
/** A text of more UTF-16 units opens a new group, so that no group holds two of them. */
const LONG = 0x10000

/**
 * The same of many texts, in their order: every step is taken for 32 of them before the next one, which costs a fifth
 * less time than one text after another; `bindNames` says why. What is read of a text does not depend on the others.
 */
export function extractAll(
  docs: readonly (TextDocument & Partial<ParsedDocument>)[],
  matchers: Matchers,
): Extraction[] {
  const found: Extraction[] = []
  let together: SourceText[] = []
  for (const doc of docs) {
    if (doc.text.length > LONG || together.length === TOGETHER) {
      found.push(...extractTogether(together, matchers))
      together = []
    }
    together.push({ doc, articleId: buildId('text', doc.text) })
  }
  return [...found, ...extractTogether(together, matchers)]
}

function extractTogether(texts: readonly SourceText[], matchers: Matchers): Extraction[] {
  const sources = readSources(texts, matchers)
  const claims = extractClaims(sources)
  const references = texts.map(({ doc }, at) => extractReferences({ ...doc, blocks: sources[at]!.blocks }))
  return sources.map(({ lang, figures, entities, tokens, dropped }, at) => ({
    lang,
    figures,
    claims: claims[at]!.claims,
    references: references[at]!,
    entities: countMentions(entities),
    topics: findTopics(tokens, matchers.topics, texts[at]!.doc.title).map(({ id }) => id),
    dropped: dropped + claims[at]!.dropped,
  }))
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
    ...(parsed.dateNote ? { dateNote: parsed.dateNote } : {}),
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
