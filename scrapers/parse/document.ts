import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'

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

/** Reads any document that we take in: text, Markdown, HTML, a feed entry, a page of arXiv summaries, PDF. */
export async function parseDocument(
  _bytes: Uint8Array,
  _hints: DocumentHints,
): Promise<ParsedDocument | ParseFailure> {
  return { failure: 'unsupported', message: 'no reader yet' }
}
