import type { Article, DateNote } from '../model/article.ts'
import type { Lang } from '../model/lang.ts'

/** What a stretch of text is, as its source marked it up; gives figures their context. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-head'
  | 'table-row'
  | 'blockquote'
  | 'code'
  | 'footnote'
  | 'caption'

/** A block of a TextDocument, as UTF-16 offsets into its text. Blocks are in order and do not overlap. */
export interface Block {
  kind: BlockKind
  start: number
  end: number
  /** Headings: 1 to 6. List items: nesting from 1. */
  level?: number
}

/**
 * Plain text with its structure: what parsers hand to the extractors. Paragraphs are separated by line breaks; the cells of
 * a table row stand on one line, separated by ` | ` (a Markdown table keeps its outer bars, an ordered item its number). Title and summary of the front matter are its first blocks.
 */
export interface TextDocument {
  text: string
  /** From the markup; where there is none, `splitBlocks` of text/blocks.ts reads them from the line structure. */
  blocks?: Block[]
  title?: string
  lang?: Lang
}

/** A link of the document: absolute http(s) address, its anchor text, and where that stands in the text. */
export interface DocumentLink {
  url: string
  label?: string
  /** UTF-16 offset of the label in the text; absent for links outside it. */
  start?: number
}

/** A TextDocument with everything that the page said about itself; what it did not say is absent. */
export interface ParsedDocument extends TextDocument {
  authors: string[]
  /** ISO 8601 in the precision given, without a zone when the page named none and the source has none. */
  published?: string
  /** The words that say when it was published, read or not: those of `published` where that is there. */
  publishedAsWritten?: string
  modified?: string
  /** Set once it is known when the document was read; see text/date-note.ts. */
  dateNote?: DateNote
  /** Canonical address. */
  url?: string
  summary?: string
  tags: string[]
  type: Article['type']
  links: DocumentLink[]
  arxiv?: { id: string; version?: number; categories: string[]; withdrawn?: boolean }
  /** Outlet or address that a repost names as its origin. */
  repostOf?: string
  /** Pages of a PDF, counted from 1, as UTF-16 offsets into the text. */
  pages?: { page: number; start: number; end: number }[]
  /** From robots meta: longest quote in code points; 0 when the page asks for none. */
  excerptLimit?: number
  /** The page asked not to be archived. */
  noArchive?: boolean
}

/** Why bytes gave no document; also the translation key `error.<code>`. */
export const PARSE_FAILURES = [
  'bot-wall',
  'broken',
  'cookie-wall',
  'empty',
  'not-an-article',
  'paywall',
  'soft-404',
  'timeout',
  'too-deep',
  'too-large',
  'undecodable',
  'unsupported',
] as const
export type ParseFailureCode = (typeof PARSE_FAILURES)[number]

/** Why bytes gave no document. */
export interface ParseFailure {
  failure: ParseFailureCode
  /** What failed, where, what was expected. */
  message: string
}

/** Whether parsing failed, and says why. */
export const isParseFailure = (result: ParsedDocument | ParseFailure): result is ParseFailure =>
  'failure' in result
