import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import { decodeBytes } from './decode.ts'
import { parseTextDocument } from './text-document.ts'

/** What is known about the bytes besides themselves. */
export interface DocumentHints {
  /** Address it was read from, after redirects. */
  url?: string
  /** File name, for imports. */
  file?: string
  /** Content-Type header. */
  contentType?: string
  /** IANA zone of dates that name none. */
  timeZone?: string
  now: Date
}

/** Bytes of a document that we read at all; a system card as PDF has some 20 MB. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads any document that we take in: text, Markdown, HTML, a feed entry, a page of arXiv summaries, PDF. What it is, its
 * bytes decide; name and header only where they leave it open. Never throws for what it is given.
 */
export async function parseDocument(
  bytes: Uint8Array,
  hints: DocumentHints,
): Promise<ParsedDocument | ParseFailure> {
  const name = hints.file ?? hints.url ?? 'the document'
  if (bytes.length > MAX_BYTES)
    return failed('too-large', `${name}: ${bytes.length} bytes, at most ${MAX_BYTES} are read`)
  if (startsWith(bytes, '%PDF-')) return (await import('./pdf.ts')).parsePdf(bytes, hints)
  const decoded = decodeBytes(bytes, hints.contentType)
  if (!decoded) return failed('undecodable', `${name}: no encoding explains these bytes; is it text at all?`)
  const { text } = decoded
  if (text.trim() === '') return failed('empty', `${name}: nothing but white space`)
  if (isFeed(text)) return (await import('./feed-document.ts')).parseFeedDocument(text, hints)
  if (isHtml(text, hints)) return (await import('./worker.ts')).parseArticleSafely(text, hints)
  return parseTextDocument(text, hints)
}

const failed = (failure: ParseFailure['failure'], message: string): ParseFailure => ({ failure, message })

const startsWith = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart().startsWith(text)

/** What stands before the first element: declarations, comments, and whether a doctype says HTML. */
function splitProlog(text: string): { root: string; isHtmlDoctype: boolean } {
  let at = 0
  let isHtmlDoctype = false
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0
    const close = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<?', at) || text.startsWith('<!', at)
        ? '>'
        : undefined
    const end = close === undefined ? -1 : text.indexOf(close, at)
    if (close === undefined || end < 0) return { root: text.slice(at, at + 20_000), isHtmlDoctype }
    isHtmlDoctype ||= /^<!doctype\s+html/i.test(text.slice(at, at + 40))
    at = end + close.length
  }
}

function isFeed(text: string): boolean {
  const { root } = splitProlog(text)
  if (/^<(?:rss|feed|rdf:RDF|entry|item|channel)[\s>]/i.test(root)) return true
  return (
    root.startsWith('{') &&
    /"(?:version"\s*:\s*"https?:\/\/jsonfeed\.org|content_html"|content_text")/.test(text)
  )
}

function isHtml(text: string, hints: DocumentHints): boolean {
  const { root, isHtmlDoctype } = splitProlog(text)
  if (isHtmlDoctype || /^<(?:html|head|body|meta|article)[\s>]/i.test(root)) return true
  if (/\.(md|mdx|markdown)$/i.test(hints.file ?? '') || /^\s*(---|\+\+\+|#)/.test(text)) return false
  if (/html/i.test(hints.contentType ?? '') || /\.x?html?$/i.test(hints.file ?? '')) return true
  // a fragment without head: mostly tags, and it begins with one
  return /^<[a-z][^>]{0,2000}>/i.test(root) && (root.match(/<\/?[a-z][^<>]{0,2000}>/gi)?.length ?? 0) > 10
}
