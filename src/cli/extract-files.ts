import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseDocument } from '../../scrapers/parse/document.ts'
import { readPlainPlaces } from '../../scrapers/parse/source-places.ts'
import { type Extraction, extractAll, TOGETHER } from '../core/extract/article.ts'
import type { ParsedDocument } from '../core/extract/document.ts'
import { moveToSource, type SourcePlaces } from '../core/extract/source-places.ts'
import type { Figure } from '../core/model/figure.ts'
import { loadMatchers } from '../matchers-quick.ts'
import { printLine } from './pipe.ts'

/** Prints what is found in files, in the order given: a JSON object a line, or a summary for people. */
export async function printFiles(files: string[], json: boolean): Promise<void> {
  const matchers = loadMatchers()
  const print = json ? buildRecord : buildSummary
  for (let at = 0; at < files.length; at += TOGETHER) {
    const docs = await readDocuments(files.slice(at, at + TOGETHER), json)
    for (const [index, found] of extractAll(docs, matchers).entries())
      await printLine(print(docs[index]!, found))
  }
}

/** The documents that can be read; what cannot is told and sets the exit code. */
async function readDocuments(paths: string[], json: boolean): Promise<ReadDocument[]> {
  const docs: ReadDocument[] = []
  for (const path of paths) {
    const doc = await readDocument(path)
    if (!('error' in doc)) {
      docs.push(doc)
      continue
    }
    process.exitCode = 1
    process.stderr.write(`${json ? JSON.stringify({ path, error: doc.error }) : `${path}: ${doc.error}`}\n`)
  }
  return docs
}

interface ReadDocument extends ParsedDocument {
  path: string
  /** Of plain text, which is printed as it stands in the file. */
  places?: SourcePlaces | undefined
}

async function readDocument(path: string): Promise<ReadDocument | { error: string }> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    return { error: `cannot be read: ${(cause as Error).message}; expected a readable file` }
  }
  const doc = await parseDocument(bytes, { file: basename(path), now: new Date() })
  if ('failure' in doc) return { error: `${doc.failure}: ${doc.message}` }
  return { ...doc, path, places: readPlainPlaces(path, bytes, doc) }
}

/** One object as ../shared/eval/README.md defines it; what the document does not say is absent. */
function buildRecord({ path, places, ...doc }: ReadDocument, found: Extraction): string {
  const { lang, figures, claims, references, entities } = places ? moveToSource(found, places) : found
  return JSON.stringify({
    path,
    lang,
    title: doc.title,
    authors: doc.authors.length > 0 ? doc.authors : undefined,
    published: doc.published,
    url: doc.url,
    text: places?.source ?? doc.text,
    figures: figures.map(buildFigure),
    claims: claims.map(({ kind, speaker, quote }) => ({ kind, speaker, quote })),
    references: references.map(({ kind, id, label }) => ({ kind, id, label })),
    entities: entities.map(({ kind, name }) => ({ kind, name })),
  })
}

/** What is printed of a figure, in this order. */
const FIGURE_FIELDS = [
  'asWritten',
  'start',
  'end',
  'value',
  'maxValue',
  'unit',
  'unitDetail',
  'qualifier',
  'subject',
  'metric',
  'speaker',
  'quote',
] as const satisfies (keyof Figure)[]

const buildFigure = (figure: Figure) =>
  Object.fromEntries(FIGURE_FIELDS.map((field) => [field, figure[field]]))

function buildSummary({ path, ...doc }: ReadDocument, found: Extraction): string {
  const facts = [found.lang, doc.published, doc.authors.join(', ')].filter(Boolean).join(' · ')
  return [
    `${path}: ${doc.title ?? '(no title)'}`,
    `  ${facts}`,
    ...listFigures(found),
    ...list('Claims', found.claims, ({ kind, speaker, quote }) => {
      return `${kind}${speaker ? ` (${speaker})` : ''}: ${quote.exact.replace(/\s+/g, ' ')}`
    }),
    ...list(
      'References',
      found.references,
      ({ kind, id, label }) => `${kind} ${id}${label ? ` — ${label}` : ''}`,
    ),
    ...list('Names', found.entities, ({ kind, name, count }) => `${name} (${kind}, ${count})`),
    '',
  ].join('\n')
}

function listFigures({ figures }: Extraction): string[] {
  return list('Figures', figures, (figure) => {
    const value = figure.maxValue === undefined ? `${figure.value}` : `${figure.value} to ${figure.maxValue}`
    const facts = [
      figure.unitDetail ?? figure.unit,
      figure.qualifier,
      figure.subject,
      figure.metric,
      figure.speaker,
    ]
    return `${figure.asWritten} = ${value} (${facts.filter(Boolean).join(', ')})`
  })
}

function list<T>(heading: string, items: readonly T[], format: (item: T) => string): string[] {
  return items.length === 0 ? [] : [`  ${heading}:`, ...items.map((item) => `    ${format(item)}`)]
}
