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

const isFeed = (text: string) =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF|entry|item|channel)[\s>]/i.test(
    text,
  ) ||
  (/^\s*\{/.test(text) &&
    /"(?:version"\s*:\s*"https?:\/\/jsonfeed\.org|content_html"|content_text")/.test(text))

const HTML_START = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article)\b/i

function isHtml(text: string, hints: DocumentHints): boolean {
  if (HTML_START.test(text)) return true
  if (/\.(md|mdx|markdown)$/i.test(hints.file ?? '') || /^\s*(---|\+\+\+|#)/.test(text)) return false
  if (/html/i.test(hints.contentType ?? '') || /\.x?html?$/i.test(hints.file ?? '')) return true
  // a fragment without head: mostly tags, and it begins with one
  return /^\s*<[a-z][^>]*>/i.test(text) && (text.match(/<\/?[a-z][^>]*>/gi)?.length ?? 0) > 10
}
