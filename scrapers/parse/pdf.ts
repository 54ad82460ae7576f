import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import type { ParsedDocument, ParseFailure } from '../../src/core/extract/document.ts'
import { normalizeUrl } from '../../src/core/text/url.ts'
import { readPdfPages } from './pdf-text.ts'
import { continuesLine, joinLines } from './wrap.ts'
import { createWriter } from './writer.ts'

const MAX_PAGES = 600

/** A PDF as text with the place of each page, so that a quote can name its page. */
export async function parsePdf(
  bytes: Uint8Array,
  hints: { url?: string; file?: string },
): Promise<ParsedDocument | ParseFailure> {
  const name = hints.file ?? hints.url ?? 'the PDF'
  try {
    // a copy, because the reader takes the buffer away from its owner
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    if (pdf.numPages > MAX_PAGES)
      return {
        failure: 'too-large',
        message: `${name}: ${pdf.numPages} pages, at most ${MAX_PAGES} are read`,
      }
    const { items } = await extractTextItems(pdf)
    const meta = (await getMeta(pdf)).info
    const document = documentOf(readPdfPages(items), titleOf(meta), hints.url)
    return document.text === ''
      ? { failure: 'empty', message: `${name}: its pages hold no text, only images` }
      : document
  } catch (error) {
    return {
      failure: 'broken',
      message: `${name}: not a readable PDF (${error instanceof Error ? error.message : String(error)})`,
    }
  }
}

function documentOf(
  pageTexts: string[],
  declared: string | undefined,
  url: string | undefined,
): ParsedDocument {
  const writer = createWriter()
  const counts: number[] = []
  for (const page of pageTexts) {
    for (const paragraph of paragraphsOf(page)) {
      writer.write(paragraph)
      writer.end('paragraph')
    }
    counts.push(writer.count())
  }
  const { text, blocks, links } = writer.finish()
  const pages = counts.flatMap((count, i) => {
    const inside = blocks.slice(counts[i - 1] ?? 0, count)
    const [first, last] = [inside[0], inside.at(-1)]
    return first && last ? [{ page: i + 1, start: first.start, end: last.end }] : []
  })
  const first = blocks[0] && text.slice(blocks[0].start, blocks[0].end)
  const title = declared ?? (first && first.length <= 200 ? first : undefined)
  const canonical = normalizeUrl(url ?? '')
  return {
    text,
    blocks,
    links,
    pages,
    authors: [],
    tags: [],
    type: 'Report',
    ...(title ? { title } : {}),
    ...(canonical ? { url: canonical } : {}),
  }
}

/** Lines are those of the page's layout: joined where a word would not have fitted, or where no sentence has ended. */
function paragraphsOf(page: string): string[] {
  const lines = page.split('\n').map((line) => line.trim())
  const paragraphs: string[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1] ?? ''
    const last = paragraphs.at(-1)
    if (line === '') return
    if (
      last &&
      before !== '' &&
      (continuesLine(before, line) || (before.length > 30 && !/[.!?。！？:：]$/.test(before)))
    )
      last.push(line)
    else paragraphs.push([line])
  })
  return paragraphs.map((parts) => joinLines(parts).replace(/(\p{Ll})- (\p{Ll})/gu, '$1$2'))
}

function titleOf(meta: unknown): string | undefined {
  const title = meta !== null && typeof meta === 'object' && 'Title' in meta ? meta.Title : undefined
  return typeof title === 'string' && title.trim().length > 3 && !/\.(docx?|tex|indd|pptx?)$/i.test(title)
    ? title.trim()
    : undefined
}
