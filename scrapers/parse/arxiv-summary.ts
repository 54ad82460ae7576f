import type { ParsedDocument } from '../../src/core/extract/document.ts'
import { parseDate } from '../../src/core/text/date.ts'

const ARXIV_LINE = /arxiv(?:\.org\/abs\/|:\s*)(\d{4}\.\d{4,5})(?:v(\d+))?/i
const HEAD_BLOCKS = 25

/** Labels of a summary page and what they stand before. */
const LABELS = {
  authors: /^作者\s*[:：]\s*(.+)$/,
  categories: /^分类\s*[:：]\s*(.+)$/,
  published: /^发布日期\s*[:：]\s*(\d{4}-\d{2}-\d{2})/,
  modified: /更新\s*[:：]\s*(\d{4}-\d{2}-\d{2})/,
  keywords: /^关键词\s*[:：]\s*(.+)$/,
}

/**
 * A page that presents an arXiv paper in Chinese: id, authors, date, categories and keywords stand in labelled lines at
 * its head, the abstracts under headings of their own. Other documents are returned as they are.
 */
export function readArxivSummary(document: ParsedDocument): ParsedDocument {
  const lines = (document.blocks ?? []).map((block) => document.text.slice(block.start, block.end))
  const head = lines.slice(0, HEAD_BLOCKS)
  const id = head.map((line) => ARXIV_LINE.exec(line)).find(Boolean) ?? ARXIV_LINE.exec(document.url ?? '')
  const find = (label: RegExp) => head.map((line) => label.exec(line)?.[1]?.trim()).find(Boolean)
  const categories = find(LABELS.categories)?.split(/[,，]\s*/)
  if (!id?.[1] || (!categories && !document.url?.includes('arxiv.org'))) return document
  const authors = find(LABELS.authors)?.split(/[,，、]\s*/)
  const published = parseDate(find(LABELS.published) ?? '')
  const modified = parseDate(find(LABELS.modified) ?? '')
  const keywords = find(LABELS.keywords)
  const abstract = abstractOf(lines)
  return {
    ...document,
    type: 'ScholarlyArticle',
    arxiv: { id: id[1], ...(id[2] ? { version: Number(id[2]) } : {}), categories: categories ?? [] },
    ...(authors ? { authors } : {}),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(keywords ? { tags: keywordsOf(keywords) } : {}),
    ...(abstract ? { summary: abstract } : {}),
  }
}

/** Keywords stand with spaces between, in which Latin names have spaces of their own: those begin in capitals. */
function keywordsOf(text: string): string[] {
  if (/[,，;；、]/.test(text)) return text.split(/\s*[,，;；、]\s*/).filter(Boolean)
  return text
    .replace(/(?<=[A-Za-z]) (?=[A-Z][a-z])/g, '\u0000')
    .split(/\s+/)
    .map((word) => word.replaceAll('\u0000', ' '))
    .filter(Boolean)
}

/** The longest paragraph under the heading of the first abstract. */
function abstractOf(lines: string[]): string | undefined {
  const heading = lines.findIndex((line) => /^\P{L}*摘要/u.test(line) && line.length < 20)
  const next = heading < 0 ? '' : (lines[heading + 1] ?? '')
  return next.length > 20 ? next : undefined
}
