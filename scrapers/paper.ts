import { isParseFailure, type ParsedDocument } from '../src/core/extract/document.ts'
import type { RawItem } from '../src/core/model/raw-item.ts'
import { SourceError } from './error.ts'
import type { Fetch } from './fetch.ts'
import type { ArxivItem } from './parse/arxiv.ts'
import { parseDocument } from './parse/document.ts'

/** A page that has no more text than this many abstracts is not the paper. */
const LEAST_ABSTRACTS = 2

export const isPaper = (item: RawItem): item is ArxivItem => 'arxiv' in item

/** What the API says of a paper: one record for all its versions. */
export function describePaper(entry: ParsedDocument, { arxiv }: ArxivItem): ParsedDocument {
  const { id, version, categories, withdrawn } = arxiv
  return {
    ...entry,
    type: 'ScholarlyArticle',
    arxiv: { id, version, categories, ...(withdrawn && { withdrawn }) },
  }
}

/**
 * The paper with the whole text of its HTML version where arXiv has one, so that figures of the body are held for comparison;
 * the text stays in the cache and is never published. Without one, or when it cannot be read, the abstract stands.
 */
export async function readWholePaper(
  paper: ParsedDocument,
  { url, arxiv }: ArxivItem,
  fetch: Fetch,
  now: Date,
): Promise<ParsedDocument> {
  if (arxiv.withdrawn) return paper
  try {
    const response = await fetch({ url: `${url.replace('/abs/', '/html/')}v${arxiv.version}` })
    const contentType = response.headers['content-type']
    const whole = await parseDocument(response.body, {
      url: response.finalUrl,
      ...(contentType && { contentType }),
      now,
    })
    if (isParseFailure(whole) || whole.text.length < paper.text.length * LEAST_ABSTRACTS) return paper
    const { text, blocks, links } = whole
    return { ...paper, text, ...(blocks && { blocks }), links }
  } catch (error) {
    // Most papers before 2023 have none; its absence is no failure of the source.
    if (error instanceof SourceError) return paper
    throw error
  }
}
