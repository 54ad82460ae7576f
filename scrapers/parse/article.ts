import { load } from 'cheerio'
import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import { writeNodes } from './html-blocks.ts'
import { createWriter } from './writer.ts'

export function parseArticle(
  html: string,
  hints: { url?: string | undefined },
): ParsedDocument | ParseFailure {
  const $ = load(html)
  const writer = createWriter()
  writeNodes(writer, $('body')[0]?.children ?? [], hints.url)
  const { text, blocks, links } = writer.finish()
  const title = $('title').text().trim()
  return {
    text,
    blocks,
    links,
    authors: [],
    tags: [],
    type: 'NewsArticle',
    ...(title ? { title } : {}),
    ...(hints.url ? { url: hints.url } : {}),
  }
}
