import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArticle } from '../../scrapers/parse/article.ts'
import { decodeBytes } from '../../scrapers/parse/decode.ts'

/**
 * Figures of further articles, annotated by the guide of the gold set. Most lie in ../shared and are not ours: what is
 * kept here are places in them, so that without them nothing of their words is left.
 */

type Place = [start: number, end: number]

interface Annotation {
  /**
   * What the places are places in: `corpus`, a file of ../shared/corpus as it is stored; `page`, the text that our parser
   * reads from an HTML page of ../shared; `gold`, a text of the gold set; `written`, a sample of our own in `written/`.
   * `corpus` where it is absent.
   */
  source?: 'corpus' | 'gold' | 'page' | 'written'
  /** In ../shared/corpus, ../shared/eval/figures/text, ../shared or `written/`. */
  path: string
  lang: string
  /** Of the file, or of the text read from the page, as UTF-8: places in another text would mean nothing. */
  sha256: string
  /** Stretches of that text that are read, as UTF-16 offsets; all other places are offsets into these, joined by an empty line. */
  keep: Place[]
  /** For the articles that were divided by their order; the hash of the name decides for all others. */
  heldOut?: boolean
  keySentences: Place[]
  figures: {
    at: Place
    context: Place
    value: number
    max?: number
    unit: string
    /** Currency or unit of time. */
    detail?: string
    qualifier: string
    subject: Place[]
    metric?: Place
    speaker: Place[]
  }[]
}

/** One annotated figure, in the form of the gold set. */
export interface GoldFigure {
  text: string
  context: string
  value: number
  max: number | null
  unit: string
  qualifier: string
  subject: string[]
  metric: string
  speaker: string[]
}

export interface GoldDocument {
  name: string
  lang: string
  /** Nothing was fitted on it. */
  heldOut: boolean
  text: string
  keySentences: string[]
  figures: GoldFigure[]
}

const HERE = join(import.meta.dirname, 'annotations')
const WRITTEN = join(import.meta.dirname, 'written')
const SHARED = resolve(import.meta.dirname, '../../../shared')

/** About every fourth article is left out when weights are fitted, so that its score says what others would get. */
export function isHeldOut(name: string, { heldOut }: { heldOut?: boolean }): boolean {
  return heldOut ?? createHash('sha256').update(name).digest()[0]! % 4 === 3
}

/**
 * The annotated articles whose text is at hand and unchanged. One that is not is left out with a line to `say`; those of
 * ../shared are left out in silence where nothing of it is lent.
 */
export function readAnnotated({
  from = HERE,
  shared = SHARED,
  say = console.error,
  /** Names of the files that are read; parsing a page takes a while. */
  only = readdirSync(from),
} = {}): GoldDocument[] {
  return readdirSync(from)
    .filter((file) => file.endsWith('.json') && only.includes(file))
    .sort()
    .flatMap((file) => {
      const name = file.replace('.json', '')
      const annotation: Annotation = JSON.parse(readFileSync(join(from, file), 'utf8'))
      if (annotation.source !== 'written' && !existsSync(shared)) return []
      const source = readSource(annotation, shared)
      if ('reason' in source) {
        say(`${join(from, file)}: left out, since ${source.reason}`)
        return []
      }
      return [{ ...restore(name, source.text, annotation), heldOut: isHeldOut(name, annotation) }]
    })
}

/** The text that the places are places in, or why there is none. */
function readSource(
  { source = 'corpus', path, sha256 }: Annotation,
  shared: string,
): { text: string } | { reason: string } {
  const folders = {
    corpus: join(shared, 'corpus'),
    gold: join(shared, 'eval/figures/text'),
    page: shared,
    written: WRITTEN,
  }
  const file = join(folders[source], path)
  if (!existsSync(file)) return { reason: `${file} is not there` }
  const text = source === 'page' ? readPage(file) : readFileSync(file, 'utf8')
  if (text === undefined) return { reason: `our parser finds no article in ${file}` }
  const hash = createHash('sha256').update(text).digest('hex')
  return hash === sha256 ? { text } : { reason: `the text of ${file} is another than the one annotated` }
}

/** The text of an HTML page as our parser reads it. */
export function readPage(file: string): string | undefined {
  const html = decodeBytes(readFileSync(file))?.text
  const page = html && parseArticle(html, { file: basename(file), now: new Date(0) })
  return page && !('failure' in page) ? page.text : undefined
}

function restore(name: string, raw: string, annotation: Annotation): Omit<GoldDocument, 'heldOut'> {
  const text = annotation.keep.map(([start, end]) => raw.slice(start, end)).join('\n\n')
  const words = ([start, end]: Place) => text.slice(start, end)
  return {
    name: annotation.source === 'gold' ? basename(annotation.path, '.txt') : `${annotation.lang}-${name}`,
    lang: annotation.lang,
    text,
    keySentences: annotation.keySentences.map(words),
    figures: annotation.figures.map((figure) => ({
      text: words(figure.at),
      context: words(figure.context),
      value: figure.value,
      max: figure.max ?? null,
      unit: figure.unit,
      qualifier: figure.qualifier,
      subject: figure.subject.map(words),
      metric: figure.metric ? words(figure.metric) : '',
      speaker: figure.speaker.map(words),
    })),
  }
}

/** The gold set of ../shared/eval/figures; none where it is not lent. */
export function readGold(directory = join(SHARED, 'eval/figures')): GoldDocument[] {
  if (!existsSync(join(directory, 'gold'))) return []
  return readdirSync(join(directory, 'gold'))
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => {
      const name = file.replace('.jsonl', '')
      const lines = readFileSync(join(directory, 'gold', file), 'utf8')
        .split('\n')
        .filter(Boolean)
      const [head, ...figures] = lines.map((line) => JSON.parse(line))
      const text = readFileSync(join(directory, 'text', `${name}.txt`), 'utf8')
      return { name, lang: head.lang, heldOut: false, text, keySentences: head.key_sentences, figures }
    })
}

/** Writes documents as the scorer of ../shared/eval reads them: folders `gold` and `text`. */
export function writeGold(documents: readonly GoldDocument[], directory: string): void {
  for (const folder of ['gold', 'text']) mkdirSync(join(directory, folder), { recursive: true })
  for (const { name, lang, text, keySentences, figures } of documents) {
    const head = { doc: name, lang, key_sentences: keySentences, references: [], entities: [] }
    const lines = [head, ...figures].map((line) => JSON.stringify(line))
    writeFileSync(join(directory, 'gold', `${name}.jsonl`), `${lines.join('\n')}\n`)
    writeFileSync(join(directory, 'text', `${name}.txt`), text)
  }
}
