import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import { parseArticle } from './article.ts'

export async function parseArticleSafely(
  html: string,
  hints: { url?: string },
): Promise<ParsedDocument | ParseFailure> {
  return parseArticle(html, hints)
}
