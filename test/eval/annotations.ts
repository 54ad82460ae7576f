import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Figures of further articles, annotated by the guide of the gold set. The articles lie in ../shared/corpus and are not
 * ours: what is kept here are places in them, so that without them nothing of their words is left.
 */

type Place = [start: number, end: number]

interface Annotation {
  /** In ../shared/corpus. */
  path: string
  lang: string
  /** Of the file as UTF-8. */
  sha256: string
  /** Stretches of the file that are read, as UTF-16 offsets; all other places are offsets into these, joined by an empty line. */
  keep: Place[]
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
const SHARED = resolve(import.meta.dirname, '../../../shared')

/** Every fourth article of the list is left out when weights are fitted, so that its score says what others would get. */
const isHeldOut = (index: number): boolean => index % 4 === 3

/** The annotated articles whose file is at hand and unchanged; none where the corpus is not lent. */
export function readAnnotated(): GoldDocument[] {
  return readdirSync(HERE)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file, index) => {
      const annotation: Annotation = JSON.parse(readFileSync(join(HERE, file), 'utf8'))
      const path = join(SHARED, 'corpus', annotation.path)
      if (!existsSync(path)) return []
      const raw = readFileSync(path, 'utf8')
      if (createHash('sha256').update(raw).digest('hex') !== annotation.sha256) return []
      return [{ ...restore(file.replace('.json', ''), raw, annotation), heldOut: isHeldOut(index) }]
    })
}

function restore(name: string, raw: string, annotation: Annotation): Omit<GoldDocument, 'heldOut'> {
  const text = annotation.keep.map(([start, end]) => raw.slice(start, end)).join('\n\n')
  const words = ([start, end]: Place) => text.slice(start, end)
  return {
    name: `${annotation.lang}-${name}`,
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
