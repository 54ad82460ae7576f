import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Document, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { type Review, reviewSchema } from './core/model/review.ts'

const CONTENT = resolve(import.meta.dirname, '../content')

/** Reviews that can be applied, in the order of the files, and one sentence for each entry that cannot be read. */
export interface ReadReviews {
  reviews: Review[]
  problems: string[]
}

/** Reads content/reviews/*.yaml. A broken file or entry is reported with its line and stops nothing else. */
export function readReviews(contentDir: string = CONTENT): ReadReviews {
  const folder = join(contentDir, 'reviews')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : []
  const all = names.sort().map((name) => readFile(join(folder, name), `content/reviews/${name}`))
  return { reviews: all.flatMap(({ reviews }) => reviews), problems: all.flatMap(({ problems }) => problems) }
}

function readFile(path: string, name: string): ReadReviews {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const [error] = document.errors
  if (error) {
    const place = `${name}:${error.linePos?.[0].line ?? 1}`
    return {
      reviews: [],
      problems: [`${place}: not YAML (${error.message.split('\n')[0]}); the file was left out`],
    }
  }
  if (document.contents === null) return { reviews: [], problems: [] }
  if (!isSeq(document.contents))
    return { reviews: [], problems: [`${name}:1: expected a list of entries; the file was left out`] }
  keepWords(document)
  const found: ReadReviews = { reviews: [], problems: [] }
  for (const item of document.contents.items) {
    const range = (item as { range?: [number, number, number] }).range
    const place = `${name}:${range ? lines.linePos(range[0]).line : 1}`
    const result = reviewSchema.safeParse((item as { toJS(doc: unknown): unknown }).toJS(document))
    if (result.success) found.reviews.push({ ...result.data, place })
    else found.problems.push(`${place}: ${EXPECTED}; this entry was left out`)
  }
  return found
}

/** An id of digits alone, or a quoted number, is words and not a number that loses its zeros. */
function keepWords(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      const isWords = isScalar(key) && WORDS.has(String(key.value))
      if (isWords && isScalar(value) && value.source !== undefined) value.value = value.source
    },
  })
}

const WORDS = new Set(['figure', 'finding', 'source', 'record', 'quote', 'reason', 'on', 'by'])

const EXPECTED =
  'expected an entry with do, reason, on, and what it is about (figure and quote, figures, finding, source, page or record); see content/reviews/README.md'
