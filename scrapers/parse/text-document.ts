import type { Block, DocumentLink, ParsedDocument } from '../../src/core/extract/document.ts'
import { parseDate } from '../../src/core/text/date.ts'
import { normalizeUrl } from '../../src/core/text/url.ts'
import { readArxivSummary } from './arxiv-summary.ts'
import { findAuthors, isByline } from './byline.ts'
import { listField, splitFrontMatter, textField } from './front-matter.ts'
import { markdownToBlocks } from './markdown.ts'
import { isInterview } from './turns.ts'

/** What text documents take from the hints of `parseDocument`. */
export interface TextHints {
  url?: string | undefined
  timeZone?: string | undefined
}

/** One mark ends a line, whatever wrote the file. */
export const unifyLineEnds = (source: string) => source.replace(/\r\n?/g, '\n')

/** Lines at the head of a text in which title, byline, date and address are looked for. */
const HEAD_BLOCKS = 14

/** Plain text and Markdown with or without front matter. Every sentence stays, title and summary of the front matter first. */
export function parseTextDocument(source: string, hints: TextHints): ParsedDocument {
  const { fields, body } = splitFrontMatter(unifyLineEnds(source))
  const { declaredTitle, summary, lead } = readLead(fields)
  const { text, blocks, links } = markdownToBlocks(body, hints.url, lead)
  const head = headOf(text, blocks, lead.length)
  const title = declaredTitle ?? findTitle(text, blocks)
  const document: ParsedDocument = {
    text,
    blocks,
    links,
    authors: authorsOf(fields, head),
    tags: listField(fields, 'tags', 'keywords', 'tag'),
    type: isInterview(text, blocks) ? 'Interview' : 'NewsArticle',
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    ...datesOf(fields, head, hints),
    ...addressesOf(fields, head, links, hints),
  }
  return readArxivSummary(document)
}

/** What the front matter prints above the body: title and summary. */
export function readLead(fields: Record<string, unknown>) {
  const declaredTitle = textField(fields, 'title', 'headline')
  const summary = textField(fields, 'summary', 'description', 'excerpt', 'abstract', 'subtitle')
  const lead = [
    ...(declaredTitle ? [{ kind: 'heading' as const, text: declaredTitle, level: 1 }] : []),
    ...(summary ? [{ kind: 'paragraph' as const, text: summary }] : []),
  ]
  return { declaredTitle, summary, lead }
}

function headOf(text: string, blocks: Block[], from: number): string[] {
  return blocks.slice(from, from + HEAD_BLOCKS).map((block) => text.slice(block.start, block.end))
}

/** The first heading of the first level, else the first line that is no byline. */
function findTitle(text: string, blocks: Block[]): string | undefined {
  const lines = blocks.slice(0, HEAD_BLOCKS)
  const heading = lines.find((block) => block.kind === 'heading' && block.level === 1)
  const first =
    heading ??
    lines.find((block) => !isByline(text.slice(block.start, block.end)) && block.end - block.start <= 200)
  return first && text.slice(first.start, first.end).replace(/^\d{1,3}[.)、]\s*/, '')
}

function authorsOf(fields: Record<string, unknown>, head: string[]): string[] {
  const declared = listField(fields, 'author', 'authors', 'by', 'creator')
  if (declared.length > 0) return declared
  return head.map(findAuthors).find((names) => names.length > 0) ?? []
}

const DATE_LINE =
  /^(?:发布(?:时间|日期|于)|發布(?:時間|日期|於)|发表(?:时间|日期)|日期|时间|時間|published(?: on)?|date|posted on)\s*[:：]?\s*/i

function datesOf(
  fields: Record<string, unknown>,
  head: string[],
  hints: TextHints,
): Pick<ParsedDocument, 'published' | 'publishedAsWritten' | 'modified'> {
  // `3小时前` in a file says nothing, as nobody knows when it was written down: no `now` here
  const options = { timeZone: hints.timeZone }
  const declared = textField(
    fields,
    'date',
    'published',
    'published_at',
    'publisheddate',
    'publishdate',
    'pubdate',
    'created',
    '日期',
  )
  const changed = textField(fields, 'lastmod', 'modified', 'updated', 'modified_at')
  const published = declared
    ? parseDate(declared, options)
    : head
        .map((line) => parseDate(line.replace(DATE_LINE, '').replace(/\s*[(（].*$/, ''), options))
        .find(Boolean)
  const modified = changed ? parseDate(changed, options) : undefined
  return {
    ...(published ? { published } : {}),
    ...(declared ? { publishedAsWritten: declared } : {}),
    ...(modified ? { modified } : {}),
  }
}

const ADDRESS_LINE = /^(?:url|link|链接|鏈接|原文链接|原文鏈接|原文)\s*[:：]/i
const ORIGIN_LINE = /^(?:来源|來源|source|转载自|轉載自|转自|轉自|出处|出處|via)\s*[:：]?\s*(.{0,300})$/i

function addressesOf(
  fields: Record<string, unknown>,
  head: string[],
  links: DocumentLink[],
  hints: TextHints,
): { url?: string; repostOf?: string } {
  const declared = textField(
    fields,
    'original_url',
    'canonical',
    'canonicalurl',
    'canonical_url',
    'source_url',
    'url',
    'link',
    'permalink',
  )
  const line = head.find((text) => ADDRESS_LINE.test(text))
  const url =
    normalizeUrl(declared ?? addressIn(line, links) ?? '', hints.url) ?? normalizeUrl(hints.url ?? '')
  const origin = head.map((text) => ORIGIN_LINE.exec(text)?.[1]?.trim()).find(Boolean)
  const repostOf = origin && (normalizeUrl(addressIn(origin, links) ?? '') ?? origin)
  return { ...(url ? { url } : {}), ...(repostOf && repostOf !== url ? { repostOf } : {}) }
}

/** The address in a line, or the one that the line is the label of. */
function addressIn(line: string | undefined, links: DocumentLink[]): string | undefined {
  if (line === undefined) return undefined
  const printed = /https?:\/\/[^\s<>()（）]+/.exec(line)?.[0]
  return printed ?? links.find((link) => link.label !== undefined && line.endsWith(link.label))?.url
}
