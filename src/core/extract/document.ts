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
 * a table row stand on one line, separated by ` | `. Title and summary of the front matter are its first blocks.
 */
export interface TextDocument {
  text: string
  /** From the markup; where there is none, `splitBlocks` of text/blocks.ts reads them from the line structure. */
  blocks?: Block[]
  title?: string
  lang?: Lang
}
